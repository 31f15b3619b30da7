import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Reader } from '#platform/db/sql.ts'
import { filled } from '#platform/html/kept.tsx'
import { localeOf } from '#platform/i18n/locale.tsx'
import { openSpillFile } from '#platform/spill-file.ts'
import { keepCards } from './kept-cards.ts'

/** A database that gives each card asked for a name, and notes what it was asked. */
function makeReader(name: () => string) {
  const asked: number[][] = []
  const tx: Reader = {
    query: statement => {
      const numbers = statement.values![0] as number[]
      asked.push(numbers)
      const rows = numbers
        .filter(n => n < 100)
        .map(number => ({ number, card: { slug: `${name()} ${number}` } }))
      return Promise.resolve({ rows } as never)
    },
  }
  return { tx, asked }
}

/** More than there is room for. */
const MANY = () => 1_000_000

test('a card that is asked for twice is kept, and comes in its place; one that is gone leaves its place empty', async () => {
  const { tx, asked } = makeReader(() => 'a')
  const cards = keepCards(MANY)
  cards.trust(true)
  const find = async (numbers: number[]) => (await cards.find(tx, numbers)).map(card => card?.slug)
  assert.deepEqual(await find([2, 100, 1]), ['a 2', undefined, 'a 1'])
  assert.deepEqual(await find([1, 2, 3]), ['a 1', 'a 2', 'a 3'])
  assert.deepEqual(await find([3, 1]), ['a 3', 'a 1'])
  assert.deepEqual(asked, [[2, 100, 1], [1, 2, 3], [3]])
})

test('after a change cards are read anew, also those that were on their way', async () => {
  let name = 'before'
  const { tx } = makeReader(() => name)
  const cards = keepCards(MANY)
  cards.trust(true)
  const slow: Reader = {
    query: async statement => {
      const answer = await tx.query(statement)
      name = 'after'
      cards.clear()
      return answer
    },
  }
  await cards.find(tx, [1])
  assert.equal((await cards.find(slow, [1]))[0]!.slug, 'before 1')
  assert.equal((await cards.find(tx, [1]))[0]!.slug, 'after 1')
})

test('while changes might go unheard nothing is kept', async () => {
  const { tx, asked } = makeReader(() => 'a')
  const cards = keepCards(MANY)
  for (const heard of [false, true, false]) {
    cards.trust(heard)
    for (let i = 0; i < 3; i += 1) await cards.find(tx, [1])
  }
  assert.equal(asked.length, 3 + 2 + 3)
})

test('so many are in memory, the latest; the others lie in the file while there is room, with what was rendered of them', async () => {
  const { tx, asked } = makeReader(() => 'a')
  const cards = keepCards(MANY, 2)
  cards.trust(true)
  for (let i = 0; i < 2; i += 1) await cards.find(tx, [1, 2, 3, 4, 5])
  const shown = (number: number, text: string) =>
    cards
      .find(tx, [number])
      .then(([card]) => filled(localeOf('nb'), { by: 'test', of: card }, [], () => text))
  assert.equal(asked.length, 2)
  assert.equal(await shown(1, 'made for the first time'), 'made for the first time')
  for (const number of [2, 3, 4, 5]) assert.equal((await cards.find(tx, [number]))[0]!.slug, `a ${number}`)
  assert.equal(await shown(1, 'made again'), 'made for the first time')
  assert.equal(asked.length, 2)
  cards.clear()
  for (let i = 0; i < 2; i += 1) assert.equal((await cards.find(tx, [1, 2, 3])).length, 3)
  assert.equal(asked.length, 4)
  assert.equal(await shown(1, 'made anew'), 'made anew')
})

test('what has been lost from the file is read again', async () => {
  const { tx, asked } = makeReader(() => 'a')
  // Room for about one.
  for (const spill of [openSpillFile(40), openSpillFile(0), { ...openSpillFile(1000), read: () => false }]) {
    asked.length = 0
    const cards = keepCards(MANY, 1, spill)
    cards.trust(true)
    for (let i = 0; i < 5; i += 1)
      assert.deepEqual(
        (await cards.find(tx, [1, 2, 3])).map(card => card?.slug),
        ['a 1', 'a 2', 'a 3'],
      )
    assert.equal(asked.length, 5)
  }
})

test('where there is room for all, a card is kept when it has been asked for once', async () => {
  const { tx, asked } = makeReader(() => 'a')
  const cards = keepCards(() => 2, 2)
  cards.trust(true)
  for (const numbers of [[1], [1, 2], [2, 1]]) await cards.find(tx, numbers)
  assert.deepEqual(asked, [[1], [2]])
})
