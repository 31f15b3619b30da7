import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { z } from 'zod'
import { many, sql, type Reader } from '#platform/db/sql.ts'
import { testApp } from '#test/app.ts'
import { makeTestOwner, publishService, withdrawService } from '#test/services.ts'
import { hashOf, endOf, forEachWeighed } from './facts.ts'
import { keepEntries, type KeptEntries, type Terms } from './kept-entries.ts'
import { fetchFacts } from './search.store.ts'

const app = await testApp()
const tx = app.db.publicReader
const ALL = 100_000
const few = () => 500

/** Asks until it is read. */
async function once(entries: KeptEntries, terms: Terms, words: string[] | null): Promise<Uint32Array> {
  for (;;) {
    const found = entries.find(terms, words, ALL)
    if (found) return found
    await tx.query({ text: 'select 1' })
  }
}

/** By the number of each service: its facts, and which lexemes it has where. */
function servicesIn(facts: Uint32Array, withWords: boolean): [number, string][] {
  const services: [number, string][] = []
  for (let at = 0; at < facts.length; at = endOf(facts, at, withWords)) {
    const weighed: string[] = []
    if (withWords) forEachWeighed(facts, at, (hash, weight) => weighed.push(`${hash}:${weight}`))
    const own = facts.subarray(at, at + (facts[at]! & 0xffff))
    services.push([facts[at + 1]!, `${own.join(' ')} / ${weighed.toSorted().join(' ')}`])
  }
  return services.toSorted(([a], [b]) => a - b)
}

const kept = keepEntries(tx, few, 0)
kept.trust(true)

const stored = await many(
  tx,
  z.object({ lexemes: z.array(z.string()) }),
  sql`select tsvector_to_array(lexemes) as lexemes from catalogue.search_entry order by number`,
)
const lexemes = [...new Set(stored.flatMap(row => row.lexemes))].filter(lexeme => !lexeme.startsWith('s:'))
const texts = lexemes.filter(lexeme => !/^[af]:/.test(lexeme))

test('the program and PostgreSQL find the same services, and the same words in them', async () => {
  assert.ok(texts.length > 1000, `only ${texts.length} lexemes`)
  const term = fc.array(fc.constantFrom(...lexemes, 'ukjent'), { minLength: 1, maxLength: 8 })
  const words = fc.option(fc.array(fc.constantFrom(...texts, 'ukjent'), { minLength: 1, maxLength: 8 }))
  await fc.assert(
    fc.asyncProperty(fc.array(term, { maxLength: 3 }), words, async (terms, asked) => {
      const ours = servicesIn(await once(kept, terms, asked), asked !== null)
      const theirs = servicesIn(await fetchFacts(tx, terms, asked, ALL), asked !== null)
      assert.ok(JSON.stringify(ours) === JSON.stringify(theirs), `${ours.length} and ${theirs.length}`)
    }),
    { numRuns: 300 },
  )
})

test('no more are found than were asked for, and each holds the terms', async () => {
  const all = servicesIn(await once(kept, [['a:NO']], null), false)
  const some = servicesIn(kept.find([['a:NO']], null, 7)!, false)
  assert.ok(all.length > 7)
  assert.equal(some.length, 7)
  const known = new Map(all)
  for (const [number, facts] of some) assert.equal(facts, known.get(number))
  assert.equal(servicesIn(kept.find([], null, 9)!, false).length, 9)
})

test('after a change nothing old is found: PostgreSQL is asked until it has been read again', async () => {
  await app.db.asOwner(makeTestOwner)
  const named = (name: string) =>
    app.db.asOwner(owner => publishService(owner, { key: 'kvasthopp', name: { nb: name, nn: name } }))
  const entries = keepEntries(tx, few, 0)
  entries.trust(true)
  const holding = async (lexeme: string) => servicesIn(await once(entries, [[lexeme]], null), false).length
  const lexemeOf = async (id: string) =>
    (
      await many(
        tx,
        z.object({ lexeme: z.string() }),
        sql`select unnest(tsvector_to_array(lexemes)) as lexeme from catalogue.search_entry where service_id = ${id}`,
      )
    ).find(({ lexeme }) => lexeme.startsWith('kvast'))!.lexeme

  assert.equal(await holding('kvast'), 0)
  const id = await named('Kvasthopp')
  entries.changed()
  assert.equal(entries.find([['a:NO']], null, 1), null)
  assert.equal(await holding(await lexemeOf(id)), 1)
  const before = await lexemeOf(id)

  await named('Kvastridning')
  entries.changed()
  assert.equal(await holding(before), 0)
  assert.equal(await holding(await lexemeOf(id)), 1)

  await app.db.asOwner(owner => withdrawService(owner, id))
  entries.changed()
  assert.equal(
    await holding('a:3228'),
    servicesIn(await fetchFacts(tx, [['a:3228']], null, ALL), false).length,
  )
})

test('a change that is told while all is read is read too', async () => {
  let reads = 0
  const counting: Reader = {
    query(statement) {
      reads += 1
      if (reads === 2) entries.changed()
      return tx.query(statement)
    },
  }
  const entries = keepEntries(counting, few, 0)
  entries.trust(true)
  await once(entries, [['a:NO']], null)
  assert.ok(reads >= 3, `${reads} reads`)
})

test('nothing is kept while changes might go unheard, of too many services, or for a few searches', async () => {
  const asked: string[] = []
  const watching: Reader = {
    query(statement) {
      asked.push(statement.text)
      return tx.query(statement)
    },
  }
  const unheard = keepEntries(watching, few, 0)
  const many = keepEntries(watching, () => 1_000_000, 0)
  const rarely = keepEntries(watching, few, 2)
  many.trust(true)
  rarely.trust(true)
  for (let i = 0; i < 2; i += 1) {
    for (const entries of [unheard, many, rarely]) assert.equal(entries.find([['a:NO']], null, 1), null)
  }
  assert.deepEqual(asked, [])
  assert.ok(await once(rarely, [['a:NO']], null))
  rarely.trust(false)
  assert.equal(rarely.find([['a:NO']], null, 1), null)
})

test('two lexemes of the catalogue are not taken for one another', () => {
  assert.equal(new Set(texts.map(lexeme => hashOf(lexeme) >>> 2)).size, texts.length)
})
