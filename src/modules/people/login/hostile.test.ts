import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newToken } from '#platform/auth/session-token.ts'
import { newBrowser, type Browser, type Visited } from '#test/client.ts'
import { type TokenFault } from '#test/hand-made-provider.ts'
import { citizens, employees, app, begin, comeBack, logIn, providerOf, type Hvem } from '#test/login-scene.ts'

const SESSION = '__Host-nettungen'

async function assertOut(browser: Browser, page: Visited, what: string): Promise<void> {
  assert.equal(page.status, 400, `${what}: ${page.status} ${page.path}`)
  assert.ok(!browser.cookies.has(SESSION), what)
  assert.match((await browser.get('/arbeid')).path, /^\/logg-inn\?/, what)
}

test('an answer as it should be logs in, and asks no more than it must', async () => {
  for (const hvem of ['ansatt', 'innbygger'] as const) {
    const browser = newBrowser(app)
    const asked = await begin(browser, hvem)
    assert.equal(asked.get('response_type'), 'code')
    assert.equal(asked.get('code_challenge_method'), 'S256')
    assert.equal(asked.get('redirect_uri'), `${app.baseUrl}/logg-inn/svar/${hvem}`)
    assert.equal(asked.get('scope'), hvem === 'innbygger' ? 'openid' : 'openid profile email')
    assert.equal(asked.get('acr_values'), hvem === 'innbygger' ? 'idporten-loa-substantial' : null)
    const page = await comeBack(browser, hvem, asked, providerOf[hvem].giveCode(asked))
    assert.equal(page.path, hvem === 'ansatt' ? '/arbeid' : '/min-side')
    assert.match(page.html, hvem === 'ansatt' ? /Hei, Ada Berg/ : /Min side[^]*Innbygger/)
  }
})

test('the wishes go by the back channel where the provider takes them there', async () => {
  const sent = await newBrowser(app).ask('/logg-inn/ansatt')
  const { searchParams } = new URL(String(sent.headers['location']))
  assert.deepEqual([...searchParams.keys()].toSorted(), ['client_id', 'request_uri'])
})

const soon = () => Math.floor(Date.now() / 1000)
const wrongTokens: [what: string, hvem: Hvem, fault: () => TokenFault][] = [
  ['a token of another issuer', 'ansatt', () => ({ claims: { iss: 'https://example.org' } })],
  ['a token of the other provider', 'ansatt', () => ({ claims: { iss: citizens.issuer } })],
  ['a token without an issuer', 'ansatt', () => ({ claims: { iss: undefined } })],
  ['a token for another audience', 'ansatt', () => ({ claims: { aud: 'another' } })],
  [
    'a token for several, of whom it does not say who asked',
    'ansatt',
    () => ({ claims: { aud: [employees.clientId, 'another'] } }),
  ],
  [
    'a token for several, asked by another',
    'ansatt',
    () => ({ claims: { aud: [employees.clientId, 'another'], azp: 'another' } }),
  ],
  ['a token for us, asked by another', 'ansatt', () => ({ claims: { azp: 'another' } })],
  ['another nonce', 'ansatt', () => ({ claims: { nonce: newToken() } })],
  ['no nonce', 'ansatt', () => ({ claims: { nonce: undefined } })],
  ['an expired token', 'ansatt', () => ({ claims: { iat: soon() - 900, exp: soon() - 600 } })],
  ['a token without an end', 'ansatt', () => ({ claims: { exp: undefined } })],
  ['a token that does not hold yet', 'ansatt', () => ({ claims: { nbf: soon() + 600 } })],
  ['a token of nobody', 'ansatt', () => ({ claims: { sub: undefined } })],
  ['a token of too long a name', 'ansatt', () => ({ claims: { sub: 'x'.repeat(256) } })],
  ['a token without a signature', 'ansatt', () => ({ signed: 'none' })],
  ['a token signed with our shared secret', 'ansatt', () => ({ signed: 'with the secret' })],
  ['a token signed by a key that nobody knows', 'ansatt', () => ({ signed: 'strange' })],
  ['a foreign tenant', 'ansatt', () => ({ claims: { tid: '99999999-2222-4333-8444-555555555555' } })],
  ['no tenant', 'ansatt', () => ({ claims: { tid: undefined } })],
  ['a lower level of assurance', 'innbygger', () => ({ claims: { acr: 'idporten-loa-low' } })],
  ['no level of assurance', 'innbygger', () => ({ claims: { acr: undefined } })],
  [
    'a level that only begins like a good one',
    'innbygger',
    () => ({ claims: { acr: 'idporten-loa-substantial ' } }),
  ],
  ['a level in a list', 'innbygger', () => ({ claims: { acr: ['idporten-loa-high'] } })],
]

