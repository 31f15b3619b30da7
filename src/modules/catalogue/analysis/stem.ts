import { bareStem } from './bare-stem.ts'
import { norms } from './norms.ts'

/** How many words are remembered with their stems; then all are forgotten, for people may type any. */
const REMEMBERED = 60_000
const remembered = new Map<string, string>()

/**
 * The lexeme of a Norwegian word form, in lower case: without inflection, alike in bokmål and nynorsk, however it is
 * inflected. A key to compare by, not a word ('skulehelsetenest'). It depends on nothing but content/ and Los, so that it is
 * the same in every lexicon.
 */
export function stemOf(form: string): string {
  const known = remembered.get(form)
  if (known !== undefined) return known
  if (remembered.size >= REMEMBERED) remembered.clear()
  const bare = bareStem(form)
  const stem = norms.get(bare) ?? bare
  remembered.set(form, stem)
  return stem
}
