import assert from 'node:assert/strict'
import { generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { ConfigError, readConfig } from './config.ts'

const APP = 'postgres://app:x@db.test/nettungen'

test('a copy of the database is known as one: nothing that is read there is kept', () => {
  const at = (more: Record<string, string>) => readConfig({ DATABASE_URL: APP, ...more }).database
  const publicUrl = 'postgres://public:x@db.test/nettungen'
  const replica = 'postgres://public:x@copy.test/nettungen'
  assert.partialDeepStrictEqual(at({ DATABASE_PUBLIC_URL: publicUrl }), { publicUrl, isReplica: false })
  assert.partialDeepStrictEqual(at({ DATABASE_PUBLIC_URL: publicUrl, DATABASE_READ_URL: replica }), {
    publicUrl: replica,
    isReplica: true,
  })
})

test('settings that contradict each other are refused in words', () => {
  assert.throws(() => readConfig({ DATABASE_READ_URL: APP }), ConfigError)
  assert.throws(() => readConfig({ DATABASE_WORKER_URL: APP }), ConfigError)
  assert.throws(() => readConfig({ SMTP_URL: 'smtp://mail.test' }), /MAIL_FROM is missing/)
  assert.throws(() => readConfig({ SMTP_URL: 'https://mail.test', MAIL_FROM: 'post@mail.test' }), /SMTP_URL/)
  assert.throws(() => readConfig({ RATE_LIMITS: 'off', HOST: '0.0.0.0' }), ConfigError)
})

test('a provider of identity is set whole, and over an encrypted connection', () => {
  const whole = {
    OIDC_EMPLOYEE_ISSUER: 'https://login.test/tenant/v2.0',
    OIDC_EMPLOYEE_CLIENT_ID: 'nettungen',
    OIDC_EMPLOYEE_CLIENT_SECRET: 'x',
  }
  assert.deepEqual(readConfig({}).identity, { citizen: null, employee: null })
  assert.deepEqual(readConfig(whole).identity.employee, {
    issuer: 'https://login.test/tenant/v2.0',
    clientId: 'nettungen',
    credential: { kind: 'secret', secret: 'x' },
    scope: 'openid profile email',
    acceptedLevels: [],
    tenant: null,
  })
  const citizen = Object.fromEntries(
    Object.entries(whole).map(([name, value]) => [name.replace('EMPLOYEE', 'CITIZEN'), value]),
  )
  assert.deepEqual(readConfig(citizen).identity.citizen?.acceptedLevels, [
    'idporten-loa-substantial',
    'idporten-loa-high',
  ])
  for (const name of Object.keys(whole)) {
    const { [name]: _left, ...rest } = whole as Record<string, string>
    assert.throws(
      () => readConfig(rest),
      new RegExp(`Error: ${name}( \\(or OIDC_EMPLOYEE_CLIENT_KEY\\))? is missing`),
    )
  }
  for (const issuer of ['http://login.test', 'ftp://login.test', 'login.test', 'http://127.0.0.1.login.test'])
    assert.throws(
      () => readConfig({ ...whole, OIDC_EMPLOYEE_ISSUER: issuer }),
      /OIDC_EMPLOYEE_ISSUER/,
      issuer,
    )
  assert.ok(readConfig({ ...whole, OIDC_EMPLOYEE_ISSUER: 'http://127.0.0.1:8080' }).identity.employee)
  assert.throws(() => readConfig({ ...whole, OIDC_EMPLOYEE_TENANT: 'us' }), /OIDC_EMPLOYEE_TENANT/)
})

test('instead of a secret a provider may know our key, which is looked at when the program starts', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const small = generateKeyPairSync('rsa', { modulusLength: 1024 })
  const curve = generateKeyPairSync('ec', { namedCurve: 'P-384' })
  const jwk = (pair: { privateKey: KeyObject }, more: object) =>
    JSON.stringify({ ...pair.privateKey.export({ format: 'jwk' }), ...more })
  const at = (key: string, more: Record<string, string> = {}) =>
    readConfig({
      OIDC_EMPLOYEE_ISSUER: 'https://helseid.test',
      OIDC_EMPLOYEE_CLIENT_ID: 'nettungen',
      OIDC_EMPLOYEE_CLIENT_KEY: key,
      OIDC_EMPLOYEE_SCOPE: 'openid profile helseid://scopes/identity/email',
      ...more,
    }).identity.employee
  const good = jwk(rsa, { alg: 'PS256', kid: 'k1' })
  assert.partialDeepStrictEqual(at(good), {
    credential: { kind: 'key', algorithm: 'PS256', keyId: 'k1' },
    scope: 'openid profile helseid://scopes/identity/email',
  })
  assert.partialDeepStrictEqual(at(jwk(curve, { alg: 'ES384' }))?.credential, {
    algorithm: 'ES384',
    keyId: null,
  })
  const file = join(tmpdir(), `nettungen-${randomUUID()}.jwk`)
  writeFileSync(file, good)
  assert.partialDeepStrictEqual(at(file)?.credential, { keyId: 'k1' })
  rmSync(file)

  const secret = /"d":"([^"]{20})/.exec(good)![1]!
  const wrong: [key: string, said: RegExp][] = [
    [file, /path of a file/],
    [good.slice(0, -30), /one JWK, in JSON/],
    [jwk(rsa, {}), /"alg" must be one of RS256/],
    [jwk(rsa, { alg: 'HS256' }), /"alg" must be one of RS256/],
    [jwk(rsa, { alg: 'ES256' }), /a key of the curve P-256/],
    [jwk(curve, { alg: 'ES256' }), /a key of the curve P-256/],
    [jwk(curve, { alg: 'RS256' }), /takes an RSA key/],
    [jwk(small, { alg: 'RS256' }), /at least 2048 bits/],
    [JSON.stringify({ ...rsa.publicKey.export({ format: 'jwk' }), alg: 'RS256' }), /private key, with "d"/],
    [jwk(rsa, { alg: 'PS256', n: 'x' }), /not a whole key/],
    [JSON.stringify({ keys: [] }), /one private key as a JWK/],
  ]
  for (const [key, said] of wrong)
    assert.throws(
      () => at(key),
      (error: Error) => {
        assert.match(error.message, /^OIDC_EMPLOYEE_CLIENT_KEY has a value that cannot be used: /)
        assert.match(error.message, said)
        assert.ok(!error.message.includes(secret))
        return true
      },
    )
  assert.throws(() => at(good, { OIDC_EMPLOYEE_CLIENT_SECRET: 'x' }), /are both set/)
  assert.throws(() => at(good, { OIDC_EMPLOYEE_SCOPE: 'profile' }), /OIDC_EMPLOYEE_SCOPE/)
})
