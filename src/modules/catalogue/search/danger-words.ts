import { z } from 'zod'
import { readYaml } from '#platform/content/content.ts'

const Group = z.looseObject({ kind: z.string(), words: z.record(z.string(), z.array(z.string())) })

/** Words and phrases of all groups and languages, folded, with a space on each side. */
const phrases = readYaml('content/danger-words.yaml', z.array(Group))
  .flatMap(group => Object.values(group.words).flat())
  .flatMap(phrase => folded(phrase))

/**
 * True when a search may be about danger: suicide, violence, abuse, overdose, in any of our languages. Help at once then
 * stands above the hits; the search itself is answered all the same.
 */
export function speaksOfDanger(text: string): boolean {
  const forms = folded(text)
  return phrases.some(phrase => forms.some(form => form.includes(phrase)))
}

/** Lower case, one space between and around words; with æ, ø and å as they are, and as people write them without. */
function folded(text: string): string[] {
  const plain = ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
  const twoLetters = plain.replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa')
  const oneLetter = plain.replaceAll('æ', 'ae').replaceAll('ø', 'o').replaceAll('å', 'a')
  return [...new Set([plain, twoLetters, oneLetter])]
}
