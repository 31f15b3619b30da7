import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import * as fc from 'fast-check'
import { openSpillFile, type Slip } from './spill-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'nettungen-spill-'))
after(() => rmSync(folder, { recursive: true }))

const LIMIT = 1000

const lengthsOfAll = fc.array(fc.integer({ min: 0, max: 1100 }), { maxLength: 60 })

for (const isSealed of [false, true])
  describe(isSealed ? 'sealed' : 'open', () => {
    test('what is read is what was written there, and what has been written over is not read', () => {
      fc.assert(
        fc.property(lengthsOfAll, fc.nat({ max: 40 }), (lengths, part) => {
          const file = openSpillFile(LIMIT, { folder, isSealed })
          const written: { slip: Slip; bytes: Uint8Array }[] = []
          for (const [n, length] of lengths.entries()) {
            const bytes = Uint8Array.from({ length }, (_, i) => n + i)
            const slip = file.write(bytes)
            assert.equal(slip === null, length > LIMIT)
            if (slip) written.push({ slip, bytes })
            // From the newest on, what fits in the file with it is there for certain.
            let sum = 0
            for (const { slip: one, bytes: expected } of written.toReversed()) {
              const into = new Uint8Array(expected.length + 5)
              const isThere = file.read(one, into)
              if (isThere) assert.deepEqual(into.subarray(0, expected.length), expected)
              assert.equal(isThere, file.holds(one))
              const from = Math.min(part, expected.length)
              const rest = { at: one.at + from, length: expected.length - from }
              if (isThere && file.read(rest, into))
                assert.deepEqual(into.subarray(0, rest.length), expected.subarray(from))
              // At its end as much as the next did not fit into may lie empty, once in a round.
              if ((sum += expected.length) <= LIMIT / 2 && Math.max(...lengths) <= LIMIT / 2)
                assert.ok(isThere)
              if (sum > LIMIT) assert.ok(!isThere)
            }
          }
        }),
        { numRuns: 200 },
      )
      assert.deepEqual(readdirSync(folder), [], 'no name leads to a file')
    })
  })

test('what is longer than a step of the seal is opened again, all of it and from any byte on', () => {
  const file = openSpillFile(1_000_003, { folder, isSealed: true })
  // From no multiple of a block on.
  file.write(new Uint8Array(7))
  const lengths = fc.array(fc.integer({ min: 1, max: 200_000 }), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(lengths, fc.nat(), (all, part) => {
      const written = all.map((length, n) => {
        const bytes = Buffer.from(Uint8Array.from({ length }, (_, i) => n + i + (i >> 8)))
        return { bytes, slip: file.write(bytes)! }
      })
      const { bytes, slip } = written.at(-1)!
      const from = part % bytes.length
      const [whole, rest] = [new Uint8Array(bytes.length), new Uint8Array(bytes.length - from)]
      assert.ok(file.read(slip, whole) && file.read({ at: slip.at + from, length: rest.length }, rest))
      assert.ok(bytes.equals(whole) && bytes.subarray(from).equals(rest))
    }),
    { numRuns: 40 },
  )
})

/** What lies in the files without a name that this process has open in the folder. */
function readNameless(): string {
  const links = readdirSync('/proc/self/fd').flatMap(fd => {
    try {
      return [{ fd, to: readlinkSync(`/proc/self/fd/${fd}`) }]
    } catch {
      return []
    }
  })
  const own = links.filter(({ to }) => to.startsWith(folder) && to.endsWith('(deleted)'))
  return own.map(({ fd }) => readFileSync(`/proc/self/fd/${fd}`, 'latin1')).join('')
}

test(
  'what is sealed cannot be read from the disk, not even what was written twice',
  { skip: process.platform !== 'linux' },
  () => {
    const text = Buffer.from('what somebody searched for'.repeat(10))
    const inside = (isSealed: boolean) => {
      const before = readNameless().length
      const file = openSpillFile(100 * LIMIT, { folder, isSealed })
      file.write(text)
      file.write(Buffer.alloc(text.length))
      file.write(text)
      const all = readNameless()
      assert.equal(all.length - before, 3 * text.length)
      return all
    }
    const sealed = inside(true)
    assert.ok(!sealed.includes('somebody'))
    const parts = [0, 1, 2].map(n =>
      sealed.slice(sealed.length - (3 - n) * text.length).slice(0, text.length),
    )
    assert.equal(new Set(parts).size, 3)
    assert.ok(inside(false).includes('somebody'))
  },
)

test('where nothing can be written, nothing is there', () => {
  const file = openSpillFile(LIMIT, { folder: join(folder, 'not', 'there') })
  assert.equal(file.write(new Uint8Array(10)), null)
  assert.equal(file.read({ at: 0, length: 10 }, new Uint8Array(10)), false)
})
