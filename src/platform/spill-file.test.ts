import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import * as fc from 'fast-check'
import { openSpillFile, type Slip } from './spill-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'nettungen-spill-'))
after(() => rmSync(folder, { recursive: true }))

const LIMIT = 1000

test('what is read is what was written there, and what has been written over is not read', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1100 }), { maxLength: 60 }), lengths => {
      const file = openSpillFile(LIMIT, folder)
      const written: { slip: Slip; bytes: Uint8Array }[] = []
      for (const [n, length] of lengths.entries()) {
        const bytes = new Uint8Array(length).fill(n + 1)
        const slip = file.write(bytes)
        assert.equal(slip === null, length > LIMIT)
        if (slip) written.push({ slip, bytes })
        // From the newest on, what fits in the file with it is there for certain.
        let sum = 0
        for (const { slip: one, bytes: expected } of written.toReversed()) {
          const into = new Uint8Array(expected.length + 5)
          const isThere = file.read(one, into)
          if (isThere) assert.deepEqual(into.subarray(0, expected.length), expected)
          // At its end as much as the next did not fit into may lie empty, once in a round.
          if ((sum += expected.length) <= LIMIT / 2 && Math.max(...lengths) <= LIMIT / 2) assert.ok(isThere)
          if (sum > LIMIT) assert.ok(!isThere)
        }
      }
    }),
    { numRuns: 200 },
  )
  assert.deepEqual(readdirSync(folder), [], 'no name leads to a file')
})

test('where nothing can be written, nothing is there', () => {
  const file = openSpillFile(LIMIT, join(folder, 'not', 'there'))
  assert.equal(file.write(new Uint8Array(10)), null)
  assert.equal(file.read({ at: 0, length: 10 }, new Uint8Array(10)), false)
})
