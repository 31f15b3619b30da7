import assert from 'node:assert/strict'
import { test } from 'node:test'
import { serviceDocument } from '#test/services.ts'
import { isSensitive } from './sensitive.ts'

const sensitive = (given: Parameters<typeof serviceDocument>[0]) => isSensitive(serviceDocument(given))

test('a service about violence, abuse, child protection or suicide is sensitive, by whatever tells it', () => {
  assert.ok(sensitive({ themes: ['hjelp-ved-overgrep'] }))
  assert.ok(sensitive({ themes: ['idrett', 'krisesenter'] }), 'a word of Los under a sensitive theme')
  assert.ok(sensitive({ themes: ['tvangsekteskap'] }))
  assert.ok(sensitive({ room: 'vold-overgrep' }))
  assert.ok(sensitive({ room: 'barnevern' }))
  assert.ok(sensitive({ risk_groups: ['bullying', 'violence-or-abuse'] }))
  assert.ok(sensitive({ diagnosis_groups: ['self-harm-or-suicidal-thoughts'] }))
})

test('a service is sensitive when its owner says so', () => {
  assert.ok(sensitive({ sensitive: true }))
  assert.ok(sensitive({ sensitive: true, meant_for: 'services' }))
})

test('other services are not, and what is for employees is not by itself', () => {
  assert.ok(!sensitive({}))
  assert.ok(!sensitive({ room: 'kultur', themes: ['psykisk-helse', 'livskriser'], risk_groups: ['poverty'] }))
  assert.ok(!sensitive({ meant_for: 'services', room: 'vold-overgrep', themes: ['hjelp-ved-overgrep'] }))
})
