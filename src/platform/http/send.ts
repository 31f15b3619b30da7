import { hash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { bestEncoding, encode, type Encoding } from './compress.ts'
import type { StoredAnswer } from './page-cache.ts'

/** Sends a body in an encoding that the browser takes, with a tag by which it can ask again whether it has changed. */
export async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  type: string,
  text: string,
): Promise<StoredAnswer> {
  const { body, encoding } = await encoded(text, bestEncoding(request.headers['accept-encoding']))
  const isRead = ['GET', 'HEAD'].includes(request.method) && status === 200
  if (!isRead) {
    void reply.code(status)
    if (!String(reply.getHeader('cache-control') ?? '').includes('no-store'))
      void reply.header('cache-control', 'no-store')
  }
  // What no browser may hold it cannot ask about again.
  const isHeldNowhere = String(reply.getHeader('cache-control') ?? '').includes('no-store')
  // Of what is sent, a fifth of the page: each encoding has its own tag.
  const etag = isHeldNowhere ? null : `W/"${hash('sha1', body, 'base64url')}"`
  const answer = { type, etag, body, encoding }
  if (isRead) sendStored(answer, request, reply)
  else sendBody(answer, reply)
  return answer
}

/** Rooms for pages while they are compressed: a new one for each is 60 MB a second under load, and leaves holes where it was. */
const freeRooms: Buffer[] = []
const ROOM = 256 * 1024
const MOST_ROOMS = 10

/** A text in UTF-8, in an encoding that the browser takes. */
async function encoded(text: string, encoding: Encoding): Promise<{ body: Buffer; encoding: Encoding }> {
  if (Buffer.byteLength(text) > ROOM) return encode(Buffer.from(text), encoding)
  const room = freeRooms.pop() ?? Buffer.allocUnsafeSlow(ROOM)
  const plain = room.subarray(0, room.write(text))
  // Where compressing fails the room is not used again: somebody may still be reading in it.
  const answer = await encode(plain, encoding)
  const isAsItWas = answer.body === plain
  const body = isAsItWas ? Buffer.from(plain) : answer.body
  if (freeRooms.length < MOST_ROOMS) freeRooms.push(room)
  return { ...answer, body }
}

/** Sends an answer that is ready, or says that the browser's own copy still holds. */
export function sendStored(answer: StoredAnswer, request: FastifyRequest, reply: FastifyReply): void {
  void reply.headers(answer.headers ?? {})
  if (answer.etag) void reply.header('etag', answer.etag)
  if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-cache')
  if (answer.etag && isHeld(answer.etag, request.headers['if-none-match'])) {
    void reply.header('vary', 'accept-encoding').code(304).send()
    return
  }
  sendBody(answer, reply)
}

/**
 * Does the browser say that it holds this already (If-None-Match, RFC 9110 section 13.1.2)? It may name several tags; weak
 * ones are compared as if they were strong.
 */
function isHeld(etag: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false
  if (ifNoneMatch.trim() === '*') return true
  const tags: string[] = ifNoneMatch.match(/"[\x21\x23-\x7e\x80-\xff]*"/g) ?? []
  return tags.includes(etag.replace(/^W\//, ''))
}

function sendBody(answer: StoredAnswer, reply: FastifyReply): void {
  if (answer.encoding) void reply.header('content-encoding', answer.encoding)
  const { body, release } = answer
  // Whether it was sent or its reader went away.
  if (release && reply.raw.closed) release()
  else if (release) reply.raw.once('close', release)
  void reply.type(answer.type).header('vary', 'accept-encoding').send(body)
}