for (const [what, hvem, fault] of wrongTokens) {
  test(`${what} lets nobody in`, async () => {
    const browser = newBrowser(app)
    await assertOut(browser, await logIn(browser, hvem, fault()), what)
  })
}

test('too low a level is said in words that help', async () => {
  const page = await logIn(newBrowser(app), 'innbygger', { claims: { acr: 'idporten-loa-low' } })
  assert.match(page.html, /<h1[^>]*>Vi trenger en sikrere innlogging</)
})

test('when the provider has changed its keys, the next login works, and what the old key signed does not', async () => {
  await logIn(newBrowser(app), 'ansatt')
  await employees.rotate()
  assert.equal((await logIn(newBrowser(app), 'ansatt')).path, '/arbeid')
  const browser = newBrowser(app)
  await assertOut(browser, await logIn(browser, 'ansatt', { signed: 'old' }), 'old key')
})

test('an answer holds once', async () => {
  const browser = newBrowser(app)
  const asked = await begin(browser, 'ansatt')
  const code = employees.giveCode(asked)
  assert.equal((await comeBack(browser, 'ansatt', asked, code)).path, '/arbeid')
  const before = employees.exchanged.length
  const again = await comeBack(browser, 'ansatt', asked, employees.giveCode(asked))
  assert.equal(again.status, 400)
  assert.match(again.html, /Innloggingen ble avbrutt/)
  const other = newBrowser(app)
  const theirs = await begin(other, 'ansatt')
  await assertOut(other, await comeBack(other, 'ansatt', theirs, code), 'a code that was used')
  assert.equal(employees.exchanged.length, before)
})

test('an answer to what nobody asked is not looked at', async () => {
  const changes: Record<string, string | null>[] = [
    { state: newToken() },
    { state: null },
    { state: '' },
    { state: 'x' },
    { state: "' or 1=1 --" },
    { code: null },
    { code: '' },
  ]
  for (const change of changes) {
    const browser = newBrowser(app)
    const asked = await begin(browser, 'ansatt')
    const before = employees.exchanged.length
    const page = await comeBack(browser, 'ansatt', asked, employees.giveCode(asked), change)
    await assertOut(browser, page, JSON.stringify(change))
    assert.equal(employees.exchanged.length, before)
  }
  const browser = newBrowser(app)
  const asked = await begin(browser, 'ansatt')
  const state = asked.get('state')!
  const twice = await browser.get(
    `/logg-inn/svar/ansatt?state=${state}&state=${state}&code=${employees.giveCode(asked)}`,
  )
  await assertOut(browser, twice, 'state twice')
})

test('a login is finished in the browser that began it, and nowhere else', async () => {
  const [victim, attacker] = [newBrowser(app), newBrowser(app)]
  const asked = await begin(attacker, 'ansatt')
  const code = employees.giveCode(asked)
  await assertOut(victim, await comeBack(victim, 'ansatt', asked, code), 'no attempt at all')
  await begin(victim, 'ansatt')
  await assertOut(victim, await comeBack(victim, 'ansatt', asked, code), 'another attempt')
  assert.equal((await comeBack(attacker, 'ansatt', asked, code)).path, '/arbeid', 'nothing was used up')
})

test('two windows of one browser may log in at the same time', async () => {
  const browser = newBrowser(app)
  const [first, second] = [
    await begin(browser, 'ansatt', '/arbeid?a=1'),
    await begin(browser, 'ansatt', '/arbeid?a=2'),
  ]
  assert.equal((await comeBack(browser, 'ansatt', second, employees.giveCode(second))).path, '/arbeid?a=2')
  const late = await comeBack(browser, 'ansatt', first, employees.giveCode(first))
  assert.equal(late.status, 400, 'the other is over when the first is in')
  assert.equal((await browser.get('/arbeid')).status, 200)
})

test('a login takes ten minutes at most', async () => {
  for (const [age, isIn] of [
    ['9 minutes', true],
    ['11 minutes', false],
  ] as const) {
    const browser = newBrowser(app)
    const asked = await begin(browser, 'ansatt')
    await app.db.asOwner(tx =>
      tx.query({ text: 'update people.login_attempt set started_at = now() - $1::interval', values: [age] }),
    )
    const page = await comeBack(browser, 'ansatt', asked, employees.giveCode(asked))
    assert.equal(page.path === '/arbeid', isIn, age)
  }
})

