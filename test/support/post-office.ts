import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { after } from 'node:test'
import { SMTPServer } from 'smtp-server'

export type Letter = { to: string[]; source: string }

/** A mail server on 127.0.0.1 that keeps what it was given. */
export type PostOffice = {
  readonly url: string
  letters: Letter[]
  /** What is answered to a receiver: 250 takes it. */
  answer: (to: string) => number
  refusesSender: boolean
  /** What it waits for when it has a letter, before it says so. */
  hold: Promise<void> | null
  clear(): void
  /** Opens again, on the same port. */
  open(): Promise<void>
  close(): Promise<void>
}

/** To be called at the top of a test file; closed after its tests, also when one of them has failed: a server left open is a run that never ends. */
export async function startPostOffice(): Promise<PostOffice> {
  let port = 0
  let server: SMTPServer | null = null
  const office: PostOffice = {
    get url() {
      return `smtp://127.0.0.1:${port}`
    },
    letters: [],
    answer: () => 250,
    refusesSender: false,
    hold: null,
    clear() {
      office.letters = []
      office.answer = () => 250
      office.refusesSender = false
      office.hold = null
    },
    async open() {
      server = makeServer(office)
      server.listen(port, '127.0.0.1')
      await once(server.server, 'listening')
      port = (server.server.address() as AddressInfo).port
    },
    close: () =>
      new Promise(resolve => {
        if (!server) return resolve()
        server.close(() => resolve())
        server = null
      }),
  }
  await office.open()
  after(() => office.close())
  return office
}

function makeServer(office: PostOffice): SMTPServer {
  const refusal = (code: number) => Object.assign(new Error('no'), { responseCode: code })
  return new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onMailFrom: (_from, _session, answer) => answer(office.refusesSender ? refusal(553) : null),
    onRcptTo({ address }, _session, answer) {
      const code = office.answer(address)
      answer(code === 250 ? null : refusal(code))
    },
    onData(stream, session, answer) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        office.letters.push({ to, source: Buffer.concat(parts).toString() })
        void Promise.resolve(office.hold).then(() => answer())
      })
    },
  })
}
