import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Provider } from 'oidc-provider'
import { renderToString } from 'preact-render-to-string'
import { makeIdentityProvider, type IdentityProvider } from '#platform/auth/identity-provider.ts'
import { isFromOurPages } from '#platform/http/cross-site.ts'
import { limitFor, limitsPerMinute } from '#platform/http/limits.ts'
import { demoIssuers, demoPeople, type DemoPerson } from '../demo/people.ts'
import type { Kind } from '../login/login.schema.ts'
import { urls } from '../urls.ts'
import { ChoosePerson } from './choose-person.view.tsx'
import { DEMO_LEVEL, makeDemoProvider } from './demo-provider.ts'

type DemoLoginParts = { baseUrl: string; stylesheet: string }

/** The demo's own providers: how we ask them, and where their pages are. */
export type DemoLogins = {
  provider(kind: Kind): IdentityProvider
  /** Puts their addresses into the server. */
  mount(server: FastifyInstance): void
}

const folders: Record<Kind, string> = { citizen: '/demo/id-porten', employee: '/demo/ansatt' }
const titles: Record<Kind, string> = { citizen: 'Logg inn som innbygger', employee: 'Logg inn som ansatt' }
const who = { citizen: 'innbygger', employee: 'ansatt' } as const

/** Two providers of identity with the persons of the demonstration, read in when they are first used. */
export function makeDemoLogins(parts: DemoLoginParts): DemoLogins {
  let server: FastifyInstance | null = null
  const made = { citizen: makeOne('citizen'), employee: makeOne('employee') }
  return {
    provider: kind => made[kind].provider,
    mount(given) {
      server = given
      void given.register(async scope => {
        // The library reads bodies by itself.
        scope.removeAllContentTypeParsers()
        scope.addContentTypeParser('*', (_request, _payload, done) => done(null))
        for (const kind of ['citizen', 'employee'] as const) {
          // As often as one may begin to log in; what we ask ourselves does not come from a browser.
          const limit = limitFor('login', folders[kind], limitsPerMinute)
          const rateLimit = { ...limit, allowList: (request: FastifyRequest) => isOurself(request) }
          scope.all(`${folders[kind]}/*`, { config: { rateLimit } }, (request, reply) =>
            made[kind].answer(request, reply),
          )
        }
      })
    },
  }

  function makeOne(kind: Kind) {
    const issuer = parts.baseUrl + folders[kind]
    const persons = demoPeople().filter(person => person.kind === kind)
    const clientId = 'nettungen'
    const { credential, knownBy } = kind === 'employee' ? newKey() : newSecret()
    let library: Promise<Provider> | null = null
    const read = () =>
      (library ??= makeDemoProvider({
        issuer,
        clientId,
        knownBy,
        redirectUri: parts.baseUrl + urls.answer.href({ hvem: who[kind] }),
        persons,
        choicePath: uid => `${folders[kind]}/velg/${uid}`,
        endSessionEndpoint: `${issuer}/logg-ut`,
      }))
    const provider = makeIdentityProvider({
      issuer,
      clientId,
      credential,
      scope: 'openid profile email',
      acceptedLevels: [DEMO_LEVEL],
      tenant: null,
      keptAs: demoIssuers[kind],
      // Whoever tries things out is often somebody else the next time.
      prompt: 'login',
      fetch: (address, options) => askOurselves(server!, address, options),
    })
    const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
      const path = request.url.slice(folders[kind].length).replace(/\?.*$/, '')
      if (path === '/logg-ut') return endSession(parts.baseUrl, request, reply)
      const own = await read()
      reply.hijack()
      for (const [name, value] of Object.entries(reply.getHeaders())) reply.raw.setHeader(name, value!)
      const raw = asOwnServer(request.raw, folders[kind], parts.baseUrl)
      if (path.startsWith('/velg/')) {
        return choose({ kind, persons, parts, library: own }, raw, reply.raw).catch(() =>
          plain(reply.raw, 400),
        )
      }
      await own.callback()(raw, reply.raw)
    }
    return { provider, answer }
  }
}

