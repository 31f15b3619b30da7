import * as z from 'zod'
import { readYaml } from '#platform/content/content.ts'
import { foldLetters } from './letters.ts'
import { stemOf } from './stem.ts'

/** Words that stories of a concept are told in, by its code. */
const StoryWords = z.record(
  z.string(),
  z.object({ no: z.array(z.string()).min(1), en: z.array(z.string()) }).strict(),
)
export const storyWords: z.output<typeof StoryWords> = readYaml('content/story-words.yaml', StoryWords)

const EverydayWords = z.object({ no: z.array(z.string().min(1)).min(1) }).strict()

/**
 * Words that people tell of a day with, which no service need have. They are spelled right: whoever writes 'heis' or 'brød' did not
 * mean 'hets' or 'brudd'.
 */
export const everydayWords: readonly string[] = [
  ...readYaml('content/everyday-words.yaml', EverydayWords).no,
  ...Object.values(storyWords).flatMap(words => words.no),
].map(foldLetters)

const everydayStems = new Set(everydayWords.map(stemOf))

const everydayForms = new Set(everydayWords)

/** Whether the word stands there as it is written. */
export function isEverydayForm(word: string): boolean {
  return everydayForms.has(word)
}

/** Whether the lexeme is of a Norwegian word that is spelled right, though no service has it. */
export function isEveryday(stem: string): boolean {
  return everydayStems.has(stem)
}
