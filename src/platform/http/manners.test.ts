import assert from 'node:assert/strict'
import { request } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { text as readAll } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
import { describe, test } from 'node:test'
import { first, makeHouse, second } from '#test/house.ts'
import { limitsPerMinute } from './limits.ts'

const house = await makeHouse()
const ask = (url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
  house.inject({ method, url, headers })

test('where the page decides, it is kept when it says so, for no browser or proxy, and for nobody who asks something else', async () => {
  const titleOf = async (url: string) => /<h1>(.*?)<\/h1>/.exec((await ask(url)).body)?.[1]
  const first = await titleOf('/sought?q=turer')
  assert.match(first ?? '', /sought turer/)
  assert.equal(await titleOf('/sought?q=turer'), first)
  const again = await ask('/sought?q=turer')
  assert.deepEqual([again.headers['cache-control'], again.headers.etag], ['private, no-store', undefined])
  assert.notEqual(await titleOf('/sought?q=turer&tema=a'), first)
  assert.notEqual(await titleOf('/sought?q=tur'), first)
  assert.notEqual(await titleOf('/sought?q=kari'), await titleOf('/sought?q=kari'))
})

test('an answer that waits to be sent stays as it is while others are made', async () => {
  const server = await makeHouse()
  await server.listen({ host: '127.0.0.1', port: 0 })
  const line = connect((server.server.address() as AddressInfo).port, '127.0.0.1')
  const get = (path: string, connection: string) =>
    `GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: ${connection}\r\n\r\n`
  // Two on one line: the second is ready, and waits for the first.
  line.write(get('/wait', 'keep-alive') + get('/words?word=one&times=1', 'close'))
  await second.promise
  for (let i = 0; i < 20; i += 1) await ask('/words?word=another&times=9')
  first.resolve()
  assert.match(await readAll(line), /\r\nwaited[^]*\r\none$/)
})

test('answers that are made at once are each whole, and nothing of another', async () => {
  const plain = (body: Buffer) => body
  const readers = { zstd: zstdDecompressSync, br: brotliDecompressSync, gzip: gunzipSync, identity: plain }
  const asked = Array.from({ length: 120 }, (_, i) => {
    const [encoding, read] = Object.entries(readers)[i % 4]!
    // Some go as they are, some are compressed by another thread, some have no room that is used again.
    return { encoding, read, word: `${i}-æ-`, times: [1, 300, 5_000, 14_000, 30_000][i % 5]! }
  })
  await Promise.all(
    asked.map(async ({ encoding, read, word, times }) => {
      const headers = { 'accept-encoding': encoding }
      const answer = await ask(`/words?word=${encodeURIComponent(word)}&times=${times}`, headers)
      const isPacked = answer.headers['content-encoding'] !== undefined
      const body = isPacked ? read(answer.rawPayload) : answer.rawPayload
      assert.equal(body.toString(), word.repeat(times))
    }),
  )
})

describe('HEAD', () => {
  const paths = [
    '/plain',
    '/nn/plain',
    '/kept/1',
    '/kept/1',
    '/search?q=a',
    '/lead',
    '/api/things',
    '/assets/a.css',
  ]
  const odd = ['/healthz', '/readyz', '/nothing', '/assets/nothing.css', '/form', '/fail', '/api/nothing']

  test('is answered as GET is, without the body', async () => {
    for (const path of [...paths, ...odd]) {
      for (const encoding of ['', 'br', 'gzip', 'zstd']) {
        const [get, head] = [
          await ask(path, { 'accept-encoding': encoding }),
          await ask(path, { 'accept-encoding': encoding }, 'HEAD'),
        ]
        const told = `${path} ${encoding}`
        assert.equal(head.statusCode, get.statusCode, told)
        assert.equal(head.rawPayload.length, 0, told)
        const [expected, found] = [get, head].map(({ headers }) => ({ ...headers, date: '' }))
        assert.deepEqual(found, expected, told)
        if (get.rawPayload.length > 0) {
          assert.equal(Number(head.headers['content-length']), get.rawPayload.length, told)
        }
      }
    }
  })

  test('hears that the browser’s copy still holds', async () => {
    for (const path of ['/plain', '/kept/1', '/api/things']) {
      const etag = String((await ask(path, {}, 'HEAD')).headers.etag)
      assert.match(etag, /^W\/".+"$/)
      assert.equal((await ask(path, { 'if-none-match': etag }, 'HEAD')).statusCode, 304)
    }
  })
})

test('a copy that the browser holds is not sent again, however it says so', async () => {
  const etag = String((await ask('/plain')).headers.etag)
  const opaque = etag.slice(2)
  const held = [etag, opaque, `"x", ${etag}`, `W/"x,y" ,${opaque},"z"`, '*', ' * ']
  for (const tags of held) {
    const answer = await ask('/plain', { 'if-none-match': tags })
    assert.equal(answer.statusCode, 304, tags)
    assert.equal(answer.body, '')
    assert.deepEqual(
      [answer.headers.etag, answer.headers['cache-control'], answer.headers.vary],
      [etag, 'no-cache', 'accept-encoding'],
    )
  }
  const inside = opaque.slice(1, -1)
  for (const tags of ['"x"', '', inside, `"${inside}x"`, `"x${inside}"`, opaque.toLowerCase(), '"*"']) {
    assert.equal((await ask('/plain', { 'if-none-match': tags })).statusCode, 200, tags)
  }
  assert.equal((await ask('/nothing', { 'if-none-match': '*' })).statusCode, 404)
})

describe('a method that an address does not know', () => {
  const send = (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH' | 'OPTIONS',
    url: string,
    type?: string,
  ) =>
    house.inject({
      method,
      url,
      headers: type ? { 'content-type': type } : {},
      payload: type ? '{"a":' : undefined,
    })

  test('is told which it knows, on a page', async () => {
    for (const [method, url, allow] of [
      ['POST', '/plain', 'GET, HEAD'],
      ['POST', '/plain/', 'GET, HEAD'],
      ['DELETE', '/nn/plain?a=1', 'GET, HEAD'],
      ['PUT', '/kept/1', 'GET, HEAD'],
      ['PATCH', '/kept/1/a-slug', 'GET, HEAD'],
      ['OPTIONS', '/search', 'GET, HEAD'],
      ['GET', '/form', 'POST'],
      ['GET', '/en/form', 'POST'],
      ['POST', '/assets/a.css', 'GET, HEAD'],
      ['POST', '/healthz', 'GET, HEAD'],
    ] as const) {
      const answer = await send(method, url)
      assert.deepEqual([answer.statusCode, answer.headers.allow], [405, allow], `${method} ${url}`)
      assert.match(answer.body, /^<!doctype html>.*<h1>not-found/)
    }
    assert.equal((await send('POST', '/plain', 'application/json')).statusCode, 405)
  })

  test('is told so as a problem where programs ask', async () => {
    const answer = await send('DELETE', '/api/things')
    assert.deepEqual([answer.statusCode, answer.headers.allow], [405, 'GET, HEAD, OPTIONS'])
    assert.match(String(answer.headers['content-type']), /^application\/problem\+json/)
    assert.equal(answer.json<{ status: number }>().status, 405)
  })

  test('is no matter where there is no such address', async () => {
    for (const url of [
      '/nothing',
      '/kept',
      '/kept/1/2/3',
      '/plain/x',
      '/plain.',
      '/api/nothing',
      '/en/api/things',
      '/nn/healthz',
    ]) {
      const answer = await send('DELETE', url)
      assert.deepEqual([answer.statusCode, answer.headers.allow], [404, undefined], url)
    }
  })
})

test('what is no page has one address, and no language before it', async () => {
  for (const language of ['/nn', '/se', '/en']) {
    assert.equal((await ask(`${language}/plain`)).statusCode, 200, language)
    assert.equal((await ask(`${language}x/plain`)).statusCode, 404, language)
  }
  for (const path of ['/api/things', '/healthz', '/assets/a.css']) {
    assert.equal((await ask(path)).statusCode, 200, path)
    for (const language of ['/nn', '/se', '/en']) {
      const answer = await ask(language + path)
      assert.equal(answer.statusCode, 404, language + path)
      assert.match(answer.body, /<h1>not-found/)
    }
  }
})

test('an address that a proxy sends with its host is the same address', async () => {
  const server = await makeHouse()
  await server.listen({ host: '127.0.0.1', port: 0 })
  const { port } = server.server.address() as AddressInfo
  const statusOf = (path: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, path }, answer => resolve(answer.resume().statusCode))
      sent.on('error', reject).end()
    })
  for (const path of [
    '/plain',
    '/en/plain',
    '/nn/kept/1?x',
    '/api/things',
    '/en/api/things',
    '/nn',
    '?x',
    '',
  ]) {
    const expected = (await ask(path.startsWith('/') ? path : `/${path}`)).statusCode
    for (const host of ['http://127.0.0.1:3000', 'HTTPS://nettungen.example'])
      assert.equal(await statusOf(host + path), expected, host + path)
  }
})

