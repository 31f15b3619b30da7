import assert from 'node:assert/strict'
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { after, test } from 'node:test'
import { readClientKey } from '#platform/auth/client-key.ts'
import { makeIdentityProvider } from '#platform/auth/identity-provider.ts'
import { makeDemoProvider } from './demo-provider.ts'

/** A provider that knows our key, as HelseID does, on this machine. */
async function providerThatKnows(publicKey: KeyObject): Promise<string> {
  let answer: ((request: IncomingMessage, response: ServerResponse) => Promise<void>) | null = null
  const server = createServer((request, response) => void answer?.(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  after(() => server.close())
  const { port } = server.address() as { port: number }
  const issuer = `http://127.0.0.1:${port}`
  const provider = await makeDemoProvider({
    issuer,
    clientId: 'nettungen',
    knownBy: { publicKey: { ...publicKey.export({ format: 'jwk' }), kid: 'k1' } },
    redirectUri: `${issuer}/svar`,
    persons: [],
    choicePath: uid => `/velg/${uid}`,
    endSessionEndpoint: `${issuer}/ut`,
  })
  answer = provider.callback()
  return issuer
}

const newKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })
const attempt = { state: 's'.repeat(43), nonce: 'n'.repeat(43), verifier: 'v'.repeat(43) }

test('who signs with the key that the provider knows is let ask; who signs with another is not', async () => {
  const known = newKey()
  const issuer = await providerThatKnows(known.publicKey)
  const begin = ({ privateKey }: { privateKey: KeyObject }) => {
    const credential = readClientKey(
      JSON.stringify({ ...privateKey.export({ format: 'jwk' }), alg: 'ES256', kid: 'k1' }),
    )
    if (typeof credential === 'string') assert.fail(credential)
    return makeIdentityProvider({
      issuer,
      clientId: 'nettungen',
      credential,
      scope: 'openid profile',
      acceptedLevels: [],
      tenant: null,
    }).begin(attempt, { redirectUri: `${issuer}/svar`, language: 'nb' })
  }
  const asked = await begin(known)
  assert.equal(asked.kind, 'ready')
  assert.match(asked.url, /request_uri=urn/)

  const refused = await begin(newKey())
  assert.equal(refused.kind, 'unreachable')
  assert.match(refused.why, /invalid_client/)
})

test('a secret is not taken from a client that is known by its key', async () => {
  const issuer = await providerThatKnows(newKey().publicKey)
  const begun = await makeIdentityProvider({
    issuer,
    clientId: 'nettungen',
    credential: { kind: 'secret', secret: 'guessed' },
    scope: 'openid',
    acceptedLevels: [],
    tenant: null,
  }).begin(attempt, { redirectUri: `${issuer}/svar`, language: 'nb' })
  assert.partialDeepStrictEqual(begun, { kind: 'unreachable' })
})
