import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { deviceInWords } from './device.ts'
import { logoutAddress, openLogout, sealLogout } from './provider-logout.ts'

const logout = {
  endpoint: 'https://login.test/logout?a=b',
  idToken: `ey.${'x'.repeat(1500)}.z`,
  clientId: 'nettungen',
}

test('what a browser keeps for logging out at the provider is opened by the key of its session alone', () => {
  const key = randomBytes(32)
  const sealed = sealLogout(logout, key)!
  assert.match(sealed, /^[\w-]+$/)
  assert.deepEqual(openLogout(sealed, key), logout)
  assert.equal(openLogout(sealed, randomBytes(32)), null)
  const touched = Buffer.from(sealed, 'base64url')
  touched[touched.length - 1]! ^= 1
  assert.equal(openLogout(touched.toString('base64url'), key), null)
  for (const odd of ['', 'x', 'å', 'a'.repeat(5000)]) assert.equal(openLogout(odd, key), null)
})

test('a token that no browser would keep is not given to one', () => {
  const idToken = randomBytes(6000).toString('base64url')
  assert.equal(sealLogout({ ...logout, idToken }, randomBytes(32)), null)
})

test('the address of logging out keeps what the provider has in it', () => {
  const address = new URL(logoutAddress(logout, 'https://nettungen.test/logg-ut/ferdig', 'nn'))
  assert.equal(address.origin + address.pathname, 'https://login.test/logout')
  assert.deepEqual(Object.fromEntries(address.searchParams), {
    a: 'b',
    id_token_hint: logout.idToken,
    client_id: 'nettungen',
    post_logout_redirect_uri: 'https://nettungen.test/logg-ut/ferdig',
    state: 'nn',
  })
})

test('a browser is told of in coarse words', () => {
  const cases: [agent: string, words: string][] = [
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36',
      'Chrome, Windows',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36 Edg/142.0',
      'Edge, Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari, iPhone',
    ],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox, Mac'],
    [
      'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130 Mobile Safari/537.36',
      'Samsung Internet, Android',
    ],
    ['curl/8.5.0', ''],
    ['', ''],
    ['<script>alert(1)</script>', ''],
  ]
  for (const [agent, words] of cases) assert.equal(deviceInWords(agent), words)
})