test('no page is shown inside another', async () => {
  for (const path of ['/plain', '/nothing', '/%', '/fail', '/api/things']) {
    const { headers } = await ask(path)
    assert.equal(headers['x-frame-options'], 'DENY', path)
    assert.match(String(headers['content-security-policy']), /frame-ancestors 'none'/, path)
  }
})

test('what a fault of ours says stays with us', async () => {
  for (const path of ['/fail', '/nn/fail']) {
    const answer = await ask(path)
    assert.equal(answer.statusCode, 500)
    assert.match(answer.body, /<h1>failed/)
    assert.doesNotMatch(answer.body, /secret/)
  }
})

test('an answer to what a person typed is kept nowhere on its way, and one to anybody may be', async () => {
  const personal = [
    '/search?q=a',
    '/nn/search?q=a',
    '/search/suggestions?q=a',
    '/lead?tema=a',
    '/lead?tema=a&tema=b',
  ]
  for (const path of personal) {
    assert.equal((await ask(path)).headers['cache-control'], 'private, no-store', path)
  }
  assert.equal((await ask('/search')).headers['cache-control'], 'no-cache')
  assert.equal((await ask('/search?tema=a')).headers['cache-control'], 'no-cache')
  assert.equal((await ask('/search/suggestions')).headers['cache-control'], 'public, max-age=300')
  assert.equal((await ask('/lead')).headers['cache-control'], undefined)
})

