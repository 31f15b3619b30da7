import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newBrowser } from '#test/client.ts'
import { PID, employees, app, begin, comeBack, logIn, type Hvem } from '#test/login-scene.ts'

test('the national id number that a provider tells is kept nowhere', async () => {
  const browser = newBrowser(app)
  await logIn(browser, 'innbygger')
  const kept = await app.db.rolledBack(async tx => {
    const texts: string[] = []
    for (const table of ['person', 'identity', 'session', 'session_end', 'login_attempt']) {
      const { rows } = await tx.query({ text: `select to_jsonb(t)::text as row from people.${table} t` })
      texts.push(...rows.map(row => String(row['row'])))
    }
    return texts.join('\n')
  })
  assert.match(kept, /"issuer"/)
  assert.ok(!kept.includes(PID))
  for (const value of browser.cookies.values()) {
    assert.ok(!value.includes(PID))
    assert.ok(!Buffer.from(value, 'base64url').toString('latin1').includes(PID))
  }
})

test('the same person is known again, and another provider’s person of the same name is another', async () => {
  const idOf = async (hvem: Hvem, claims: Record<string, unknown>) => {
    const browser = newBrowser(app)
    await logIn(browser, hvem, { claims })
    const { rows } = await app.db.rolledBack(tx =>
      tx.query({ text: 'select person_id from people.session order by started_at desc limit 1' }),
    )
    return String(rows[0]!['person_id'])
  }
  const first = await idOf('ansatt', { sub: 'same', name: 'Før' })
  assert.equal(await idOf('ansatt', { sub: 'same', name: 'Etter' }), first)
  assert.notEqual(await idOf('innbygger', { sub: 'same' }), first)
  assert.notEqual(await idOf('ansatt', { sub: 'SAME' }), first)
})

test('who logs in for the first time in two windows at once is made once', async () => {
  const browsers = Array.from({ length: 6 }, () => newBrowser(app))
  const pages = await Promise.all(
    browsers.map(browser => logIn(browser, 'ansatt', { claims: { sub: 'at-once', name: 'Siri' } })),
  )
  assert.deepEqual([...new Set(pages.map(page => page.path))], ['/arbeid'])
  const { rows } = await app.db.rolledBack(tx =>
    tx.query({ text: `select id from people.person where name = 'Siri'` }),
  )
  assert.equal(rows.length, 1)
})

test('a name or address that is none is not kept, and does not stand in the way', async () => {
  const odd = { name: '\u0000 \n', given_name: 'Eva\t', family_name: ' Lund', email: 'not an address' }
  const page = await logIn(newBrowser(app), 'ansatt', { claims: { sub: 'odd', ...odd } })
  assert.match(page.html, /Hei, Eva Lund/)
  const long = await logIn(newBrowser(app), 'ansatt', {
    claims: { sub: 'long', name: 'x'.repeat(201), email: `${'x'.repeat(320)}@example.no` },
  })
  assert.match(long.html, /Hei, Ansatt/)
})

test('a login leaves no token, code or name in the log', async () => {
  const lines: string[] = []
  const { warn } = app.server.log
  app.server.log.warn = (...given: unknown[]) => void lines.push(given.map(String).join(' '))
  try {
    const asked = await begin(newBrowser(app), 'ansatt')
    const browser = newBrowser(app)
    const theirs = await begin(browser, 'ansatt')
    const code = employees.giveCode(theirs, { claims: { nonce: asked.get('nonce'), name: 'Hemmelig Navn' } })
    await comeBack(browser, 'ansatt', theirs, code)
    await logIn(newBrowser(app), 'innbygger', { claims: { acr: 'low' } })
    assert.equal(lines.length, 2)
    assert.match(lines[0]!, /^Login \(employee\): refused: /)
    assert.equal(lines[1], 'Login (citizen): refused: acr')
    for (const secret of [code, PID, 'Hemmelig', theirs.get('nonce')!, theirs.get('state')!])
      assert.ok(!lines.join().includes(secret))
  } finally {
    app.server.log.warn = warn
  }
})
