import type { ClientAuth, Configuration, CustomFetch, DPoPHandle, ServerMetadata } from 'openid-client'
import { signingKeyOf, type ClientKey } from './client-key.ts'

/** How we show a provider that it is us who ask: a secret that both know, or a key of which it knows the public half. */
export type ClientCredential = { kind: 'secret'; secret: string } | ClientKey

/** How Nettungen is known to a provider of identity, and what it demands of an answer. */
export type ProviderSettings = {
  /** The provider's own name for itself, an address. */
  issuer: string
  clientId: string
  credential: ClientCredential
  scope: string
  /** Levels of assurance (`acr`) that are good enough, the one to ask for first. Empty: any. */
  acceptedLevels: readonly string[]
  /** The one tenant (`tid`, Entra ID) whose people may come. Null: no such check. */
  tenant: string | null
  /** Under what name its persons are kept; without one, by its address. */
  keptAs?: string
  /** `login`: she is always asked who she is. */
  prompt?: 'login'
  /** Instead of the network. */
  fetch?: CustomFetch
}

/** What belongs to one attempt to log in, and to nobody else. */
export type Attempt = { state: string; nonce: string; verifier: string }

/** Where her browser logs out at the provider, too. */
export type ProviderLogout = { endpoint: string; idToken: string; clientId: string }

/** How an answer turned out. `why` is for the log: a kind of fault, nothing of a person. */
export type Finding =
  | {
      kind: 'known'
      subject: string
      name: string | null
      email: string | null
      logout: ProviderLogout | null
    }
  | { kind: 'refused' | 'unreachable'; why: string }

/** A provider of identity, seen from us (OpenID Connect Core 1.0, code flow). */
export type IdentityProvider = {
  keptAs: string
  /** The address to send a browser to. */
  begin(
    attempt: Attempt,
    wishes: { redirectUri: string; language: string },
  ): Promise<{ kind: 'ready'; url: string } | { kind: 'unreachable'; why: string }>
  /** Looks at the answer, and fetches who she is. @param answer the address her browser came back to */
  finish(attempt: Attempt, answer: URL): Promise<Finding>
}

const TIMEOUT_SECONDS = 8
const HOUR_MS = 60 * 60 * 1000

/** Signatures that anybody can check and nobody but the provider can make. Never `none`, never a shared secret. */
const SIGNATURES = /^(RS|PS|ES)(256|384|512)$|^(EdDSA|Ed25519)$/

/** A provider by its settings. It is asked for its own description when the first person comes, and again after an hour. */
export function makeIdentityProvider(settings: ProviderSettings): IdentityProvider {
  let described: { metadata: ServerMetadata; until: number } | null = null

  async function metadataOf(client: OpenidClient): Promise<ServerMetadata> {
    if (described && described.until > Date.now()) return described.metadata
    const found = await client.discovery(new URL(settings.issuer), settings.clientId, undefined, undefined, {
      timeout: TIMEOUT_SECONDS,
      execute: isPlain(settings.issuer) ? [client.allowInsecureRequests] : [],
      ...(settings.fetch && { [client.customFetch]: settings.fetch }),
    })
    const metadata = plainCopy(found.serverMetadata())
    described = { metadata, until: Date.now() + HOUR_MS }
    return metadata
  }

  return {
    keptAs: settings.keptAs ?? settings.issuer,
    async begin({ state, nonce, verifier }, { redirectUri, language }) {
      try {
        const client = await import('openid-client')
        const metadata = await metadataOf(client)
        const config = configure(client, metadata, settings)
        const parameters = {
          redirect_uri: redirectUri,
          scope: settings.scope,
          state,
          nonce,
          code_challenge: await client.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          ui_locales: language === 'en' || language === 'se' ? language : `${language} no`,
          ...(settings.acceptedLevels[0] && { acr_values: settings.acceptedLevels[0] }),
          ...(settings.prompt && { prompt: settings.prompt }),
        }
        const url = metadata.pushed_authorization_request_endpoint
          ? await client.buildAuthorizationUrlWithPAR(config, parameters)
          : client.buildAuthorizationUrl(config, parameters)
        return { kind: 'ready', url: url.href }
      } catch (error) {
        return { kind: 'unreachable', why: codeOf(error) }
      }
    },
    async finish({ state, nonce, verifier }, answer) {
      const client = await import('openid-client')
      let metadata: ServerMetadata
      try {
        metadata = await metadataOf(client)
      } catch (error) {
        return { kind: 'unreachable', why: codeOf(error) }
      }
      try {
        const config = configure(client, metadata, settings)
        const checks = {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        }
        const proof = await proofOf(client, config, settings)
        const tokens = await client.authorizationCodeGrant(config, answer, checks, undefined, proof)
        const claims = tokens.claims()
        if (!claims || !tokens.id_token) return { kind: 'refused', why: 'no id token' }
        const why = findFault(settings, claims, tokens.id_token)
        if (why) return { kind: 'refused', why }
        const endpoint = metadata.end_session_endpoint
        return {
          kind: 'known',
          subject: claims.sub,
          name: nameIn(claims),
          email: textIn(claims['email'], 320, /^[^@\s]+@[^@\s]+$/),
          logout: endpoint ? { endpoint, idToken: tokens.id_token, clientId: settings.clientId } : null,
        }
      } catch (error) {
        return { kind: isOfNetwork(error) ? 'unreachable' : 'refused', why: codeOf(error) }
      }
    },
  }
}

