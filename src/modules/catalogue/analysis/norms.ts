import * as z from 'zod'
import { doneOnce } from '#platform/kept-work.ts'
import { projectFile } from '#platform/content/content.ts'
import { diagnosisGroups, riskGroups, rooms, targetGroups, themes } from '../vocabulary/vocabulary.ts'
import { bareStem } from './bare-stem.ts'
import { concepts } from './concepts.ts'
import { wordsOf } from './letters.ts'

/** A text in bokmål and the same in nynorsk. */
export type InBothNorms = readonly [nb: string, nn: string]

/**
 * Stems of nynorsk words with those of the bokmål ones that stand in their place, where rules do not join them: of texts
 * with as many words in both. Only words that look alike ('omsetnad' and 'omsetning', not 'bustad' and 'bolig'), and none that
 * is a bokmål word of its own.
 */
export function normsLearntFrom(texts: readonly InBothNorms[]): Map<string, string> {
  const inBokmal = new Set(texts.flatMap(([nb]) => stemsOf(nb)))
  const learnt = new Map<string, string>()
  for (const [nb, nn] of texts) {
    const [own, other] = [stemsOf(nb), stemsOf(nn)]
    if (own.length !== other.length) continue
    other.forEach((stem, place) => {
      const same = own[place]!
      if (stem !== same && !inBokmal.has(stem) && !learnt.has(stem) && lookAlike(stem, same))
        learnt.set(stem, same)
    })
  }
  return learnt
}

function stemsOf(text: string): string[] {
  return wordsOf(text).map(word => bareStem(word.surface))
}

/** Of long stems, much as long: half of their pairs of letters are the same, and the first letter. */
function lookAlike(stem: string, other: string): boolean {
  if (Math.min(stem.length, other.length) < 5 || stem[0] !== other[0]) return false
  if (Math.abs(stem.length - other.length) > 3) return false
  const pairs = new Set(pairsOf(stem))
  const shared = pairsOf(other).filter(pair => pairs.has(pair)).length
  return (2 * shared) / (stem.length + other.length - 2) >= 0.5
}

function pairsOf(stem: string): string[] {
  return Array.from({ length: stem.length - 1 }, (_, at) => stem.slice(at, at + 2))
}

const LosEntries = z.array(
  z.object({
    label: z.object({ nb: z.string(), nn: z.string().nullable() }),
    synonyms: z
      .object({ nb: z.array(z.string()), nn: z.array(z.string()) })
      .partial()
      .optional(),
  }),
)

/** Learnt from Los, the concepts and the vocabularies. */
const texts = textsInBothNorms()
export const norms: ReadonlyMap<string, string> = doneOnce(
  'norms',
  texts.flat(),
  z.map(z.string(), z.string()),
  () => normsLearntFrom(texts),
)

function textsInBothNorms(): InBothNorms[] {
  const los = LosEntries.parse(JSON.parse(projectFile('data/los.json'))).flatMap(({ label, synonyms }) => [
    ...together([label.nb], [label.nn ?? label.nb]),
    ...together(synonyms?.nb ?? [], synonyms?.nn ?? []),
  ])
  const names = [rooms, themes, targetGroups, riskGroups, diagnosisGroups].flatMap(
    vocabulary => vocabulary.list,
  )
  const own = [...concepts.map(({ label }) => label), ...names.map(({ name }) => name)]
  return [...los, ...own.map(({ nb, nn }): InBothNorms => [nb, nn])]
}

/** Lists that are as long say the same in the same order. */
function together(nb: readonly string[], nn: readonly string[]): InBothNorms[] {
  return nb.length === nn.length ? nb.map((text, place): InBothNorms => [text, nn[place]!]) : []
}
