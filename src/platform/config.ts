import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import * as z from 'zod'
import { readClientKey } from './auth/client-key.ts'
import type { ClientCredential } from './auth/identity-provider.ts'
import { SECRET_KEYS } from './secrets/vault.ts'

export class ConfigError extends Error {}

const port = z.coerce.number().int().min(0).max(65535)
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')

const issuer = z
  .url({ protocol: /^https?$/, error: 'it must be the provider’s address, such as https://idporten.no' })
  .refine(isSafe, 'it must begin with https://; plain http only for a provider on this machine')
const scope = z
  .string()
  .regex(/^openid( [\x21-\x7e]+)*$/, 'it must begin with openid, and have a space between values')
const words = z.string().regex(/^[\x21-\x7e ]*$/, 'it must be values with spaces between')

const Environment = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  BASE_URL: z
    .url({ protocol: /^https?$/, error: 'it must be an http or https address' })
    .refine(isOrigin, 'it must be an origin such as https://nettungen.example, without a path')
    .optional(),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_OWNER_URL: postgresUrl.optional(),
  DATABASE_PUBLIC_URL: postgresUrl.optional(),
  DATABASE_READ_URL: postgresUrl.optional(),
  DATABASE_WORKER_URL: postgresUrl.optional(),
  NETTUNGEN_DATA: z.string().min(1).default('./var'),
  NETTUNGEN_DEMO: z.enum(['on', 'off']).optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'it must begin with smtps:// or smtp://')
    .refine(url => URL.canParse(url), 'it must be an address such as smtps://user:password@mail.example:465')
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>@\r\n]+ <[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/, {
      error: 'it must be an address such as post@nettungen.example, or Nettungen <post@nettungen.example>',
    })
    .optional(),
  SECRET_KEYS: z
    .string()
    .regex(
      SECRET_KEYS,
      'it must be id:key, with commas between, each key 32 bytes in base64: "openssl rand -base64 32" makes one',
    )
    .optional(),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform(text =>
      text
        .split(',')
        .map(part => part.trim())
        .filter(Boolean),
    )
    .refine(
      list => list.every(isNetwork),
      'it must be addresses or networks such as 10.0.0.0/8, with commas between',
    ),
  OIDC_CITIZEN_ISSUER: issuer.optional(),
  OIDC_CITIZEN_CLIENT_ID: z.string().optional(),
  OIDC_CITIZEN_CLIENT_SECRET: z.string().optional(),
  OIDC_CITIZEN_CLIENT_KEY: z.string().optional(),
  // Of a citizen it is enough to know who she is; of an employee also where to send an invitation.
  OIDC_CITIZEN_SCOPE: scope.default('openid'),
  OIDC_CITIZEN_ACR: words.default('idporten-loa-substantial idporten-loa-high'),
  OIDC_EMPLOYEE_ISSUER: issuer.optional(),
  OIDC_EMPLOYEE_CLIENT_ID: z.string().optional(),
  OIDC_EMPLOYEE_CLIENT_SECRET: z.string().optional(),
  OIDC_EMPLOYEE_CLIENT_KEY: z.string().optional(),
  OIDC_EMPLOYEE_SCOPE: scope.default('openid profile email'),
  OIDC_EMPLOYEE_ACR: words.default(''),
  OIDC_EMPLOYEE_TENANT: z.guid('it must be the tenant’s id, a UUID').toLowerCase().optional(),
  RATE_LIMITS: z.enum(['on', 'off']).default('on'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
})

function isOrigin(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === ''
}

/** What is said to a provider decides who comes in: only over an encrypted connection, or within this machine. */
function isSafe(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && (url.protocol === 'https:' || isLoopback(url.hostname.replace(/^\[(.*)\]$/, '$1')))
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}

/** An address, or a network with the length of its prefix. */
function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/')
  const version = isIP(address)
  if (version === 0 || rest.length > 0) return false
  return prefix === undefined || (/^[0-9]{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128))
}

export type IdentitySettings = {
  issuer: string
  clientId: string
  credential: ClientCredential
  /** What is asked for, with spaces between. */
  scope: string
  /** Levels of assurance that are good enough, the one to ask for first; empty: any. */
  acceptedLevels: string[]
  /** The one tenant whose people may come; null: any. */
  tenant: string | null
}

/** What the environment decides. Made once, at start. */
export type Config = {
  port: number
  host: string
  /** Origin of absolute links, without a slash at the end. Never taken from a request. */
  baseUrl: string | null
  database:
    | { kind: 'embedded'; folder: string }
    | {
        kind: 'external'
        appUrl: string
        ownerUrl: string | null
        publicUrl: string | null
        /** Null: no jobs run in this program. */
        workerUrl: string | null
        /** `publicUrl` is a copy that may lag behind. */
        isReplica: boolean
      }
  /** Demo mode: municipalities filled from the sources, component page, later the demo login. */
  demo: boolean
  /** Providers of identity; null: none is set. */
  identity: { citizen: IdentitySettings | null; employee: IdentitySettings | null }
  /** The server that takes our mail, and who it says it is from. Null: mail is kept, and in demo mode shown. */
  mail: { smtpUrl: string; from: string } | null
  /** What seals secrets in the database. Null: with the embedded database they lie beside it, else there are none. */
  secretKeys: string | null
  trustedProxies: string[]
  /** False only for measuring, on an address that nobody else reaches. */
  rateLimits: boolean
  logLevel: string
}

