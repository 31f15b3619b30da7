import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { after } from 'node:test'

type Heard = {
  method: string
  path: string
  headers: Record<string, string | string[] | undefined>
  body: string
}

/** Somebody's system on 127.0.0.1 that takes webhooks and has pages, as https://mottaker.example. */
export type Receiver = {
  port: number
  /** Of itself, to be trusted. */
  ca: string
  heard: Heard[]
  /** What it answers. */
  answer: Answer
  /** What it answers to some, by `METHOD /path` or `/path`. */
  answers: Map<string, Answer>
}

type Answer = { status: number; headers?: Record<string, string> }

const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8')

/** To be called at the top of a test file; closed after its tests. */
export async function startReceiver(): Promise<Receiver> {
  const cert = fixture('receiver-cert.pem')
  const receiver: Receiver = { port: 0, ca: cert, heard: [], answer: { status: 204 }, answers: new Map() }
  const server = createServer({ cert, key: fixture('receiver-key.pem') }, (request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const { url = '', method = '', headers } = request
      receiver.heard.push({
        method,
        path: url,

        headers,
        body: Buffer.concat(parts).toString(),
      })
      const answer = receiver.answers.get(`${method} ${url}`) ?? receiver.answers.get(url) ?? receiver.answer
      response.writeHead(answer.status, answer.headers).end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  receiver.port = (server.address() as AddressInfo).port
  after(() => {
    server.closeAllConnections()
    server.close()
  })
  return receiver
}
