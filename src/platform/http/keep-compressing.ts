import { constants, createZstdCompress, type ZstdOptions } from 'node:zlib'

/** Room for what comes out of several answers, one after the other. */
const CHUNK = 64 * 1024

type Compress = (body: Buffer) => Promise<Buffer>

/**
 * Compresses bodies with zstd, each a frame of its own, with one engine that stays. An engine for each body would be cleared up
 * only with all that is old: a search page left 30 kB, and a server under load stood still for 25 ms each second to do so. It
 * works in another thread, on one body at a time, in the order they come; a frame tells nothing of those before it.
 */
export function keepCompressing(params: NonNullable<ZstdOptions['params']>): Compress {
  let compress = startEngine(params)
  let last: Promise<unknown> = Promise.resolve()
  const inTurn: Compress = async body => {
    try {
      return await compress(body)
    } catch (error) {
      // Something of this body may still be in it: the next must have nothing of that.
      compress = startEngine(params)
      throw error
    }
  }
  return body => {
    const compressed = last.then(() => inTurn(body))
    last = compressed.catch(() => undefined)
    return compressed
  }
}

function startEngine(params: NonNullable<ZstdOptions['params']>): Compress {
  const engine = createZstdCompress({ flush: constants.ZSTD_e_end, params, chunkSize: CHUNK })
  let parts: Buffer[] = []
  engine.on('data', (part: Buffer) => parts.push(part))
  // Whoever waits is told by the answer to the writing; unheard, it would end the program.
  engine.on('error', () => undefined)
  return body =>
    new Promise((resolve, reject) => {
      engine.write(body, error => {
        const [first, ...others] = parts
        parts = []
        if (error || !first || engine.readableLength > 0)
          return reject(error ?? new Error('A frame is not whole'))
        resolve(others.length === 0 ? first : Buffer.concat([first, ...others]))
      })
    })
}
