import type { QueryPlace } from './analysis.ts'
import { baseWords } from './base-words.ts'
import type { Word } from './letters.ts'
import { conceptsOfLexeme } from './patterns.ts'
import { stemOf } from './stem.ts'
import { authorities, isStopWord, placesThatAreWords, towardsPlaces } from './stop-words.ts'

/** No name of a place has more words. */
const LONGEST_NAME = 4

/**
 * The words of a query that name a place: the longest run, one that is surely a place before one that may be, the first of
 * those. A single word that means something else too (Ski, Time) is surely a place when 'i' stands before it or
 * 'kommune' after it. Null: none.
 */
export function placeIn(
  query: readonly Word[],
  taken: ReadonlySet<number>,
  places: ((words: string[]) => boolean) | undefined,
  isEnglish: boolean,
): QueryPlace | null {
  let best: QueryPlace | null = null
  for (let from = 0; from < query.length; from++) {
    for (let length = Math.min(LONGEST_NAME, query.length - from); length > 0; length--) {
      const found = runAt(query, from, length, taken, places, isEnglish)
      if (found && (!best || rank(found) > rank(best))) best = found
    }
  }
  return best
}

function rank(place: QueryPlace): number {
  return (place.isSure ? 10 : 0) + place.positions.length
}

function runAt(
  query: readonly Word[],
  from: number,
  length: number,
  taken: ReadonlySet<number>,
  places: ((words: string[]) => boolean) | undefined,
  isEnglish: boolean,
): QueryPlace | null {
  const run = query.slice(from, from + length)
  const positions = run.map((_, index) => from + index)
  if (positions.some(position => taken.has(position))) return null
  const forms = run.map(word => word.surface)
  const [first, last] = [forms[0]!, forms.at(-1)!]
  const text = run.map(word => word.written).join(' ')
  if (length === 1 && /^\d+$/.test(first)) {
    const isPostcode = /^\d{4}$/.test(first) && (!places || places(forms))
    return isPostcode ? { text, positions, isSure: true } : null
  }
  const isAlone = query.length === 1
  const says = (form: string) => !isStopWord(form, 'nb') && !(isEnglish && isStopWord(form, 'en'))
  // A name neither begins nor ends with a stop word ('i Nes', 'his child'), unless it is all there is (Å).
  if (!places || (!isAlone && (!says(first) || !says(last) || authorities.has(first)))) return null
  const isNamed = places(forms) || (length > 1 && authorities.has(last) && places(forms.slice(0, -1)))
  if (!isNamed) return null
  const isTowards = towardsPlaces.has(query[from - 1]?.surface ?? '')
  const hasAuthority = authorities.has(last) || authorities.has(query[from + length]?.surface ?? '')
  return { text, positions, isSure: length > 1 || isTowards || hasAuthority || !meansMore(first) }
}

function meansMore(form: string): boolean {
  return (
    placesThatAreWords.has(form) || contentWords.has(form) || conceptsOfLexeme(stemOf(form), words).length > 0
  )
}

/** Words that content/ itself uses are more than places: 'hvem skal barna bo hos'. */
const contentWords = baseWords()

const words = new Set(['word', 'slang'] as const)
