import type { Understanding } from '../analysis/analysis.ts'
import { conceptByCode } from '../analysis/concepts.ts'
import {
  dangerGroups,
  dangerKinds,
  harmlessPhrases,
  smallWords,
  type DangerKind,
} from '../listing/danger-kinds.ts'

/** Nobody asks in more characters. */
const LONGEST = 2_000

/** Where a phrase stands in a text: from a word up to, not including, another. */
type Place = { from: number; to: number }

/**
 * The kinds of danger that a search may be about, the most urgent first: suicide, violence, abuse, overdose … in any of our
 * languages. Numbers to call then stand above the hits; the search itself is answered all the same.
 *
 * @param understood what the search itself made of the text: it knows more words and misspellings. Null: not asked
 */
export function dangersIn(text: string, understood: Understanding | null = null): DangerKind[] {
  const known = understood && dangersOfText.get(understood)
  if (known?.text === text) return known.kinds
  const kinds = dangersAnew(text, understood)
  if (understood) dangersOfText.set(understood, { text, kinds })
  return kinds
}

/** Search and page ask both, and what is understood is kept from search to search. */
const dangersOfText = new WeakMap<Understanding, { text: string; kinds: DangerKind[] }>()

function dangersAnew(text: string, understood: Understanding | null): DangerKind[] {
  const forms = foldedForms(text.replace(/[{}]/g, ' ')).map(form => form.split(' '))
  const slim = forms.map(words => words.filter(word => !smallWords.has(word)))
  const said = new Set([...forms, ...slim].flatMap(kindsIn))
  const meant = understood ? kindsMeant(understood, new Set(forms.flatMap(harmlessWords))) : new Set()
  const first = dangerKinds.find(kind => said.has(kind) && !kind.talk_only)
  // What was said tells more than what was understood, but for what is more urgent.
  const found = dangerKinds.filter(
    kind => said.has(kind) || (meant.has(kind) && (!first || kind.order < first.order)),
  )
  const urgent = found.filter(kind => !kind.talk_only)
  return urgent.length > 0 ? urgent : found
}

/** Below this a word only touches the concept: it is something wider, or a poor guess at the spelling. */
const MEANT = 0.8

/** Kinds by concepts that a word, a phrase or a good spelling meant; not by a part of a compound. */
function kindsMeant({ words }: Understanding, harmless: ReadonlySet<string>): Set<DangerKind> {
  const codes = new Set(
    words
      .filter(({ surface }) => !surface.split(' ').some(word => harmless.has(word)))
      .flatMap(({ surface, alternatives }) =>
        alternatives
          .filter(({ kind, strength }) => strength >= MEANT && kind !== 'part' && kind !== 'prefix')
          .flatMap(({ lexeme }) => (lexeme.startsWith('c:') ? [lexeme.slice(2)] : []))
          .filter(code => surface.includes(' ') || !isSlang(surface, code)),
      ),
  )
  return new Set(dangerKinds.filter(kind => kind.concepts.some(code => codes.has(code))))
}

/** Slang means something else too: 'kutte' alone is not self-harm. What surely is stands among the words of danger. */
function isSlang(word: string, code: string): boolean {
  return Object.values(conceptByCode.get(code)?.slang ?? {}).some(words => words.includes(word))
}

function harmlessWords(words: readonly string[]): string[] {
  return found(words, harmlessPatterns).flatMap(({ from, to }) => words.slice(from, to))
}

/** A phrase inside a longer one does not count, nor one that shares words with a harmless phrase: see the file of words. */
function kindsIn(words: readonly string[]): DangerKind[] {
  const harmless = found(words, harmlessPatterns)
  const dangers = [...found(words, dangerPatterns), ...foundJoined(words)]
  return dangers
    .filter(danger => !dangers.some(other => isWithin(danger, other)))
    .filter(danger => harmless.every(place => !overlap(danger, place) || isWithin(place, danger)))
    .flatMap(({ kinds }) => kinds)
}

/** Every place where the words of a phrase stand, each itself or as one of its group. */
function found(words: readonly string[], patterns: Step): (Place & { kinds: readonly DangerKind[] })[] {
  return words.flatMap((_, from) => {
    const places: (Place & { kinds: readonly DangerKind[] })[] = []
    let steps = [patterns]
    for (let at = from; at < words.length && steps.length > 0; at++) {
      const choices = [words[at]!, ...groupsOf(words[at]!)]
      steps = steps.flatMap(step => choices.flatMap(choice => step.next?.get(choice) ?? []))
      for (const { ends, kinds } of steps) if (ends) places.push({ from, to: at + 1, kinds })
    }
    return places
  })
}

/** From this number on `tatt 20 paracet` is as `tatt mange paracet`: nobody takes so many at once as a dose. */
const MANY = 5

/** The groups of a word, as they stand in phrases; digits are of those of numbers. */
function groupsOf(word: string): readonly string[] {
  if (/^\d{1,4}$/.test(word)) return Number(word) < MANY ? ['{number}'] : ['{number}', '{many}']
  return groupsByWord.get(word) ?? []
}

