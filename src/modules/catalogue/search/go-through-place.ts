import type { Reader } from '#platform/db/sql.ts'
import { chooseFrom } from './choices.ts'
import { coveringOf } from './covering-of.ts'
import { allChoices, bandsByCode, chosenIn } from './all-choices.ts'
import type { PackVisit } from './kept-packs.ts'
import type { SearchKnowledge } from './knowledge.ts'
import { factsOf, startSelection } from './search-packs.ts'
import type { SearchQuery } from './search.schema.ts'
import { fetchFacts } from './search.store.ts'

const EVERY = 1_000_000

/** What covers a place, to be gone through by one choice after the other as a search does: no words, each place the same. */
export async function goThroughPlace(
  tx: Reader,
  place: string,
  knowledge: SearchKnowledge,
): Promise<{ facts: Uint32Array; choose: (query: SearchQuery) => ReturnType<typeof chooseFrom> }> {
  const areas = [...coveringOf(knowledge.geography, place).keys()].map(code => `a:${code}`)
  const facts =
    (await knowledge.packs.goThrough(tx, areas, collectFacts)) ?? (await fetchFacts(tx, [areas], null, EVERY))
  return {
    facts,
    choose: query => chooseFrom(facts, { chosen: chosenIn(query), choices: allChoices, bands: bandsByCode }),
  }
}

function collectFacts(): PackVisit<Uint32Array> {
  const selection = startSelection([], EVERY)
  const runs: Uint32Array[] = []
  return {
    pack: (pack, gone) => void runs.push(factsOf(pack, selection.placesIn(pack, gone))),
    end() {
      const all = new Uint32Array(runs.reduce((sum, run) => sum + run.length, 0))
      let at = 0
      for (const run of runs) {
        all.set(run, at)
        at += run.length
      }
      return all
    },
  }
}
