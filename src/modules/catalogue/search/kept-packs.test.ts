import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import * as z from 'zod'
import { many, sql, type Reader } from '#platform/db/sql.ts'
import type { SpillFile } from '#platform/spill-file.ts'
import { testApp } from '#test/app.ts'
import { makeTestOwner, publishService, serviceDocument, withdrawService } from '#test/services.ts'
import { publishAll } from '../publication/publication.store.ts'
import { endOf, forEachWeighed, hashOf } from './facts.ts'
import { keepPacks, type KeptPacks } from './kept-packs.ts'
import { lexemeAt, listOf } from './pack.ts'
import { keyOf } from './score-words.ts'
import { startSelection, type Terms } from './search-packs.ts'
import { fetchFacts } from './search.store.ts'

const app = await testApp()
const tx = app.db.publicReader
const ALL = 100_000

/** By the number of each service: its facts, and which lexemes it has where. */
type Services = [number, string][]

/** What PostgreSQL finds. */
function servicesIn(facts: Uint32Array, withWords: boolean): Services {
  const services: Services = []
  for (let at = 0; at < facts.length; at = endOf(facts, at, withWords)) {
    const weighed: string[] = []
    if (withWords) forEachWeighed(facts, at, (hash, weight) => weighed.push(`${hash}:${weight}`))
    services.push(described(facts, at, weighed))
  }
  return services.toSorted(([a], [b]) => a - b)
}

function described(facts: Uint32Array, at: number, weighed: string[]): [number, string] {
  const own = facts.subarray(at, at + (facts[at]! & 0xffff))
  return [facts[at + 1]!, `${own.join(' ')} / ${weighed.toSorted().join(' ')}`]
}

/** What packs hold; null when they are not packed. */
function find(
  packs: KeptPacks,
  reader: Reader,
  lexemes: readonly string[],
  asked: Terms = [],
  weighed: readonly string[] | null = null,
  limit = ALL,
): Promise<Services | null> {
  return packs.goThrough(reader, lexemes, () => {
    const selection = startSelection(asked, limit)
    const services: Services = []
    return {
      pack(pack, gone) {
        const words = new Map(selection.placesIn(pack, gone).map(place => [place, [] as string[]]))
        for (const key of new Set(weighed?.map(keyOf)))
          for (const one of listOf(pack, lexemeAt(pack, key))) words.get(one >>> 2)?.push(`${key}:${one & 3}`)
        for (const [place, own] of words) services.push(described(pack.facts, pack.starts[place]!, own))
      },
      end: () => services.toSorted(([a], [b]) => a - b),
    }
  })
}

function trusted(limit?: number): KeptPacks {
  const packs = keepPacks(limit)
  packs.trust(true)
  return packs
}

const stored = await many(
  tx,
  z.object({ lexemes: z.array(z.string()) }),
  sql`select tsvector_to_array(lexemes) as lexemes from catalogue.search_entry order by number`,
)
const lexemes = [...new Set(stored.flatMap(row => row.lexemes))].filter(lexeme => !lexeme.startsWith('s:'))
const texts = lexemes.filter(lexeme => !/^[af]:/.test(lexeme))
const facts = lexemes.filter(lexeme => /^[af]:/.test(lexeme))
const areas = facts.filter(lexeme => lexeme.startsWith('a:'))

/** Lists as a search asks for them: of texts, or of facts. */
const someOf = (from: string[]) =>
  fc.array(fc.constantFrom(...from, from[0]!.startsWith('a:') ? 'a:0000' : 'ukjent'), {
    minLength: 1,
    maxLength: 8,
  })
const terms = fc.array(fc.oneof(someOf(texts), someOf(texts), someOf(facts)), { maxLength: 3 })
const words = fc.option(someOf(texts))

