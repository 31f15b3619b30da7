import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import * as z from 'zod'
import { many, sql } from '#platform/db/sql.ts'
import { testApp } from '#test/app.ts'
import type { QueryWord } from '../analysis/analysis.ts'
import { allChoices, bandsByCode } from './all-choices.ts'
import { keepPacks } from './kept-packs.ts'
import { matchAll, startMatching, type Asked, type Matches } from './match.ts'
import { startSelection } from './search-packs.ts'
import { fetchFacts } from './search.store.ts'

const { db } = await testApp()
const tx = db.publicReader
const ALL = 100_000

const stored = await many(
  tx,
  z.object({ lexeme: z.string() }),
  sql`select distinct unnest(tsvector_to_array(lexemes)) as lexeme from catalogue.search_entry order by 1`,
)
const lexemes = stored.map(row => row.lexeme).filter(lexeme => !lexeme.startsWith('s:'))
const texts = lexemes.filter(lexeme => !/^[af]:/.test(lexeme))
const areas = lexemes.filter(lexeme => lexeme.startsWith('a:'))

test('one answer, from packs and from PostgreSQL: the same services, scores, reasons and counts', async () => {
  const filters = allChoices.filter(choice => lexemes.includes(`f:${choice.filter}:${choice.code}`))
  const word: fc.Arbitrary<QueryWord> = fc
    .record({
      lexemes: fc.uniqueArray(fc.constantFrom(...texts), { minLength: 1, maxLength: 6 }),
      weight: fc.constantFrom(0.25, 0.5, 1),
      isProperty: fc.boolean(),
      start: fc.constantFrom([0], []),
    })
    .map(({ lexemes: own, weight, isProperty, start }) => ({
      surface: own[0]!,
      positions: [...start],
      weight,
      isKnown: true,
      isProperty,
      alternatives: own.map((lexeme, n) => ({
        lexeme,
        kind: 'same',
        strength: 1 / (n + 1),
        meant: { nb: lexeme },
      })),
    }))
  const asking = fc.record({
    words: fc.array(word, { maxLength: 4 }),
    saysWhat: fc.boolean(),
    beside: fc.option(word),
    voice: fc.option(fc.constantFrom('youth' as const, 'parent' as const, 'employee' as const)),
    isUrgent: fc.boolean(),
    age: fc.option(fc.constant({ fromMonths: 150, toMonths: 162 })),
    chosen: fc.array(fc.constantFrom(...filters), { maxLength: 2 }),
    best: fc.option(fc.constantFrom(1, 5, 20), { nil: undefined }),
  })
  const packs = keepPacks()
  packs.trust(true)
  let matched = 0
  await fc.assert(
    fc.asyncProperty(
      asking,
      fc.uniqueArray(fc.constantFrom(...areas), { minLength: 1, maxLength: 5 }),
      async ({ best, ...rest }, place) => {
        const covering = new Map(
          place.map((area, n) => [area.slice(2), { whole: n % 2 === 0, distance: n % 4 }]),
        )
        const asked: Asked = {
          ...rest,
          covering,
          choices: allChoices,
          bands: bandsByCode,
          today: 9800,
          ...(best !== undefined && { best }),
        }
        const terms =
          rest.words.length > 0 ? [rest.words.flatMap(one => one.alternatives.map(a => a.lexeme))] : []
        const ours = await packs.goThrough(tx, place, () => {
          const selection = startSelection(terms, ALL)
          const matching = startMatching(asked)
          return {
            pack: (pack, gone) => matching.inPack(pack, selection.placesIn(pack, gone)),
            end: () => matching.end(),
          }
        })
        const weighedLexemes = [...rest.words, ...(rest.beside ? [rest.beside] : [])].flatMap(one =>
          one.alternatives.map(a => a.lexeme),
        )
        const withWords = rest.words.length > 0 ? weighedLexemes : null
        const theirs = matchAll(await fetchFacts(tx, [place, ...terms], withWords, ALL), asked)
        assert.deepEqual(rounded(ours!), rounded(theirs))
        // What is cut short is the beginning of all.
        if (best !== undefined) {
          const { best: _, ...all } = asked
          const whole = matchAll(await fetchFacts(tx, [place, ...terms], withWords, ALL), all)
          assert.deepEqual(rounded(theirs).ranked, rounded(whole).ranked.slice(0, best))
          assert.equal(theirs.total, whole.ranked.length)
          assert.equal(theirs.closest, Math.max(0, ...whole.ranked.map(match => match.closeness)))
          assert.deepEqual(theirs.counts, whole.counts)
        }
        matched += theirs.total
      },
    ),
    { numRuns: 300 },
  )
  assert.ok(matched > 500, `only ${matched} matched`)
})

/** Sums of the same numbers in another order differ in the last digits. */
function rounded({ ranked, ...rest }: Matches) {
  return {
    ...rest,
    ranked: ranked.map(match => ({
      ...match,
      score: Math.round(match.score * 1e9) / 1e9,
      keys: match.keys().toSorted((a, b) => a - b),
    })),
  }
}