/**
 * Reads the environment. A value that cannot be used stops the start with a sentence that names it.
 * @throws ConfigError
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!
    const name = String(issue.path[0])
    throw new ConfigError(
      `${name} has a value that cannot be used: ${issue.message}. Correct it or remove it.`,
    )
  }
  const e = parsed.data
  const others = [e.DATABASE_OWNER_URL, e.DATABASE_PUBLIC_URL, e.DATABASE_READ_URL, e.DATABASE_WORKER_URL]
  if (!e.DATABASE_URL && others.some(Boolean)) {
    throw new ConfigError(
      'DATABASE_URL is missing, but another DATABASE_… address is set. Set DATABASE_URL too.',
    )
  }
  if (e.SMTP_URL && !e.MAIL_FROM) {
    throw new ConfigError(
      'MAIL_FROM is missing, but SMTP_URL is set. Set MAIL_FROM to the address that mail is from.',
    )
  }
  if (e.RATE_LIMITS === 'off' && !(isLoopback(e.HOST) && e.TRUSTED_PROXIES.length === 0)) {
    throw new ConfigError(
      'RATE_LIMITS is off, which is for measuring on this machine alone: set HOST to 127.0.0.1 and leave TRUSTED_PROXIES out, or remove RATE_LIMITS.',
    )
  }
  return {
    port: e.PORT,
    host: e.HOST,
    baseUrl: e.BASE_URL ? e.BASE_URL.replace(/\/+$/, '') : null,
    database: e.DATABASE_URL
      ? {
          kind: 'external',
          appUrl: e.DATABASE_URL,
          ownerUrl: e.DATABASE_OWNER_URL ?? null,
          publicUrl: e.DATABASE_READ_URL ?? e.DATABASE_PUBLIC_URL ?? null,
          workerUrl: e.DATABASE_WORKER_URL ?? null,
          isReplica: e.DATABASE_READ_URL !== undefined,
        }
      : { kind: 'embedded', folder: resolve(e.NETTUNGEN_DATA) },
    demo: e.NETTUNGEN_DEMO ? e.NETTUNGEN_DEMO === 'on' : !e.DATABASE_URL,
    identity: {
      citizen: identityOf('OIDC_CITIZEN', {
        issuer: e.OIDC_CITIZEN_ISSUER,
        clientId: e.OIDC_CITIZEN_CLIENT_ID,
        clientSecret: e.OIDC_CITIZEN_CLIENT_SECRET,
        clientKey: e.OIDC_CITIZEN_CLIENT_KEY,
        scope: e.OIDC_CITIZEN_SCOPE,
        levels: e.OIDC_CITIZEN_ACR,
      }),
      employee: identityOf('OIDC_EMPLOYEE', {
        issuer: e.OIDC_EMPLOYEE_ISSUER,
        clientId: e.OIDC_EMPLOYEE_CLIENT_ID,
        clientSecret: e.OIDC_EMPLOYEE_CLIENT_SECRET,
        clientKey: e.OIDC_EMPLOYEE_CLIENT_KEY,
        scope: e.OIDC_EMPLOYEE_SCOPE,
        levels: e.OIDC_EMPLOYEE_ACR,
        tenant: e.OIDC_EMPLOYEE_TENANT,
      }),
    },
    mail: e.SMTP_URL && e.MAIL_FROM ? { smtpUrl: e.SMTP_URL, from: e.MAIL_FROM } : null,
    secretKeys: e.SECRET_KEYS ?? null,
    trustedProxies: e.TRUSTED_PROXIES,
    rateLimits: e.RATE_LIMITS === 'on',
    logLevel: e.LOG_LEVEL,
  }
}

type Given = {
  issuer: string | undefined
  clientId: string | undefined
  clientSecret: string | undefined
  clientKey: string | undefined
  scope: string
  levels: string
  tenant?: string | undefined
}

/** A provider is set whole or not at all. */
function identityOf(name: string, given: Given): IdentitySettings | null {
  const { issuer, clientId, clientSecret, clientKey } = given
  const proof = clientSecret ?? clientKey
  if (!issuer && !clientId && !proof) return null
  if (!issuer || !clientId || !proof) {
    const missing = [!issuer && 'ISSUER', !clientId && 'CLIENT_ID', !proof && 'CLIENT_SECRET']
    const lacks = missing.filter(Boolean).map(part => `${name}_${String(part)}`)
    const or = proof ? '' : ` (or ${name}_CLIENT_KEY)`
    throw new ConfigError(
      `${lacks.join(' and ')}${or} is missing, but other ${name}_… values are set: set it too.`,
    )
  }
  if (clientSecret && clientKey)
    throw new ConfigError(
      `${name}_CLIENT_SECRET and ${name}_CLIENT_KEY are both set: keep the one that the provider knows.`,
    )
  return {
    issuer,
    clientId,
    credential: clientKey ? clientKeyOf(`${name}_CLIENT_KEY`, clientKey) : { kind: 'secret', secret: proof },
    scope: given.scope,
    acceptedLevels: given.levels.split(' ').filter(Boolean),
    tenant: given.tenant ?? null,
  }
}

/** A JWK, or the path of a file with one. Neither is repeated: a value may be a key with a letter lost. */
function clientKeyOf(name: string, given: string): ClientCredential {
  let text = given
  if (!given.trimStart().startsWith('{')) {
    try {
      text = readFileSync(given, 'utf8')
    } catch {
      throw new ConfigError(
        `${name} has a value that cannot be used: it must be a JWK, or the path of a file with one that this account may read.`,
      )
    }
  }
  const key = readClientKey(text)
  if (typeof key === 'string')
    throw new ConfigError(`${name} has a value that cannot be used: ${key}. Correct it.`)
  return key
}
