import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { negotiate } from '@fastify/accept-negotiator'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** Below this a response fits in one packet as it is. */
const WORTH_IT = 1400

export type Encoding = 'br' | 'gzip' | null

export function bestEncoding(acceptEncoding: string | undefined): Encoding {
  if (!acceptEncoding) return null
  return negotiate(acceptEncoding, ['br', 'gzip'])
}

/** The body in an encoding that the browser takes, or as it is when it is small. */
export async function encode(
  body: Buffer,
  encoding: Encoding,
): Promise<{ body: Buffer; encoding: Encoding }> {
  if (encoding === null || body.length < WORTH_IT) return { body, encoding: null }
  // Quality 3: less time than gzip takes, and as small. A window of 128 kB holds a page; the default of 4 MB costs a millisecond to set up.
  if (encoding === 'br') {
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: 3,
      [constants.BROTLI_PARAM_LGWIN]: 17,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    }
    return { body: await brotli(body, { params }), encoding }
  }
  return { body: await zip(body), encoding }
}
