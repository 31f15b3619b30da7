import assert from 'node:assert/strict'
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'

import { claimFolder } from './claim.ts'
import { EmbeddedDatabaseError } from './error.ts'
import { openFolder, type Places } from './folder.ts'
import { processSpace, startOf } from './processes.ts'
import { closeScene, openScene, type Scene } from './scene.ts'

let scene: Scene
let places: Places

beforeEach(() => {
  scene = openScene()
  places = openFolder(scene.folder)
})
afterEach(() => closeScene(scene))

function leaveClaim(claim: { pid: number; started: string; space?: string }, file = places.claim): void {
  writeFileSync(file, JSON.stringify({ space: processSpace(), token: 'old', ...claim }))
}

async function claimIt(): Promise<void> {
  scene.undo.push(await claimFolder(places))
}

test('a claim names the process and goes when it is let go', async () => {
  const release = await claimFolder(places)
  assert.match(readFileSync(places.claim, 'utf8'), new RegExp(`"pid":${process.pid},`))
  release()
  assert.deepEqual(readdirSync(scene.folder), [])
})

test('of many at once one gets the folder, also after a dead one', async () => {
  leaveClaim({ pid: 999_999_999, started: '' })
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, claimIt))
  assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1)
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') assert.ok(outcome.reason instanceof EmbeddedDatabaseError)
  }
  assert.deepEqual(readdirSync(scene.folder), [basename(places.claim)])
})

test('a claim of a living process is respected', async () => {
  leaveClaim({ pid: process.ppid, started: startOf(process.ppid) })
  await assert.rejects(claimIt(), new RegExp(`in use by process ${process.ppid}: .*NETTUNGEN_DATA`))
})

test(
  'a number that is another process now is no claim',
  { skip: startOf(process.pid) === '' && 'needs /proc' },
  async () => {
    leaveClaim({ pid: process.ppid, started: '1' })
    await claimIt()
  },
)

test('a claim that was half taken over by one who died is taken over', async () => {
  leaveClaim({ pid: 999_999_999, started: '' })
  leaveClaim({ pid: 999_999_998, started: '' }, `${places.claim}.after.old`)
  await claimIt()
  assert.deepEqual(readdirSync(scene.folder), [basename(places.claim)])
})

test('an unreadable claim is taken over', async () => {
  writeFileSync(places.claim, '')
  await claimIt()
})

test('a claim from another container counts as long as it has a pulse', async () => {
  leaveClaim({ pid: 1, started: '1', space: 'elsewhere' })
  const pulse = setInterval(() => utimesSync(places.claim, new Date(), new Date()), 50)
  scene.undo.push(() => clearInterval(pulse))
  await assert.rejects(claimIt(), EmbeddedDatabaseError)
})

test('a claim from another container without a pulse is taken over', async () => {
  leaveClaim({ pid: 1, started: '1', space: 'elsewhere' })
  utimesSync(places.claim, new Date(), new Date(Date.now() - 60_000))
  await claimIt()
})

test('a folder that is a file is named', () => {
  const file = join(scene.root, 'file')
  writeFileSync(file, '')
  assert.throws(() => openFolder(file), /file is a file, .*NETTUNGEN_DATA/)
  assert.throws(() => openFolder(join(file, 'below')), /a file is in the way.*NETTUNGEN_DATA/)
})
