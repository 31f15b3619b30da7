import * as z from 'zod'
import { readYaml } from '#platform/content/content.ts'
import { foldLetters } from '../analysis/letters.ts'

const names = z.array(z.string()).transform(lines => lines.flatMap(line => line.split(/\s+/)))

const lists = readYaml(
  'content/person-names.yaml',
  z.object({ first_names: names, surnames: names, endings: names }).strict(),
)

const listed = [...lists.first_names, ...lists.surnames].map(name => name.normalize('NFC').toLowerCase())

/**
 * A name as it is compared: lower case, and alike for those without Norwegian letters on their keyboard: 'Bjørn', 'Bjoern' and
 * 'Bjorn' are one, and so are 'Åse' and 'Aase'.
 */
export function fold(word: string): string {
  return foldLetters(word)
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('å', 'a')
    .replaceAll('oe', 'o')
    .replaceAll('aa', 'a')
    .replaceAll('ae', 'e')
}

/** Names of persons, each one word. */
export const personNames: {
  /** In lower case, as they are written. */
  written: ReadonlySet<string>
  folded: ReadonlySet<string>
  /** How surnames end, folded. */
  endings: readonly string[]
} = {
  written: new Set(listed),
  folded: new Set(listed.map(fold)),
  endings: lists.endings.map(fold),
}
