import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { bestEncoding, encode } from './compress.ts'
import type { StoredAnswer } from './page-cache.ts'

/** Sends a body in an encoding that the browser takes, with a tag by which it can ask again whether it has changed. */
export async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  type: string,
  text: string,
): Promise<StoredAnswer> {
  const plain = Buffer.from(text)
  const encoded = await encode(plain, bestEncoding(request.headers['accept-encoding']))
  const etag = `W/"${createHash('sha1').update(plain).digest('base64url')}"`
  const answer = { type, etag, body: encoded.body, encoding: encoded.encoding }
  if (['GET', 'HEAD'].includes(request.method) && status === 200) {
    sendStored(answer, request, reply)
  } else {
    void reply.code(status).header('cache-control', 'no-store')
    sendBody(answer, reply)
  }
  return answer
}

/** Sends an answer that is ready, or says that the browser's own copy still holds. */
export function sendStored(answer: StoredAnswer, request: FastifyRequest, reply: FastifyReply): void {
  void reply.headers(answer.headers ?? {}).header('etag', answer.etag)
  if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-cache')
  if (isHeld(answer.etag, request.headers['if-none-match'])) {
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
  void reply.type(answer.type).header('vary', 'accept-encoding').send(answer.body)
}
