import { gather, type Later } from '#platform/gather.ts'
import { counter } from '#platform/http/metrics.ts'
import type { Found } from '../search/find-services.ts'
import type { SearchKnowledge } from '../search/knowledge.ts'
import { filterNames, type SearchQuery } from '../search/search.schema.ts'
import { keepableText } from './keepable-text.ts'
import type { UnmetDay } from './unmet-need.store.ts'
import { wordKnowledge } from './word-knowledge.ts'

/** A search without a hit. */
type Unmet = { day: string; area: string; text: string | null }

/** Gathers searches without a hit in memory, and has them written now and then. */
export type UnmetNeeds = {
  /** Takes no time and never fails: what there is no room for is dropped. */
  note(unmet: Unmet): void
  /** Writes what there is; done when it and all before is written or dropped. */
  flush(): Promise<void>
}

/** More texts than this between two writings, or in a day, are no people's: a script's, which must not fill what is kept. */
const MOST_TEXTS = 200
const MOST_TEXTS_OF_DAY = 1_000

/** Nor are more searches than this in one area between two writings: they are not counted, so that no script makes a need. */
const MOST_SEARCHES = 300

const dropped = counter(
  'nettungen_unmet_need_dropped_total',
  'Searches without a hit that could not be noted, or whose words could not: no room, or the database was away.',
)

/** A day while it is gathered, with the number of searches in it. */
type Gathering = { day: string; counts: Map<string, number>; texts: Set<string>; searches: number }

/**
 * @param write a day to the database. When it fails that day is dropped: it is not tried again, and nothing is said of it
 * @param later when to write, counted from the first search
 */
export function gatherUnmetNeeds(write: (day: UnmetDay) => Promise<void>, later?: Later): UnmetNeeds {
  // How many texts have been taken on the latest day, in all its gatherings: a number, and nothing of whose they were.
  let ofDay = { day: '', texts: 0 }

  const writeAll = async (gathered: ReadonlyMap<string, Gathering>) => {
    for (const day of gathered.values()) {
      try {
        await write(day)
      } catch {
        dropped(day.searches)
      }
    }
  }
  const gathered = gather(() => new Map<string, Gathering>(), writeAll, later)
  return {
    flush: () => gathered.flush(),
    note({ day, area, text }) {
      const days = gathered.here()
      const gathering = days.get(day) ?? { day, counts: new Map(), texts: new Set(), searches: 0 }
      days.set(day, gathering)
      gathering.searches += 1
      // There are some hundred areas.
      const count = gathering.counts.get(area) ?? 0
      if (count < MOST_SEARCHES) gathering.counts.set(area, count + 1)
      else dropped(1)
      if (text !== null && !gathering.texts.has(text)) {
        if (ofDay.day !== day) ofDay = { day, texts: 0 }
        if (gathering.texts.size < MOST_TEXTS && ofDay.texts < MOST_TEXTS_OF_DAY) {
          gathering.texts.add(text)
          ofDay.texts += 1
        } else if (count < MOST_SEARCHES) dropped(1)
      }
    },
  }
}

/**
 * Notes a search that found nothing at all: the first page, by words, without filters. Where danger was heard it is counted
 * only, and its words go nowhere. It is called for a person's visit, after the answer has been made.
 * @param asked as it was typed
 * @param day today
 */
export function noteSearch(
  needs: UnmetNeeds,
  asked: SearchQuery,
  answer: Pick<Found, 'total' | 'query' | 'understood'>,
  search: { knowledge: SearchKnowledge; day: string; isDanger: boolean },
): void {
  const { query } = answer
  const isPlain = asked.side === 1 && filterNames.every(name => asked[name].length === 0)
  if (!asked.q || !isPlain || answer.total > 0) return
  const { knowledge, day, isDanger } = search
  try {
    const text = isDanger ? null : textToKeep(asked.q, answer, knowledge)
    needs.note({ day, area: query.kommune ?? query.dekker ?? knowledge.geography.country().code, text })
  } catch {
    // A search is never failed by this.
    dropped(1)
  }
}

/** Of texts whose understanding is kept: looking at every word takes as long as finding what answers them. */
const textsToKeep = new WeakMap<object, string | null>()

function textToKeep(
  written: string,
  { understood }: Pick<Found, 'understood'>,
  knowledge: SearchKnowledge,
): string | null {
  if (!understood) return null
  const before = textsToKeep.get(understood)
  if (before !== undefined) return before
  const place = understood.place?.isSure ? understood.place.text : null
  const text = keepableText(written, place, wordKnowledge(knowledge))
  textsToKeep.set(understood, text)
  return text
}

/**
 * May the page that answers a search stay in memory for the next who asks the same? By the rule for words that are kept for owners
 * to read: they tell of nobody, are known, and no danger is near. And it found something: a search that did not is counted.
 */
export function mayBeKept(
  asked: Pick<SearchQuery, 'q'>,
  answer: Pick<Found, 'total' | 'understood'>,
  { knowledge, isDanger }: { knowledge: SearchKnowledge; isDanger: boolean },
): boolean {
  if (isDanger || answer.total === 0) return false
  return !asked.q || textToKeep(asked.q, answer, knowledge) !== null
}