test('packs and PostgreSQL hold the same services, and the same words in them', async () => {
  assert.ok(texts.length > 1000, `only ${texts.length} lexemes`)
  // One forgets all but the last pack, so that it reads each time.
  const many = [trusted(), trusted(1)]
  const places = fc.option(
    fc.uniqueArray(fc.constantFrom(...areas, 'a:0000'), { minLength: 1, maxLength: 6 }),
  )
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...many), places, terms, words, async (packs, place, asked, weighed) => {
      const ours = await find(packs, tx, place ?? ['*'], asked, weighed)
      const stored = await fetchFacts(tx, place ? [place, ...asked] : asked, weighed, ALL)
      const theirs = servicesIn(stored, weighed !== null)
      assert.ok(ours, 'it is packed')
      assert.ok(JSON.stringify(ours) === JSON.stringify(theirs), `${ours.length} and ${theirs.length}`)
    }),
    { numRuns: 400 },
  )
})

test('no more are found than were asked for, and each holds the terms', async () => {
  const packs = trusted()
  const all = new Map(await find(packs, tx, ['a:NO']))
  const some = (await find(packs, tx, ['a:NO'], [], null, 7))!
  assert.ok(all.size > 7)
  assert.equal(some.length, 7)
  for (const [number, own] of some) assert.equal(own, all.get(number))
})

/** What is asked of the database. */
function watched(): { reader: Reader; asked: string[] } {
  const asked: string[] = []
  const reader: Reader = {
    query(statement) {
      asked.push(statement.text)
      return tx.query(statement)
    },
  }
  return { reader, asked }
}

test('packs are looked at once, and again when something has changed or changes might go unheard', async () => {
  const { reader, asked } = watched()
  const packs = trusted()
  const look = () => find(packs, reader, ['a:3228', 'a:NO'])
  await look()
  await look()
  assert.equal(asked.length, 1)
  packs.changed()
  await look()
  await look()
  assert.equal(asked.length, 2)
  packs.trust(false)
  await look()
  await look()
  assert.equal(asked.length, 4)
})

test('what is published, changed, moved or withdrawn is so in the packs at once, however many it is', async () => {
  await app.db.asOwner(makeTestOwner)
  const packs = trusted()
  const inPlace = async (area: string, terms: Terms = []) => {
    packs.changed()
    const found = (await find(packs, tx, [area], terms))!
    const all = await find(packs, tx, ['*'], [[area], ...terms])
    const stored = servicesIn(await fetchFacts(tx, [[area], ...terms], null, ALL), false)
    assert.deepEqual(found, stored, area)
    assert.deepEqual(all, stored, area)
    return found.length
  }
  const named = (n: number, name: string, coverage = ['3228']) =>
    app.db.asOwner(owner =>
      publishService(owner, { key: `kvast-${n}`, name: { nb: name, nn: name }, coverage }),
    )
  const lexemeOf = async (id: string) =>
    (
      await many(
        tx,
        z.object({ lexeme: z.string() }),
        sql`select unnest(tsvector_to_array(lexemes)) as lexeme from catalogue.search_entry where service_id = ${id}`,
      )
    ).find(({ lexeme }) => lexeme.startsWith('kvast'))!.lexeme

  const [nes, nannestad] = [await inPlace('a:3228'), await inPlace('a:3238')]
  const id = await named(0, 'Kvasthopp')
  const hop = await lexemeOf(id)
  assert.equal(await inPlace('a:3228'), nes + 1)
  assert.equal(await inPlace('a:3228', [[hop]]), 1)

  await named(0, 'Kvastridning')
  assert.equal(await inPlace('a:3228', [[hop]]), 0)
  assert.equal(await inPlace('a:3228', [[await lexemeOf(id)]]), 1)

  await named(0, 'Kvastridning', ['3238', '3230'])
  assert.equal(await inPlace('a:3228'), nes)
  assert.equal(await inPlace('a:3238'), nannestad + 1)
  assert.equal(
    (await find(packs, tx, ['a:3238', 'a:3230'], [[await lexemeOf(id)]]))?.length,
    1,
    'what covers both is found once',
  )

  // So many that it is packed anew on the way.
  const eighty = Array.from({ length: 80 }, (_, n) =>
    serviceDocument({
      key: `kvast-mange-${n}`,
      name: { nb: `Kvast ${n}`, nn: `Kvast ${n}` },
      coverage: ['3228'],
    }),
  )
  await app.db.asOwner(owner => publishAll(owner, eighty, { by: 'prøven' }))
  assert.equal(await inPlace('a:3228'), nes + 80)
  await app.db.asOwner(owner => withdrawService(owner, id))
  assert.equal(await inPlace('a:3238'), nannestad)
})