describe('how often one address may ask', async () => {
  const counting = await makeHouse({ rateLimits: true })
  const from = (
    remoteAddress: string,
    url: string,
    method: 'GET' | 'HEAD' | 'POST' = 'GET',
    headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' },
  ) => counting.inject({ method, url, remoteAddress, headers })
  /** How many are answered before it is too much. */
  async function countUntilRefused(addresses: string[], urls: string[], method?: 'GET' | 'POST') {
    for (let n = 0; n < 1000; n++) {
      const answer = await from(addresses[n % addresses.length]!, urls[n % urls.length]!, method)
      if (answer.statusCode === 429) return n
    }
    return Infinity
  }

  test('a form counts in all its languages together', async () => {
    const urls = ['/form', '/nn/form', '/se/form', '/en/form']
    assert.equal(await countUntilRefused(['10.0.0.1'], urls, 'POST'), 6)
    assert.equal((await from('10.0.0.2', '/form', 'POST')).statusCode, 303, 'another address may')
  })

  test('what another site’s page makes a browser send uses nothing up', async () => {
    const foreign: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'https://evil.example' },
      {},
    ]
    for (let n = 0; n < 21; n++) {
      const refused = await from('10.0.0.9', n % 2 ? '/form' : '/nn/form', 'POST', foreign[n % 3])
      assert.equal(refused.statusCode, 403)
      assert.match(refused.body, /<h1>cross-site/)
      assert.equal(refused.headers['x-frame-options'], 'DENY')
    }
    assert.equal(await countUntilRefused(['10.0.0.9'], ['/form'], 'POST'), 6)
  })

  test('who asks too often is told so, and when to come back', async () => {
    assert.equal(await countUntilRefused(['10.0.0.3'], ['/search', '/en/search']), 30)
    const refused = await from('10.0.0.3', '/nn/search?q=a')
    assert.equal(refused.statusCode, 429)
    assert.match(refused.body, /<h1>too-many/)
    assert.ok(Number(refused.headers['retry-after']) > 0 && Number(refused.headers['retry-after']) <= 60)
    assert.equal(refused.headers['cache-control'], 'no-store')
    assert.equal((await from('10.0.0.3', '/search', 'HEAD')).statusCode, 429)
    assert.equal((await from('10.0.0.3', '/plain')).statusCode, 200, 'the rest is there')
  })

  test('programs have one count for the whole API', async () => {
    assert.equal(await countUntilRefused(['10.0.0.4'], ['/api/things', '/api/others']), 60)
    const refused = await from('10.0.0.4', '/api/others')
    assert.match(String(refused.headers['content-type']), /^application\/problem\+json/)
    assert.ok(Number(refused.headers['retry-after']) > 0)
    assert.equal(refused.headers['access-control-allow-origin'], '*', 'a page of others can read the refusal')
  })

  test('a household with IPv6 is one, however many addresses it takes; one with IPv4 too, however it is written', async () => {
    const household = ['2001:db8:1:2::1', '2001:db8:1:2:ffff:1:2:3', '2001:0db8:0001:0002::aaaa']
    assert.equal(await countUntilRefused(household, ['/form'], 'POST'), 6)
    assert.equal((await from('2001:db8:1:3::1', '/form', 'POST')).statusCode, 303, 'the neighbour may')
    assert.equal(
      await countUntilRefused(['10.0.0.5', '::ffff:10.0.0.5', '::ffff:a00:5'], ['/form'], 'POST'),
      6,
    )
    assert.equal((await from('::ffff:10.0.0.6', '/form', 'POST')).statusCode, 303)
  })

  test('is far more than people do, and for forms what somebody can read', () => {
    assert.ok(limitsPerMinute.search >= 300 && limitsPerMinute.api >= 600)
    assert.ok(limitsPerMinute.form <= 10)
  })

  test('is not counted when that is off', async () => {
    for (let n = 0; n < 10; n++) {
      assert.equal((await house.inject({ method: 'POST', url: '/form' })).statusCode, 403)
    }
  })
})
