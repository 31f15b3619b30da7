import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { returnPath } from './return-to.ts'

test('paths of ours lead back as they are', () => {
  for (const path of [
    '/',
    '/arbeid',
    '/nn/arbeid/tilbud/1?side=2&q=%C3%A5',
    '/invitasjon/a-b_c',
    "/a'b(c)~!*",
  ])
    assert.equal(returnPath(path), path)
  assert.equal(returnPath('/a/../b#c'), '/b')
})

test('nobody is sent to another site', () => {
  for (const given of [
    undefined,
    '',
    'arbeid',
    'https://example.org',
    '//example.org',
    '///example.org',
    '/\\example.org',
    '/\t/example.org',
    '/\n/example.org',
    '\\\\example.org',
    ' //example.org',
    'javascript:alert(1)',
    'http:/example.org',
    '/.//example.org',
    '/a/..//example.org',
    '/%2e//example.org',
    '/%2E%2E//example.org',
    '/a\\b',
    '/å',
    `/${'a'.repeat(2001)}`,
  ])
    assert.equal(returnPath(given), null, String(given))
})

test('whatever is given, what comes out is a path on our own origin', () => {
  const nasty = fc.array(fc.constantFrom('/', '\\', '.', '%2e', '%2f', '@', ':', '?', '#', 'a', '\t'), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(nasty, parts => {
      const path = returnPath(parts.join(''))
      if (path === null) return
      assert.equal(new URL(path, 'https://nettungen.test').origin, 'https://nettungen.test')
      assert.equal(returnPath(path), path)
    }),
    { numRuns: 3000 },
  )
})
