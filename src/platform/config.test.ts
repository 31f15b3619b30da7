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