test('where nothing has been packed, PostgreSQL is to be asked', async () => {
  const empty: Reader = {
    query: async statement => ({ ...(await tx.query(statement)), rows: [] }),
  }
  assert.equal(await find(trusted(), empty, ['a:3228']), null)
})

test('two lexemes of the catalogue are not taken for one another', () => {
  assert.equal(new Set(texts.map(lexeme => hashOf(lexeme) >>> 2)).size, texts.length)
})

test('ten searches that begin together read as much as one', async () => {
  let reads = 0
  const counting: Reader = {
    query(statement) {
      reads += 1
      return tx.query(statement)
    },
  }
  const readsOf = async (searches: number) => {
    const packs = trusted()
    const before = reads
    const look = () => find(packs, counting, [areas[0]!])
    const [first, ...others] = await Promise.all(Array.from({ length: searches }, look))
    for (const other of others) assert.deepEqual(other, first)
    const read = reads - before
    packs.changed()
    await look()
    assert.equal(reads, before + read + 1, 'and look again when something has changed')
    return read
  }
  const alone = await readsOf(1)
  assert.ok(alone > 0)
  assert.equal(await readsOf(10), alone)
})

test('a read that failed is tried again by the next', async () => {
  const packs = trusted()
  const broken: Reader = { query: () => Promise.reject(new Error('away')) }
  const both = await Promise.allSettled([find(packs, broken, [areas[0]!]), find(packs, broken, [areas[0]!])])
  assert.deepEqual(
    both.map(({ status }) => status),
    ['rejected', 'rejected'],
  )
  assert.ok(await find(packs, tx, [areas[0]!]))
})

test('what was read ahead is not asked for again, until it is told to stop', async () => {
  let asked = 0
  const counting: Reader = { query: statement => ((asked += 1), tx.query(statement)) }
  const packs = trusted()
  await packs.readAhead(counting, () => Promise.resolve())
  assert.ok(asked > areas.length, `${asked} for ${areas.length} areas`)
  asked = 0
  for (const area of areas) assert.ok(await find(packs, counting, [area]))
  assert.equal(asked, 0)

  let pauses = 0
  const stopped = trusted().readAhead(counting, () =>
    (pauses += 1) > 2 ? Promise.reject(new Error('stop')) : Promise.resolve(),
  )
  await assert.rejects(stopped, /stop/)
  assert.equal(asked, 1 + 2)
})

test('a pack that was put out of memory lies in the file, and is read anew when it is lost from there', async () => {
  const written = new Map<number, Uint8Array>()
  let next = 0
  const spill: SpillFile = {
    holds: ({ at }) => written.has(at),
    write(bytes) {
      const slip = { at: (next += 1), length: bytes.length }
      written.set(slip.at, bytes.slice())
      return slip
    },
    read({ at }, into) {
      const bytes = written.get(at)
      if (bytes) into.set(bytes)
      return bytes !== undefined
    },
  }
  const { reader, asked } = watched()
  const packs = keepPacks(1, spill)
  packs.trust(true)
  const places = areas.slice(0, 3).map(area => [area, 'a:NO'])
  const look = () => Promise.all(places.map(place => find(packs, reader, place)))
  const first = await look()
  assert.ok(first.every(services => services!.length > 0))
  assert.ok(written.size > 0)
  const before = asked.length
  assert.deepEqual(await look(), first)
  assert.equal(asked.length, before, 'the database is not asked for what is in the file')

  // A change of other services is looked for, and what lies in the file is still what was packed.
  packs.changed()
  assert.deepEqual(await look(), first)

  written.clear()
  assert.deepEqual(await look(), first)
  assert.ok(asked.length > before, 'what was lost is read')
})

test('without a file to write to, packs are read each time and no search fails', async () => {
  const packs = keepPacks(1, { write: () => null, read: () => false, holds: () => false })
  packs.trust(true)
  const look = () => find(packs, tx, areas.slice(0, 4))
  assert.deepEqual(await look(), await look())
})
