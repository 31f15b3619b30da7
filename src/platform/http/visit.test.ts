import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isVisit } from './visit.ts'

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0'
const phone =
  'Mozilla/5.0 (Linux; Android 14; CUBOT KINGKONG 9) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36'

test('a person visits who asks for a page now, with any browser or none', () => {
  for (const headers of [{}, { 'user-agent': firefox }, { 'user-agent': phone }])
    assert.ok(isVisit('GET', headers), JSON.stringify(headers))
})

test('HEAD, what is fetched in advance, and programs that say so are no visits', () => {
  assert.ok(!isVisit('HEAD', { 'user-agent': firefox }))
  for (const headers of [
    { 'sec-purpose': 'prefetch' },
    { 'sec-purpose': 'prefetch;prerender' },
    { purpose: 'prefetch' },
    { 'x-moz': 'prefetch' },
    { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' },
    { 'user-agent': 'Mozilla/5.0 (compatible; bingbot/2.0)' },
    { 'user-agent': 'GPTBot/1.2' },
    { 'user-agent': 'ia_archiver' },
    { 'user-agent': 'curl/8.5.0' },
  ])
    assert.ok(!isVisit('GET', headers), JSON.stringify(headers))
})
