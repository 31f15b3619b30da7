import * as z from 'zod'
import { languages, type LocalText } from './language.ts'
import { localeOf, type Locale } from './locale.tsx'

const Wording = z.union([z.string(), z.object({ one: z.string(), other: z.string() })])

/** Messages as they are kept with a snapshot, so that a document made of it says the same when they have changed. */
export const FrozenWords = z.record(
  z.string(),
  z.object({ nb: Wording, nn: Wording, en: Wording, se: Wording.optional() }),
)

/** What is said in each language, to be kept. */
export function inLanguages(words: (locale: Locale) => string): LocalText {
  return Object.fromEntries(languages.map(language => [language, words(localeOf(language))]))
}
