import { generateKeyPair, randomBytes, type JsonWebKey } from 'node:crypto'
import { promisify } from 'node:util'
import type { ClientMetadata, Provider } from 'oidc-provider'
import type { DemoPerson } from '../demo/people.ts'
import { makeMemory } from './adapter.ts'

/** The level of assurance of a demo login: what ID-porten calls one by BankID. */
export const DEMO_LEVEL = 'idporten-loa-high'

type DemoProviderSettings = {
  issuer: string
  clientId: string
  /** How it knows us: a shared secret, or the public half of a key (then it also demands pushed requests, as HelseID does). */
  knownBy: { secret: string } | { publicKey: JsonWebKey }
  redirectUri: string
  persons: readonly DemoPerson[]
  /** Where one chooses who to be. */
  choicePath(uid: string): string
  /** Where one logs out: ours, since the library's own page needs a script. */
  endSessionEndpoint: string
}

/**
 * A provider of identity in this process, for demo mode and tests: the real flow, with invented persons and a key made now. Read
 * in when the first person logs in: it costs up to a second, and some megabytes.
 */
export async function makeDemoProvider(settings: DemoProviderSettings): Promise<Provider> {
  const { Provider } = await import('oidc-provider')
  const { privateKey } = await promisify(generateKeyPair)('ec', { namedCurve: 'P-256' })
  const key = privateKey.export({ format: 'jwk' })
  const provider = new Provider(settings.issuer, {
    adapter: makeMemory(),
    jwks: { keys: [{ ...key, use: 'sig', alg: 'ES256', kid: randomBytes(8).toString('hex') }] },
    clients: [
      {
        client_id: settings.clientId,
        ...clientProof(settings.knownBy),
        redirect_uris: [settings.redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    acrValues: [DEMO_LEVEL, 'idporten-loa-substantial'],
    // As the real ones do, the ID token tells who she is, and nobody asks once more.
    conformIdTokenClaims: false,
    claims: { openid: ['sub', 'name'], profile: ['name'], email: ['email'], acr: null },
    scopes: ['openid', 'profile', 'email'],
    async findAccount(_ctx, id) {
      const person = settings.persons.find(({ key }) => key === id)
      if (!person) return undefined
      const { name, email } = person
      return { accountId: id, claims: async () => ({ sub: id, name, ...(email && { email }) }) }
    },
    // Nettungen is the only client, and nobody is asked whether she trusts it.
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({
        accountId: oidc.session!.accountId!,
        clientId: oidc.client!.clientId,
      })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
    interactions: { url: (_ctx, { uid }) => settings.choicePath(uid) },
    cookies: {
      keys: [randomBytes(32)],
      long: { signed: true, httpOnly: true, sameSite: 'lax' },
      short: { signed: true, httpOnly: true, sameSite: 'lax' },
    },
    ttl: {
      AccessToken: 60,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 3600,
      Interaction: 600,
      Session: 600,
    },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    discovery: { end_session_endpoint: settings.endSessionEndpoint },
    renderError(ctx, { error }) {
      ctx.type = 'text'
      ctx.body = `Demo login: ${error}`
    },
  })
  provider.proxy = true
  return provider
}

function clientProof(knownBy: DemoProviderSettings['knownBy']): Partial<ClientMetadata> {
  if ('secret' in knownBy) return { client_secret: knownBy.secret }
  return {
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'ES256',
    jwks: { keys: [{ ...knownBy.publicKey, kty: 'EC' }] },
    require_pushed_authorization_requests: true,
  }
}
