import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { after } from 'node:test'
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey, type JWK } from 'jose'

/** What is wrong with an ID token; nothing: it is as it should be. */
export type TokenFault = {
  /** Claims in the place of the right ones; undefined: left out. */
  claims?: Record<string, unknown>
  /** `old`: by a key that was published and is no longer; `strange`: by one that nobody knows. */
  signed?: 'right' | 'old' | 'strange' | 'none' | 'with the secret'
}

export type HandMadeProvider = {
  issuer: string
  clientId: string
  clientSecret: string
  /** Reads what a browser was sent here with. */
  asked(url: URL): URLSearchParams
  /** A code that can be exchanged once, for a token with these faults. */
  giveCode(asked: URLSearchParams, fault?: TokenFault): string
  /** New keys; the old are published no longer. */
  rotate(): Promise<void>
  /** How its endpoints behave from now on. */
  trouble: 'none' | 'down' | 'refuses' | 'nonsense'
  /** Whether it promises to say who it is in its answers. */
  saysWho: boolean
  /** Codes that were exchanged. */
  exchanged: string[]
}

type Options = { isPushed?: boolean; claims?: Record<string, unknown> }

/**
 * A provider of identity made by hand, on this machine, that can answer wrongly in every way. To be called at the top of a test
 * file; closed after its tests.
 */
export async function handMadeProvider({
  isPushed = false,
  claims = {},
}: Options = {}): Promise<HandMadeProvider> {
  const server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  after(() => server.close())
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port was given')
  const issuer = `http://127.0.0.1:${address.port}`

  const codes = new Map<string, { asked: URLSearchParams; fault: TokenFault }>()
  const pushed = new Map<string, URLSearchParams>()
  let key = await newKey()
  let old = key
  const strange = await newKey()

  const provider: HandMadeProvider = {
    issuer,
    clientId: `nettungen-${address.port}`,
    clientSecret: 'a secret of at least thirty-two letters',
    asked: url => pushed.get(url.searchParams.get('request_uri') ?? '') ?? url.searchParams,
    giveCode(asked, fault = {}) {
      const code = randomUUID()
      codes.set(code, { asked, fault })
      return code
    },
    async rotate() {
      old = key
      key = await newKey()
    },
    trouble: 'none',
    saysWho: true,
    exchanged: [],
  }
  return provider

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url!, issuer)
    const send = (status: number, data: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(typeof data === 'string' ? data : JSON.stringify(data))
    }
    if (provider.trouble === 'down') return void request.socket.destroy()
    if (provider.trouble === 'nonsense') return send(200, '<html>')
    if (pathname === '/.well-known/openid-configuration') return send(200, description())
    if (pathname === '/jwks') return send(200, { keys: [key.jwk] })
    const body = new URLSearchParams(await bodyOf(request))
    if (provider.trouble === 'refuses') return send(400, { error: 'invalid_grant' })
    if (!isOurClient(request)) return send(401, { error: 'invalid_client' })
    if (pathname === '/par') {
      const uri = `urn:ietf:params:oauth:request_uri:${randomUUID()}`
      pushed.set(uri, body)
      return send(201, { request_uri: uri, expires_in: 60 })
    }
    const code = body.get('code') ?? ''
    const given = codes.get(code)
    codes.delete(code)
    const challenge = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url')
    if (!given || given.asked.get('code_challenge') !== challenge)
      return send(400, { error: 'invalid_grant' })
    if (given.asked.get('redirect_uri') !== body.get('redirect_uri'))
      return send(400, { error: 'invalid_grant' })
    provider.exchanged.push(code)
    const id_token = await idToken(given.asked, given.fault)
    send(200, { access_token: 'x', token_type: 'Bearer', expires_in: 60, id_token })
  }

  function isOurClient({ headers }: IncomingMessage): boolean {
    const [, basic = ''] = (headers.authorization ?? '').split(' ')
    const [id, secret] = Buffer.from(basic, 'base64').toString().split(':').map(decodeURIComponent)
    return id === provider.clientId && secret?.replaceAll('+', ' ') === provider.clientSecret
  }

  function description() {
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      end_session_endpoint: `${issuer}/logout`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
      authorization_response_iss_parameter_supported: provider.saysWho,
      ...(isPushed && { pushed_authorization_request_endpoint: `${issuer}/par` }),
    }
  }

  async function idToken(asked: URLSearchParams, fault: TokenFault): Promise<string> {
    const now = Math.floor(Date.now() / 1000)
    const payload = {
      iss: issuer,
      aud: provider.clientId,
      sub: 'p-1',
      iat: now,
      exp: now + 300,
      nonce: asked.get('nonce'),
      ...claims,
      ...fault.claims,
    }
    if (fault.signed === 'none') return new UnsecuredJWT(payload).encode()
    if (fault.signed === 'with the secret') {
      const secret = new TextEncoder().encode(provider.clientSecret)
      return new SignJWT(payload).setProtectedHeader({ alg: 'HS256' }).sign(secret)
    }
    const by = fault.signed === 'old' ? old : fault.signed === 'strange' ? strange : key
    return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: by.jwk.kid! }).sign(by.privateKey)
  }
}

async function newKey(): Promise<{ privateKey: CryptoKey; jwk: JWK }> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
  return { privateKey, jwk: { ...(await exportJWK(publicKey)), kid: randomUUID(), alg: 'RS256', use: 'sig' } }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const part of request) text += String(part)
  return text
}
