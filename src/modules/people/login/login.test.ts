import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demoPeople } from '#modules/people/index.ts'
import { testApp } from '#test/app.ts'
import { getPage, newBrowser, type Browser, type Visited } from '#test/client.ts'

const app = await testApp()

/** Goes by links and forms from a page that asks to log in. */
async function logIn(browser: Browser, from: string, hvem: string, person: string): Promise<Visited> {
  const asked = await browser.get(from)
  const start = new RegExp(`href="([^"]*/logg-inn/${hvem}[^"]*)"`).exec(asked.html)![1]!
  const choice = await browser.get(start.replaceAll('&amp;', '&'))
  assert.equal(choice.status, 200, choice.html)
  assert.match(choice.path, /^\/demo\//)
  return browser.post(actionOf(choice), person === '' ? { avbryt: 'ja' } : { person })
}

const actionOf = ({ html }: Visited) => /<form method="post" action="([^"]*)"/.exec(html)![1]!

test('every person of the demonstration logs in at the local provider, by plain links and forms', async () => {
  for (const { key, name, kind } of demoPeople()) {
    const browser = newBrowser(app)
    const desk = await logIn(browser, '/arbeid', kind === 'employee' ? 'ansatt' : 'innbygger', key)
    assert.equal(desk.path, '/arbeid')
    assert.match(desk.html, new RegExp(`Hei, ${name}`))
  }
})

test('programs find the persons in a list', async () => {
  const answer = await app.server.inject('/demo/persons')
  const list = answer.json<{ key: string; name: string; role: string }[]>()
  assert.equal(list.length, demoPeople().length)
  assert.deepEqual(list[0], { key: 'redaktor-nes', name: 'Kari Myhre', role: 'Redaktør i Nes kommune' })
})

test('the page of the local provider has a button for each person, and a way back', async () => {
  const browser = newBrowser(app)
  const choice = await browser.get('/logg-inn/innbygger?til=/nn/arbeid')
  assert.match(choice.html, /<button class="choice" type="submit" name="person" value="barn-13">/)
  assert.doesNotMatch(choice.html, /redaktor-nes/)
  assert.doesNotMatch(choice.html, /<script|<style|style=/)
  assert.match(String(choice.headers['content-security-policy']), /script-src 'self'/)
  const back = await browser.post(actionOf(choice), { avbryt: 'ja' })
  assert.match(back.html, /Du logget ikke inn/)
  assert.match(back.html, /til=%2Fnn%2Farbeid/)
})

test('who is sent in from another site chooses nobody', async () => {
  const browser = newBrowser(app)
  const choice = await browser.get('/logg-inn/ansatt')
  const answer = await app.server.inject({
    method: 'POST',
    url: actionOf(choice),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'cross-site',
      cookie: [...browser.cookies].map(pair => pair.join('=')).join('; '),
    },
    payload: 'person=admin-nes',
  })
  assert.equal(answer.statusCode, 403)
  for (const form of ['person=barn-13', 'person=', 'x=y']) {
    const odd = await browser.post(actionOf(choice), Object.fromEntries(new URLSearchParams(form)))
    assert.equal(odd.status, 400, form)
  }
})

test('outside demo mode there is no local provider, and the page says that nobody can log in yet', async () => {
  const plain = await testApp({ demo: false })
  for (const path of [
    '/demo/persons',
    '/demo/ansatt/auth',
    '/demo/id-porten/.well-known/openid-configuration',
    '/logg-inn/ansatt',
  ])
    assert.equal((await getPage(plain, path, { lint: false })).status, 404, path)
  assert.match((await getPage(plain, '/logg-inn')).html, /ikke satt opp her/)
})

test('who logs out is out here and at the provider, and comes back in her language', async () => {
  const browser = newBrowser(app)
  await logIn(browser, '/nn/arbeid', 'ansatt', 'larer-nes')
  const sealed = browser.cookies.get('__Secure-nettungen-ut')!
  const session = browser.cookies.get('__Host-nettungen')!
  const leaving = await browser.post('/logg-ut', { sprak: 'nn' })
  assert.equal(leaving.status, 200)
  assert.match(leaving.html, /<html lang="nn">[\s\S]*Du er logga ut/)
  const [, on] = /^0;url=(.*)$/.exec(String(leaving.headers['refresh']))!
  const address = new URL(on!)
  assert.equal(address.pathname, '/demo/ansatt/logg-ut')
  assert.match(address.searchParams.get('id_token_hint')!, /^ey/)
  const back = await browser.get(address.pathname + address.search)
  assert.equal(back.path, '/nn/logg-ut/ferdig')
  assert.deepEqual(
    [...browser.cookies.keys()].filter(name => name.startsWith('__')),
    [],
  )

  // The key went with the session: what a browser has left can be opened by nobody.
  browser.cookies.set('__Host-nettungen', session)
  browser.cookies.set('__Secure-nettungen-ut', sealed)
  const again = await browser.post('/logg-ut', { sprak: 'nn' })
  assert.equal(again.path, '/nn/logg-ut/ferdig')
  assert.match((await browser.get('/arbeid')).path, /^\/logg-inn/)
})

test('the local provider sends nobody to another site', async () => {
  const browser = newBrowser(app)
  for (const to of [
    'https://example.org/',
    `${app.baseUrl}.example.org/logg-ut/ferdig`,
    '//example.org',
    '',
  ]) {
    const page = await browser.get(
      `/demo/ansatt/logg-ut?${new URLSearchParams({ post_logout_redirect_uri: to }).toString()}`,
    )
    assert.equal(page.path, '/', to)
  }
  const elsewhere = new URLSearchParams({
    client_id: 'nettungen',
    response_type: 'code',
    scope: 'openid',
    redirect_uri: 'https://example.org/',
    code_challenge: 'x'.repeat(43),
    code_challenge_method: 'S256',
  })
  const page = await browser.ask(`/demo/ansatt/auth?${elsewhere.toString()}`)
  assert.equal(page.status, 400)
  assert.equal(page.headers['location'], undefined)
})

test('one address begins no more logins in a minute than a whole office does', async () => {
  const busy = await testApp({ rateLimits: true })
  const statuses: number[] = []
  for (let times = 0; times < 62; times++)
    statuses.push(
      (await busy.server.inject(times % 2 ? '/logg-inn/ansatt' : '/nn/logg-inn/innbygger')).statusCode,
    )
  assert.deepEqual(statuses.slice(58), [303, 303, 429, 429])
  assert.equal((await busy.server.inject('/logg-inn')).statusCode, 200)
})