test('the answer of one provider is not taken for that of the other', async () => {
  // Whoever answers for the one sends her to the address of the other, in the hope that the code goes there.
  const browser = newBrowser(app)
  const asked = await begin(browser, 'ansatt')
  const code = employees.giveCode(asked)
  const before = [employees.exchanged.length, citizens.exchanged.length]
  await assertOut(browser, await comeBack(browser, 'innbygger', asked, code), 'at the other address')

  const cases: [what: string, iss: string | null][] = [
    ['it names the other', citizens.issuer],
    ['it names a third', 'https://example.org'],
    ['it names nobody, though it promised to', null],
    ['it names itself almost', `${employees.issuer}/`],
  ]
  for (const [what, iss] of cases) {
    const visitor = newBrowser(app)
    const theirs = await begin(visitor, 'ansatt')
    const answered = await comeBack(visitor, 'ansatt', theirs, employees.giveCode(theirs), { iss })
    await assertOut(visitor, answered, what)
  }
  assert.deepEqual([employees.exchanged.length, citizens.exchanged.length], before, 'no code was handed on')
})

test('a session that somebody put there before is not the one that she gets', async () => {
  const [attacker, victim] = [newBrowser(app), newBrowser(app)]
  await logIn(attacker, 'ansatt', { claims: { sub: 'attacker' } })
  const planted = attacker.cookies.get(SESSION)!
  victim.cookies.set(SESSION, planted)
  const page = await logIn(victim, 'ansatt', { claims: { sub: 'victim', name: 'Vera' } })
  assert.match(page.html, /Hei, Vera/)
  assert.notEqual(victim.cookies.get(SESSION), planted)
  assert.match((await attacker.get('/arbeid')).path, /^\/logg-inn/, 'the planted one is over')

  const invented = newBrowser(app)
  const token = newToken()
  invented.cookies.set(SESSION, token)
  await logIn(invented, 'ansatt')
  assert.notEqual(invented.cookies.get(SESSION), token)
  const again = invented.cookies.get(SESSION)
  await logIn(invented, 'ansatt')
  assert.notEqual(invented.cookies.get(SESSION), again, 'each login has its own')
})

test('after logging in nobody is sent to another site', async () => {
  for (const til of [
    'https://example.org/',
    '//example.org',
    '/\\example.org',
    '/%5cexample.org/..//example.org',
    '/.//example.org',
    'javascript:alert(1)',
    '/\t/example.org',
  ]) {
    const page = await logIn(newBrowser(app), 'ansatt', {}, til)
    assert.equal(page.path, '/arbeid', til)
  }
  const page = await logIn(newBrowser(app), 'ansatt', {}, '/nn/arbeid?side=2')
  assert.equal(page.path, '/nn/arbeid?side=2')
})

test('who does not want to after all is told so kindly, in her language', async () => {
  const browser = newBrowser(app)
  const sent = await browser.ask('/en/logg-inn/ansatt')
  const asked = employees.asked(new URL(String(sent.headers['location'])))
  const page = await comeBack(browser, 'ansatt', asked, '', { code: null, error: 'access_denied' })
  assert.equal(page.status, 400)
  assert.match(page.html, /<html lang="en">/)
  assert.match(page.html, /<h1[^>]*>You did not log in</)
  assert.match(page.html, /href="\/en\/logg-inn\?til=%2Fen%2Farbeid"/)
})

test('a provider that is out of order lets nobody in, and is told of with a page', async () => {
  for (const trouble of ['down', 'nonsense', 'refuses'] as const) {
    const browser = newBrowser(app)
    const asked = await begin(browser, 'ansatt')
    const code = employees.giveCode(asked)
    employees.trouble = trouble
    try {
      const page = await comeBack(browser, 'ansatt', asked, code)
      assert.ok([400, 503].includes(page.status), `${trouble}: ${page.status}`)
      assert.ok(!browser.cookies.has(SESSION))
      const start = await browser.ask('/logg-inn/ansatt')
      assert.equal(start.status, 503, trouble)
      assert.match(start.html, /<h1[^>]*>Innloggingen svarer ikke</)
    } finally {
      employees.trouble = 'none'
    }
    assert.equal((await logIn(newBrowser(app), 'ansatt')).path, '/arbeid', 'and works again')
  }
})
