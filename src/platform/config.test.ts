import assert from 'node:assert/strict'
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
    clientSecret: 'x',
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
      new RegExp(`^ConfigError: ${name} is missing|Error: ${name} is missing`),
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