function newSecret() {
  const secret = randomBytes(32).toString('base64url')
  return { credential: { kind: 'secret' as const, secret }, knownBy: { secret } }
}

/** Employees come as by HelseID: we sign that it is us, so that this way is gone every day. */
function newKey() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return {
    credential: { kind: 'key' as const, algorithm: 'ES256' as const, keyId: null, key: privateKey },
    knownBy: { publicKey: publicKey.export({ format: 'jwk' }) },
  }
}

/** The request as the library wants it: it lives in a folder of ours, under the address that BASE_URL says. */
function asOwnServer(raw: IncomingMessage, folder: string, baseUrl: string): IncomingMessage {
  const { host, protocol } = new URL(baseUrl)
  Object.assign(raw, { originalUrl: raw.url })
  raw.url = raw.url!.slice(folder.length)
  raw.headers.host = host
  raw.headers['x-forwarded-host'] = host
  raw.headers['x-forwarded-proto'] = protocol.slice(0, -1)
  return raw
}

type Choice = { kind: Kind; persons: readonly DemoPerson[]; parts: DemoLoginParts; library: Provider }

/** GET shows who one may be; POST says who one is, or that one does not want to. */
async function choose(choice: Choice, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { kind, persons, parts, library } = choice
  const { uid } = await library.interactionDetails(request, response)
  if (request.method !== 'POST') {
    const page = renderToString(
      <ChoosePerson
        title={titles[kind]}
        stylesheet={parts.stylesheet}
        action={`${folders[kind]}/velg/${uid}`}
        persons={persons.map(({ key, name, title }) => ({ key, name, title: title.nb }))}
      />,
    )
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader('cache-control', 'private, no-store')
    response.end(`<!doctype html>${page}`)
    return
  }
  if (!isFromOurPages(request.headers, new URL(parts.baseUrl).origin)) return plain(response, 403)
  const form = new URLSearchParams(await bodyOf(request))
  const person = persons.find(({ key }) => key === form.get('person'))
  if (!person && !form.has('avbryt')) return plain(response, 400)
  const result = person
    ? { login: { accountId: person.key, acr: DEMO_LEVEL, remember: false } }
    : { error: 'access_denied' }
  await library.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const part of request) {
    text += String(part)
    if (text.length > 4096) throw new Error('The form is too long')
  }
  return text
}

function plain(response: ServerResponse, status: number): void {
  response.statusCode = status
  response.setHeader('content-type', 'text/plain; charset=utf-8')
  response.end('Dette gikk ikke. Gå til Nettungen og logg inn på nytt.')
}

/** Nobody is remembered, so there is nothing to end: back to Nettungen, and to nowhere else. */
function endSession(baseUrl: string, request: FastifyRequest, reply: FastifyReply): void {
  const { post_logout_redirect_uri: to, state } = request.query as Record<string, unknown>
  const back = baseUrl + urls.loggedOut.href()
  const query = typeof state === 'string' ? `?${new URLSearchParams({ state }).toString()}` : ''
  void reply.redirect(to === back ? back + query : `${baseUrl}/`, 303)
}

type AskOptions = { method: string; headers: Record<string, string>; body?: unknown }

/** Known to this process alone: who sends it is the program itself. */
const OWN = { name: 'x-nettungen-own', value: randomBytes(32).toString('base64url') }
const isOurself = (request: FastifyRequest) => request.headers[OWN.name] === OWN.value

/** Asks a provider in this process without the network, which may not lead back to us by the address that browsers use. */
async function askOurselves(
  server: FastifyInstance,
  address: string,
  options: AskOptions,
): Promise<Response> {
  const { pathname, search } = new URL(address)
  const answer = await server.inject({
    method: options.method === 'POST' ? 'POST' : 'GET',
    url: pathname + search,
    headers: {
      ...(options.body !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
      ...options.headers,
      [OWN.name]: OWN.value,
    },
    ...(options.body instanceof URLSearchParams && { payload: options.body.toString() }),
  })
  const headers = Object.entries(answer.headers).map(([name, value]): [string, string] => [
    name,
    String(value),
  ])
  return new Response(new Uint8Array(answer.rawPayload), { status: answer.statusCode, headers })
}
