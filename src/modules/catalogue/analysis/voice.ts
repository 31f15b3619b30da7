import * as z from 'zod'
import { readYaml } from '#platform/content/content.ts'
import type { Alternative, QueryWord, Understanding, Voice } from './analysis.ts'
import { conceptLexeme } from './concept-lexeme.ts'
import { conceptByCode } from './concepts.ts'
import { foldLetters, type Word } from './letters.ts'

const phrases = z.array(z.string().trim().min(1)).min(1)

const Voices = z
  .object({
    groups: z.record(z.string(), z.array(z.string().min(1))),
    employee: phrases,
    parent: phrases,
    youth: phrases,
    /** Those of a youth who also says 'jeg'. */
    youth_with_i: phrases,
    /** Concepts of those whom each turns to. */
    turn_to: z.object({ employee: phrases, parent: phrases, youth: phrases }).strict(),
  })
  .strict()

const content = readYaml('content/voices.yaml', Voices)

/** The first that is heard is taken: 'en elev med en mamma som …' is an employee's. */
const voices = ['employee', 'parent', 'youth'] as const

/** A phrase: for each of its words, the forms that may stand there. */
type Phrase = ReadonlySet<string>[]
type ByFirst = ReadonlyMap<string, readonly Phrase[]>

const phrasesOf = new Map(voices.map(voice => [voice, byFirst(content[voice])]))
const introductions = content.employee.filter(phrase => phrase.endsWith('{staff}')).map(compiled)
const withI = byFirst(content.youth_with_i)
const firstPerson = new Set(formsOf('{i}').map(foldLetters))

function byFirst(list: readonly string[]): ByFirst {
  const first = new Map<string, Phrase[]>()
  for (const phrase of list.map(compiled)) {
    for (const form of phrase[0]!) first.set(form, [...(first.get(form) ?? []), phrase])
  }
  return first
}

function compiled(phrase: string): Phrase {
  return phrase.split(' ').map(step => new Set(step.split('/').flatMap(formsOf).map(foldLetters)))
}

function formsOf(form: string): readonly string[] {
  const group = /^\{(\w+)\}$/.exec(form)?.[1]
  if (!group) return [form]
  const forms = content.groups[group]
  if (!forms) throw new Error(`content/voices.yaml names ${form}, which is no group`)
  return forms
}

/** Who speaks in the words of a search. Null: it cannot be heard. */
export function voiceIn(typed: readonly Word[]): Voice | null {
  const heard = voices.find(voice => isHeard(typed, phrasesOf.get(voice)!))
  if (heard) return heard
  return typed.some(({ surface }) => firstPerson.has(surface)) && isHeard(typed, withI) ? 'youth' : null
}

function isHeard(typed: readonly Word[], phrases: ByFirst): boolean {
  return typed.some(({ surface }, at) =>
    phrases
      .get(surface)
      ?.some(phrase => phrase.every((forms, index) => forms.has(typed[at + index]?.surface ?? ''))),
  )
}

/** Places of the words by which those who work with children say who they are: 'jeg er lærer og …' does not ask for a teacher. */
export function introducedIn(typed: readonly Word[]): ReadonlySet<number> {
  const places = typed.flatMap((_, at) =>
    introductions
      .filter(phrase => phrase.every((forms, index) => forms.has(typed[at + index]?.surface ?? '')))
      .map(phrase => at + phrase.length - 1),
  )
  return new Set(places)
}

/** What a further concept counts beside the one before it. */
const NEXT = 0.85
const TURN_TO = 0.08
const TURN_TO_ALONE = 0.4

const words: Readonly<Record<Voice, QueryWord>> = {
  employee: wordOf('employee'),
  parent: wordOf('parent'),
  youth: wordOf('youth'),
}

/**
 * Whom one who speaks so turns to, as a word that counts a little beside those of a sentence, more where they do not say what it
 * is about, and finds nothing by itself. Null: no voice is heard, or it is no sentence.
 */
export function turnedTo(voice: Voice | null, { isStory, saysWhat }: Understanding): QueryWord | null {
  if (!voice || !isStory) return null
  return saysWhat ? words[voice] : { ...words[voice], weight: TURN_TO_ALONE }
}

function wordOf(voice: Voice): QueryWord {
  const alternatives = content.turn_to[voice].map((code, place): Alternative => {
    const label = conceptByCode.get(code)?.label
    if (!label) throw new Error(`content/voices.yaml names the concept ${code}, which is not there`)
    return { lexeme: conceptLexeme(code), kind: 'synonym', strength: NEXT ** place, meant: { ...label } }
  })
  return { surface: voice, positions: [], weight: TURN_TO, isKnown: true, isProperty: false, alternatives }
}
