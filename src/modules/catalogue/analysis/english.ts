import * as z from 'zod'
import { readYaml } from '#platform/content/content.ts'
import { foldLetters } from './letters.ts'

/**
 * The lexeme of an English word: plural, -ing, -ed and -'s removed, lightly. Marked, so that it is never taken for a Norwegian
 * word of the same letters (time, fart, bad).
 */
export function englishLexeme(form: string): string {
  return `en:${englishStem(form)}`
}

/** Words of their own: 'parenting' is not parents, nor 'training' a train. */
const kept = new Set(['parenting', 'nursing', 'training'])

function englishStem(form: string): string {
  if (form.length <= 3 || kept.has(form)) return form
  for (const [ending, instead] of englishEndings) {
    if (ending.test(form))
      return form
        .replace(ending, instead)
        .replace(/([bdgmnprt])\1$/, '$1')
        .replace(/e$/, '')
  }
  return form.replace(/e$/, '')
}

const englishEndings: [RegExp, string][] = [
  [/(ss|us|is)$/, '$1'],
  [/ies$/, 'y'],
  [/(sh|ch|x|ss)es$/, '$1'],
  [/(?<=[aeiouy].*)(?<=..[a-z])ings?$/, ''],
  [/(?<=[aeiouy].*)(?<=..[a-z])ed$/, ''],
  [/(?<=..[a-z])s$/, ''],
]

const EnglishWords = z.record(z.string().trim().min(1), z.union([z.string(), z.array(z.string()).min(1)]))

const table = readYaml('content/english.yaml', EnglishWords)

/** Norwegian words that an English one stands for, by its lexeme; several words are written with a space between. */
export const norwegianOf: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(table).map(([word, meant]) => [
    englishLexeme(foldLetters(word)),
    [meant].flat().map(foldLetters),
  ]),
)
