import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { describe, it } from 'node:test'
import { constants, zstdDecompressSync } from 'node:zlib'
import { keepCompressing } from './keep-compressing.ts'

const params = { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_windowLog]: 17 }

describe('an engine that stays', () => {
  it('gives each of many bodies its own frame, whole, and nothing of another', async () => {
    const compress = keepCompressing(params)
    // Small and large, that shrink and that do not, all at once.
    const bodies = Array.from({ length: 200 }, (_, i) =>
      i % 3 === 0 ? randomBytes(1 + i * 613) : Buffer.from(`tilbud ${i} `.repeat(1 + i * 40)),
    )
    const frames = await Promise.all(bodies.map(compress))
    for (const [i, frame] of frames.entries()) assert.ok(zstdDecompressSync(frame).equals(bodies[i]!), `${i}`)
  })

  it('makes the same of a body whatever came before it', async () => {
    const compress = keepCompressing(params)
    const secret = Buffer.from('Kari spurte om noe som ingen andre skal se. '.repeat(50))
    const before = await compress(secret)
    await compress(randomBytes(100_000))
    assert.ok((await compress(secret)).equals(before))
  })

  it('goes on after one that could not be compressed', async () => {
    const compress = keepCompressing(params)
    const wrong = compress('not bytes'.length as unknown as Buffer)
    const next = compress(Buffer.from('det neste'))
    await assert.rejects(wrong)
    assert.equal(zstdDecompressSync(await next).toString(), 'det neste')
  })
})
