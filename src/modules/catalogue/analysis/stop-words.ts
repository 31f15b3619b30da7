import * as z from 'zod'
import { readYaml } from '#platform/content/content.ts'
import type { Language } from '#platform/i18n/language.ts'
import { foldLetters, wordsOf } from './letters.ts'

const words = z.array(z.string().trim().min(1))

const StopWords = z
  .object({
    /** Words that say nothing of what is sought. */
    no: words,
    en: words,
    /** Those that turn the meaning of a phrase: 'orker ikke mer'. */
    negations: words,
    /** Ways to begin a question, whose words say nothing there and something elsewhere. */
    filler: words,
    /** Words that are sought, but decide little beside others. */
    weak: words,
    /** Words before a place. */
    towards: words,
    /** Words after the name of a place that belong to it. */
    authorities: words,
    /** Names of places that mean something else too. */
    words_too: words,
  })
  .strict()

const lists = readYaml('content/stop-words.yaml', StopWords)
const setOf = (list: readonly string[]) => new Set(list.map(foldLetters))
const norwegian = setOf(lists.no)
const english = setOf(lists.en)

/** Whether a form, in lower case, is a stop word of a text in a language. */
export function isStopWord(form: string, language: Language): boolean {
  return language === 'en' ? english.has(form) : norwegian.has(form)
}

/** Those of four letters or more: shorter ones are near to too many. */
export const longStopWords: readonly string[] = [...norwegian, ...english].filter(word => word.length >= 4)

export const negations: ReadonlySet<string> = setOf(lists.negations)
export const weakWords: ReadonlySet<string> = setOf(lists.weak)
export const towardsPlaces: ReadonlySet<string> = setOf(lists.towards)
export const placesThatAreWords: ReadonlySet<string> = setOf(lists.words_too)
export const authorities: ReadonlySet<string> = setOf(lists.authorities)
/** Fillers as words, the longest first. */
export const fillers: readonly string[][] = lists.filler
  .map(filler => wordsOf(foldLetters(filler)).map(word => word.surface))
  .toSorted((a, b) => b.length - a.length)