/** Where a phrase stands without its spaces, or with one more. */
function foundJoined(words: readonly string[]): (Place & { kinds: readonly DangerKind[] })[] {
  return words.flatMap((_, from) =>
    Array.from({ length: JOINED_WORDS }, (_, more) => from + more + 1).flatMap(to => {
      const kinds = to <= words.length ? kindsByJoined.get(words.slice(from, to).join('')) : undefined
      return kinds ? [{ from, to, kinds }] : []
    }),
  )
}

function isWithin(inner: Place, outer: Place): boolean {
  return outer.from <= inner.from && inner.to <= outer.to && outer.to - outer.from > inner.to - inner.from
}

function overlap(one: Place, other: Place): boolean {
  return one.from < other.to && other.from < one.to
}

for (const { kind, concepts, helped_by, words } of dangerKinds) {
  for (const [group, name] of Object.values(words)
    .join()
    .matchAll(/\{(\w+)\}/g))
    if (!dangerGroups.has(name!))
      throw new Error(`content/danger-words.yaml: ${kind} names ${group}, which is no group`)
  const unknown = [...concepts, ...helped_by].find(code => !conceptByCode.has(code))
  if (unknown)
    throw new Error(`content/danger-words.yaml: ${kind} names the concept ${unknown}, which is not there`)
}

/**
 * A word of phrases, or the beginning, with those that may come next; `{family}` is any word of that group. Most are the last of
 * their phrase: a Map for each, though empty, would take five megabytes.
 */
type Step = { next: Map<string, Step> | null; ends: boolean; kinds: readonly DangerKind[] }

const groupsByWord = new Map<string, string[]>()
for (const [name, words] of dangerGroups) {
  for (const word of new Set(words.flatMap(foldedForms)))
    groupsByWord.set(word, [...(groupsByWord.get(word) ?? []), `{${name}}`])
}

const NO_KINDS: readonly DangerKind[] = []
/** The kinds of a phrase: most phrases are of one kind, which share a list. */
const kindAlone = new Map<DangerKind, readonly DangerKind[]>(dangerKinds.map(kind => [kind, [kind]]))

const dangerPatterns = step()
const harmlessPatterns = step()
/** Without spaces, for who leaves one out or puts one in: shorter ones would be other words too. */
const JOINED = 9
const JOINED_WORDS = 4
const kindsByJoined = new Map<string, readonly DangerKind[]>()
for (const phrase of foldedPhrases(harmlessPhrases)) add(harmlessPatterns, phrase)
for (const kind of dangerKinds) {
  for (const phrase of foldedPhrases(Object.values(kind.words).flat())) {
    add(dangerPatterns, phrase, kind)
    const joined = phrase.replaceAll(' ', '')
    if (joined.length >= JOINED && !joined.includes('{'))
      kindsByJoined.set(joined, withKind(kindsByJoined.get(joined) ?? NO_KINDS, kind))
  }
}
{
  const [known, numbers] = [new Map<string, Step>(), new Map<Step, number>()]
  for (const patterns of [dangerPatterns, harmlessPatterns]) shareEnds(patterns, known, numbers)
}

function step(): Step {
  return { next: null, ends: false, kinds: NO_KINDS }
}

function add(patterns: Step, phrase: string, kind?: DangerKind): void {
  const last = phrase.split(' ').reduce((at, word) => {
    at.next ??= new Map()
    const next = at.next.get(word) ?? step()
    at.next.set(word, next)
    return next
  }, patterns)
  last.ends = true
  if (kind) last.kinds = withKind(last.kinds, kind)
}

function withKind(kinds: readonly DangerKind[], kind: DangerKind): readonly DangerKind[] {
  if (kinds.includes(kind)) return kinds
  return kinds.length === 0 ? kindAlone.get(kind)! : [...kinds, kind]
}

/** Ends of phrases that are alike become one, the last words first: half of what they took. */
function shareEnds(step: Step, known: Map<string, Step>, numbers: Map<Step, number>): Step {
  for (const [word, next] of step.next ?? []) step.next!.set(word, shareEnds(next, known, numbers))
  const nexts = [...(step.next ?? [])].map(([word, next]) => `${word} ${numbers.get(next)}`)
  const key = [step.ends, ...step.kinds.map(({ kind }) => kind), '', ...nexts].join('|')
  const first = known.get(key) ?? step
  if (first === step) numbers.set(step, known.size)
  known.set(key, first)
  return first
}

/** Each phrase in every form: `redd for pappa/mamma` is two. */
function foldedPhrases(written: readonly string[]): Set<string> {
  return new Set(written.flatMap(spelledOut).flatMap(foldedForms))
}

function spelledOut(phrase: string): string[] {
  return phrase
    .split(' ')
    .map(word => word.split('/'))
    .reduce<string[]>(
      (beginnings, words) => beginnings.flatMap(beginning => words.map(word => `${beginning} ${word}`)),
      [''],
    )
}

/** Lower case, one space between words, groups in their braces; with æ, ø and å as they are, and as people write them without. */
function foldedForms(text: string): string[] {
  const plain = text
    .slice(0, LONGEST)
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}{}]+/gu, ' ')
    .trim()
  const twoLetters = plain.replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa')
  const oneLetter = plain.replaceAll('æ', 'ae').replaceAll('ø', 'o').replaceAll('å', 'a')
  return [...new Set([plain, twoLetters, oneLetter])]
}
