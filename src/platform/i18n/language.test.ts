import assert from 'node:assert/strict'
import { test } from 'node:test'
import { splitLanguage } from './language.ts'

test('an address is taken apart into its language and its path, also when it comes with its host', () => {
  const expected: [given: string, language: string, path: string][] = [
    ['/', 'nb', '/'],
    ['/en', 'en', '/'],
    ['/en/', 'en', '/'],
    ['/en?side=2', 'en', '/?side=2'],
    ['/nn/kommune/3228?side=2', 'nn', '/kommune/3228?side=2'],
    ['/en/nn/kommune', 'en', '/nn/kommune'],
    ['/en//example.org', 'en', '//example.org'],
    ['/nnx', 'nb', '/nnx'],
    ['/EN', 'nb', '/EN'],
    ['//en', 'nb', '//en'],
    ['/kommune?til=http://example.org/en', 'nb', '/kommune?til=http://example.org/en'],
    ['*', 'nb', '*'],
    ['http://example.org', 'nb', '/'],
    ['http://example.org?side=2', 'nb', '/?side=2'],
    ['HTTPS://example.org:3000/se/kommune', 'se', '/kommune'],
    ['http://example.org/en', 'en', '/'],
  ]
  for (const [given, language, path] of expected) assert.deepEqual(splitLanguage(given), { language, path })
})
