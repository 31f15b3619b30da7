import { pipeline, Readable } from 'node:stream'
import { constants, createGzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Snapshot } from '../db/snapshot.ts'
import { bestEncoding } from './compress.ts'
import { problemBody, problemType } from './problem.ts'
import type { Result } from './result.ts'
import type { ServerParts } from './server-parts.ts'
import { answerTrouble, isForPrograms } from './trouble.ts'

type StreamResult = Extract<Result, { kind: 'stream' }>

/** A reader that takes nothing for so long is gone, or asleep: it must not hold a snapshot of the database. */
const STALLED_MS = 60_000

/**
 * Sends an answer of any length in constant memory: rows are read when the reader has taken those before. When she goes away
 * the reading ends. Answers 503 when as many are being sent as may be.
 */
export async function sendStream(
  parts: ServerParts,
  result: StreamResult,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  void reply
    .headers({ 'cache-control': 'no-cache', vary: 'accept-encoding', ...result.headers })
    .type(result.type)
  // Who asks for the head alone gets it without a row being read.
  if (request.method === 'HEAD') return void reply.send()
  const snapshot = await parts.database.openSnapshot()
  if (!snapshot) return sendBusy(parts, request, reply)
  const written = await begin(result, snapshot)
  const readable: Readable = Readable.from(
    guarded(written, () => readable.destroy()),
    { objectMode: false, highWaterMark: 64 * 1024 },
  )
  // Only gzip: the others hold much more for each stream, and gain little at the speed that a stream needs.
  // Waits until it is sent: a handler that ends before has nothing more to send, to Fastify's mind.
  if (bestEncoding(request.headers['accept-encoding'], ['gzip']) === null)
    return void (await reply.send(readable))
  void reply.header('content-encoding', 'gzip')
  // Fastify destroys what it sends when the reader goes; the pipeline then destroys what feeds it.
  await reply.send(pipeline(readable, createGzip({ level: constants.Z_BEST_SPEED }), () => undefined))
}

/** Reads the first part, so that what fails at once is answered as a failure. The snapshot ends with the parts. */
async function begin(result: StreamResult, snapshot: Snapshot): Promise<AsyncGenerator<string>> {
  const parts = result.write(snapshot)
  try {
    const first = await parts.next()
    return rest(first)
  } catch (error) {
    await snapshot.end()
    throw error
  }

  async function* rest(first: IteratorResult<string>): AsyncGenerator<string> {
    try {
      if (first.done) return
      yield first.value
      yield* parts
    } finally {
      await parts.return(undefined)
      await snapshot.end()
    }
  }
}

/** Tells when nothing has been taken for a while. */
async function* guarded(parts: AsyncGenerator<string>, stalled: () => void): AsyncGenerator<string> {
  for await (const part of parts) {
    const timer = setTimeout(stalled, STALLED_MS)
    try {
      yield part
    } finally {
      clearTimeout(timer)
    }
  }
}

async function sendBusy(parts: ServerParts, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  void reply.headers({ 'retry-after': '10', 'cache-control': 'no-store' })
  if (!isForPrograms(request)) {
    void reply.removeHeader('content-disposition')
    return answerTrouble(parts, 'unavailable', request, reply)
  }
  const body = problemBody(
    {
      status: 503,
      title: 'Too many exports at a time',
      detail: 'Other exports are being sent. Try again in some seconds, or read page by page.',
    },
    request.id,
  )
  void reply.code(503).type(problemType).send(body)
}
