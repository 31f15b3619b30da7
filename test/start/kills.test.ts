import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { demoPersonId } from '#modules/people/index.ts'
import { hashOfToken, newToken, SESSION_COOKIE } from '#platform/auth/session-token.ts'
import { address, asOwner, closeScene, openScene, postgresIn, run, until, type Program } from './program.ts'

/** How often the server, and how often the database, is killed while a service is saved. */
const KILLS = 20

const scene = openScene()
const token = newToken()
let program: Program
let base = ''

before(async () => {
  program = run(scene)
  base = await address(program)
  await asOwner(
    scene,
    `insert into people.session (person_id, identity_id, token_hash, device)
     select person_id, id, '\\x${hashOfToken(token)!.toString('hex')}', 'Test' from people.identity
     where person_id = '${demoPersonId('redaktor-nes')}'`,
  )
})
after(() => closeScene(scene))

/** As a browser without script: asks with the session, and does not follow. */
function ask(path: string, form?: Record<string, string>): Promise<Response> {
  return fetch(base + path, {
    redirect: 'manual',
    headers: { cookie: `${SESSION_COOKIE}=${token}`, 'sec-fetch-site': 'same-origin', origin: base },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    signal: AbortSignal.timeout(60_000),
  })
}

/** A page, asked for until the program and its database can show it. */
async function page(path: string): Promise<string> {
  let html = ''
  await until(async () => {
    const answer = await ask(path).catch(() => null)
    html = answer?.status === 200 ? await answer.text() : ''
    return html !== ''
  }, 90_000)
  return html
}

/** What the form that is sent to an address holds, as the page shows it. */
function fieldsOf(html: string, action: RegExp): { path: string; fields: Record<string, string> } {
  const form = [...html.matchAll(/<form[^>]*>[\s\S]*?<\/form>/g)].find(([text]) =>
    action.test(/action="([^"]*)"/.exec(text)?.[1] ?? ''),
  )?.[0]
  assert.ok(form, `no form is sent to ${action}`)
  const fields: Record<string, string> = {}
  for (const [input] of form.matchAll(/<input[^>]*>/g)) {
    const of = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(input)?.[1]
    const isChosen = !['checkbox', 'radio', 'file'].includes(of('type') ?? '') || /\schecked/.test(input)
    if (of('name') && isChosen) fields[of('name')!] = of('value') ?? ''
  }
  for (const [, name, text] of form.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g))
    fields[name!] = text!
  for (const [select, name] of form.matchAll(/<select[^>]*name="([^"]*)"[\s\S]*?<\/select>/g))
    fields[name!] =
      /<option[^>]*value="([^"]*)"[^>]*selected/.exec(select)?.[1] ??
      /value="([^"]*)"/.exec(select)?.[1] ??
      ''
  return { path: /action="([^"]*)"/.exec(form)![1]!, fields }
}

/** Kills the server or the database, and waits until the server is there. */
async function kill(what: 'server' | 'database'): Promise<void> {
  if (what === 'database') {
    for (const pid of postgresIn(scene)) process.kill(pid, 'SIGKILL')
    return
  }
  program.child.kill('SIGKILL')
  await program.ended
  program = run(scene)
  base = await address(program)
}

test('however often the server or the database is killed while a service is written, each step that was acknowledged is there, and no half one', async () => {
  const begun = fieldsOf(await page('/arbeid/tilbud/nytt'), /\/arbeid\/tilbud\/nytt$/)
  const owner = /<option[^>]*value="([0-9a-f-]{36}[^"]*)"/.exec(await page('/arbeid/tilbud/nytt'))![1]!
  const ownerField = Object.keys(begun.fields).find(name => !['submission', 'name', 'navn'].includes(name))!
  const nameField = Object.keys(begun.fields).find(name => /^(name|navn)/.test(name))!
  const made = await ask(begun.path, { ...begun.fields, [ownerField]: owner, [nameField]: 'Navn 0' })
  assert.equal(made.status, 303)
  const id = /\/arbeid\/tilbud\/([0-9a-f-]{36})/.exec(made.headers.get('location')!)![1]!
  const step = /\/steg\/([a-z-]+)/.exec(await page(`/arbeid/tilbud/${id}`))![1]!
  const stepPath = `/arbeid/tilbud/${id}/steg/${step}`

  const acknowledged = new Set<string>()
  for (let n = 1; n <= KILLS; n += 1) {
    const { path, fields } = fieldsOf(await page(stepPath), /\/steg\//)
    const field = Object.keys(fields).find(name => /^(name|navn)/.test(name))!
    const sent = ask(path, { ...fields, [field]: `Navn ${n}` }).then(
      answer => answer.status === 303,
      () => false,
    )
    // Now before it has been read, now while it is written, now when it has been answered.
    for (let turn = 0; turn < (n * 7) % 20; turn += 1) await nextTurn()
    if (n % 4 === 0) await sent
    await kill(n % 2 === 0 ? 'database' : 'server')
    if (await sent) acknowledged.add(fields['submission']!)
  }
  await page(stepPath)

  assert.ok(acknowledged.size >= KILLS / 4, `only ${acknowledged.size} steps were acknowledged`)
  const steps = await asOwner(
    scene,
    `select submission::text, revision, after from catalogue.draft_step where draft_id = '${id}' order by revision`,
  )
  const kept = new Set(steps.map(row => row['submission'] as string))
  assert.deepEqual(
    [...acknowledged].filter(submission => !kept.has(submission)),
    [],
  )
  // One after the other, and the draft is what the last one made of it.
  assert.deepEqual(
    steps.map(row => Number(row['revision'])),
    steps.map((_, index) => index + 1),
  )
  const [draft] = await asOwner(
    scene,
    `select revision, document->'name'->>'nb' as name,
       (select after->'name'->>'nb' from catalogue.draft_step where draft_id = draft.id and after ? 'name' order by revision desc limit 1) as last
     from catalogue.draft where id = '${id}'`,
  )
  assert.equal(Number(draft!['revision']), steps.length)
  assert.equal(draft!['name'], draft!['last'])
})
