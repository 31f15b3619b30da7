import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import * as z from 'zod'
import { doneOnce, keptWork } from './kept-work.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nettungen-kept-'))
  process.env['NETTUNGEN_KEPT'] = join(folder, 'kept')
})
afterEach(() => {
  delete process.env['NETTUNGEN_KEPT']
  rmSync(folder, { recursive: true, force: true })
})

test('what was kept is there for the same work on the same, and for no other', () => {
  assert.equal(keptWork('draw', ['a', 'b']).result(), undefined)
  const result = { name: 'å', body: Buffer.from('x') }
  keptWork('draw', ['a', 'b']).keep(result)
  assert.deepEqual(keptWork('draw', ['a', 'b']).result(), result)
  assert.deepEqual(keptWork('draw', [Buffer.from('a'), 'b']).result(), result)
  assert.equal(keptWork('draw', ['ab']).result(), undefined)
  assert.equal(keptWork('paint', ['a', 'b']).result(), undefined)
})

test('work is done once, and again when what came of it is of another kind by now', () => {
  let times = 0
  const work = () => ['a drawing', String(++times)]
  const draw = () => doneOnce('draw', ['a'], z.array(z.string()), work)
  assert.deepEqual(
    [draw(), draw()],
    [
      ['a drawing', '1'],
      ['a drawing', '1'],
    ],
  )
  keptWork('draw', ['a']).keep({ drawing: 1 })
  assert.deepEqual(draw(), ['a drawing', '2'])
})

test('what was cut short counts as nothing', () => {
  keptWork('draw', ['a']).keep('a drawing')
  const [file = ''] = readdirSync(join(folder, 'kept'))
  truncateSync(join(folder, 'kept', file), 3)
  assert.equal(keptWork('draw', ['a']).result(), undefined)
})

test('where nothing can be written, or no place was given, the work is done each time', () => {
  writeFileSync(join(folder, 'kept'), '')
  keptWork('draw', ['a']).keep('a drawing')
  assert.equal(keptWork('draw', ['a']).result(), undefined)
  delete process.env['NETTUNGEN_KEPT']
  keptWork('draw', ['a']).keep('a drawing')
  assert.equal(keptWork('draw', ['a']).result(), undefined)
})