type OpenidClient = typeof import('openid-client')

/**
 * Made anew for each login, so that the provider's keys are fetched anew: one that it has changed works at once, and one that it
 * has taken back works no longer.
 */
function configure(
  client: OpenidClient,
  metadata: ServerMetadata,
  settings: ProviderSettings,
): Configuration {
  const config = new client.Configuration(
    metadata,
    settings.clientId,
    settings.credential.kind === 'secret' ? settings.credential.secret : undefined,
    authenticationOf(client, metadata, settings.credential),
  )
  config.timeout = TIMEOUT_SECONDS
  // The signature of the ID token is checked, though it came straight from the provider.
  client.enableNonRepudiationChecks(config)
  if (isPlain(settings.issuer)) client.allowInsecureRequests(config)
  if (settings.fetch) config[client.customFetch] = settings.fetch
  return config
}

function authenticationOf(
  client: OpenidClient,
  metadata: ServerMetadata,
  credential: ClientCredential,
): ClientAuth {
  if (credential.kind === 'key') {
    const key = signingKeyOf(credential)
    // Its audience is the issuer, and it holds for a minute (the library's way); `typ` as HelseID wants it.
    return client.PrivateKeyJwt(credential.keyId === null ? key : { key, kid: credential.keyId }, {
      [client.modifyAssertion]: header => Object.assign(header, { typ: 'JWT' }),
    })
  }
  const methods = metadata.token_endpoint_auth_methods_supported
  return methods && !methods.includes('client_secret_basic')
    ? client.ClientSecretPost(credential.secret)
    : client.ClientSecretBasic(credential.secret)
}

/**
 * Binds the access token to a key that is made for it and forgotten (DPoP, RFC 9449), where the provider offers it to a client with
 * a key: HelseID may demand it of all. We have no use for the token.
 */
async function proofOf(
  client: OpenidClient,
  config: Configuration,
  { credential }: ProviderSettings,
): Promise<{ DPoP?: DPoPHandle }> {
  const offered = config.serverMetadata().dpop_signing_alg_values_supported
  if (credential.kind !== 'key' || !offered?.includes('ES256')) return {}
  return { DPoP: client.getDPoPHandle(config, await client.randomDPoPKeyPair('ES256')) }
}

type Claims = { sub: string; [claim: string]: unknown }

/** What the library does not look at: level of assurance, who the token was made for, tenant, kind of signature. */
function findFault(settings: ProviderSettings, claims: Claims, idToken: string): string | null {
  if (!SIGNATURES.test(algorithmOf(idToken))) return 'kind of signature'
  if (claims['azp'] !== undefined && claims['azp'] !== settings.clientId) return 'azp'
  if (claims.sub.length > 255) return 'sub'
  const { acceptedLevels, tenant } = settings
  if (acceptedLevels.length > 0 && !acceptedLevels.some(level => level === claims['acr'])) return 'acr'
  if (tenant !== null && claims['tid'] !== tenant) return 'tid'
  return null
}

function algorithmOf(jwt: string): string {
  const header: unknown = JSON.parse(Buffer.from(jwt.split('.')[0]!, 'base64url').toString())
  return typeof header === 'object' && header && 'alg' in header ? String(header.alg) : 'none'
}

/** Her name, when the provider tells it: ID-porten does not. */
function nameIn(claims: Claims): string | null {
  const parts = [claims['given_name'], claims['family_name']].filter(part => typeof part === 'string')
  return textIn(claims['name'], 200) ?? textIn(parts.join(' '), 200)
}

function textIn(given: unknown, longest: number, form = /./): string | null {
  if (typeof given !== 'string') return null
  const text = given.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  return text !== '' && text.length <= longest && form.test(text) ? text : null
}

/** Only on this machine (config.ts): for trying out, and for tests. */
function isPlain(issuer: string): boolean {
  return issuer.startsWith('http:')
}

/** Without the helpers that the library puts on it. */
function plainCopy(metadata: ServerMetadata): ServerMetadata {
  return JSON.parse(JSON.stringify(metadata)) as ServerMetadata
}

/** A word for the log: codes of the library, never its texts, which may hold what a token says. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const { code } = error as { code?: unknown }
  const { error: said } = error as { error?: unknown }
  return [error.name, typeof code === 'string' && code, typeof said === 'string' && said.slice(0, 60)]
    .filter(Boolean)
    .join(' ')
}

function isOfNetwork(error: unknown): boolean {
  const code = codeOf(error)
  return /\bTypeError\b|TIMEOUT|fetch/i.test(code) && !/ERR_INVALID/.test(code)
}
