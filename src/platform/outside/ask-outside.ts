import { once } from 'node:events'
import { lookup } from 'node:dns/promises'
import { request as requestPlain } from 'node:http'
import { request } from 'node:https'
import { isIP } from 'node:net'
import { isPublicAddress } from './addresses.ts'

/** How others are reached; tests bring their own. */
export type Outside = {
  /** All addresses of a name. */
  resolve(host: string): Promise<string[]>
  isAllowed(address: string): boolean
  /** A certificate to be trusted beside those of the system. */
  ca?: string
}

export const openInternet: Outside = {
  resolve: async host => (await lookup(host, { all: true })).map(({ address }) => address),
  isAllowed: isPublicAddress,
}

/** The whole of it: name, connection, answer. */
const LIMIT_MS = 10_000
/** Of the answer we want the status; what comes after this is not read. */
const LIMIT_BYTES = 64 * 1024

type Question = { method: 'GET' | 'HEAD' | 'POST'; headers: Record<string, string>; body?: string }
/** `location`: where it sends on to, as it is written there. */
type Answer = { status: number; location: string | null }

/**
 * Asks an address that somebody else has given us. The name is looked up once and the connection made to what was looked at, so that a
 * name cannot lead elsewhere the second time. No redirect is followed.
 * @returns the answer, or a word for why there is none
 */
export async function askOutside(
  target: URL,
  { method, headers, body }: Question,
  outside: Outside,
  signal: AbortSignal,
): Promise<Answer | string> {
  if (!/^https?:$/.test(target.protocol) || target.username || target.password) return 'bad-address'
  const host = target.hostname.replace(/^\[|\]$/g, '')
  const limit = AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)])
  // A name may be looked up at a server of theirs, which may take its time.
  const isLate = once(limit, 'abort').then(() => null)
  const addresses = isIP(host) ? [host] : await Promise.race([outside.resolve(host).catch(() => []), isLate])
  if (addresses === null) return 'too-slow'
  const [address] = addresses
  if (!address) return 'name-not-found'
  // One that is not allowed among several is enough: which one is taken would be chance.
  if (!addresses.every(one => outside.isAllowed(one))) return 'address-not-allowed'
  return new Promise(resolve => {
    const sent = (target.protocol === 'https:' ? request : requestPlain)(target, {
      method,
      headers: {
        ...headers,
        ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
      },
      agent: false,
      signal: limit,
      ...(outside.ca && { ca: outside.ca }),
      lookup: (_host, options, answer) => {
        const family = isIP(address)
        if (options.all) answer(null, [{ address, family }])
        else answer(null, address, family)
      },
    })
    sent.on('response', answer => {
      let read = 0
      const done = () => {
        const { statusCode: status, headers: told } = answer
        resolve(status === undefined ? 'no-answer' : { status, location: told.location ?? null })
        sent.destroy()
      }
      answer.on('data', (part: Buffer) => {
        read += part.length
        if (read > LIMIT_BYTES) done()
      })
      answer.on('end', done)
      answer.on('error', () => resolve('broken-off'))
    })
    sent.on('error', (error: NodeJS.ErrnoException) =>
      resolve(
        limit.aborted ? 'too-slow' : (error.code ?? error.name).replace(/[^A-Za-z0-9-]/g, '-').slice(0, 60),
      ),
    )
    sent.end(body)
  })
}
