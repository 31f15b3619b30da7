import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setImmediate as nextTurn } from 'node:timers/promises'
import writeXlsxFile from 'write-excel-file/node'
import { demoPersonId } from '#modules/people/index.ts'
import { hashOfToken, newToken, SESSION_COOKIE } from '#platform/auth/session-token.ts'
import { address, asOwner, closeScene, openScene, postgresIn, run, until, type Program } from './program.ts'

/** How often the server or the database is killed, in turn, while a service is saved and a file imported. */
const KILLS = 20
/** The kills that come while the file is read; the others come while its services are made. */
const KILLS_WHILE_READING = 5
const SERVICES = 3000

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
function ask(path: string, form?: Record<string, string> | FormData): Promise<Response> {
  return fetch(base + path, {
    redirect: 'manual',
    headers: { cookie: `${SESSION_COOKIE}=${token}`, 'sec-fetch-site': 'same-origin', origin: base },
    ...(form && { method: 'POST', body: form instanceof FormData ? form : new URLSearchParams(form) }),
    signal: AbortSignal.timeout(60_000),
  })
}

/** A page, asked for until the program and its database can show it. @throws when the program has ended by itself */
async function page(path: string): Promise<string> {
  let html = ''
  await until(async () => {
    const { exitCode, signalCode } = program.child
    if (exitCode !== null || signalCode !== null)
      throw new Error(`It ended with ${exitCode ?? signalCode}:\n${program.said.slice(-20).join('\n')}`)
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

/** A statement's rows, asked for until the database can give them. */
async function rows(statement: string): Promise<Record<string, unknown>[]> {
  let found: Record<string, unknown>[] | null = null
  await until(async () => (found = await asOwner(scene, statement).catch(() => null)) !== null, 90_000)
  return found!
}

/** Sends a file of services and asks for it to be read. @returns the path of its import */
async function sendFile(): Promise<string> {
  const { path, fields } = fieldsOf(await page('/arbeid/import'), /\/arbeid\/import$/)
  const services = Array.from({ length: SERVICES }, (_, n) => [
    `a-${n}`,
    `Importert ${n}`,
    'Noe å være med på',
  ])
  const sheet = [['id', 'navn', 'sammendrag'], ...services].map(row =>
    row.map(value => ({ value, type: String })),
  )
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('fil', new Blob([new Uint8Array(await writeXlsxFile(sheet).toBuffer())]), 'tilbud.xlsx')
  const sent = await ask(path, form)
  assert.equal(sent.status, 303)
  const order = sent.headers.get('location')!
  const mapping = fieldsOf(await page(order), /\/lesing$/)
  assert.equal((await ask(mapping.path, mapping.fields)).status, 303)
  return order
}

/** When the file has been read, its services are asked for, until that is acknowledged. */
async function startImport(order: string): Promise<void> {
  await until(async () => (await rows('select from catalogue.import_finding')).length === 1, 120_000)
  const start = fieldsOf(await page(order), /\/start$/)
  const answer = await ask(start.path, { ...start.fields, ta: 'all' })
  assert.equal(answer.status, 303)
}

test('however often the server or the database is killed while a service is written and a file imported, what was acknowledged is there, nothing half and nothing twice', async () => {
  const begun = fieldsOf(await page('/arbeid/tilbud/nytt'), /\/arbeid\/tilbud\/nytt$/)
  const owner = /<option[^>]*value="([0-9a-f-]{36}[^"]*)"/.exec(await page('/arbeid/tilbud/nytt'))![1]!
  const ownerField = Object.keys(begun.fields).find(name => !['submission', 'name', 'navn'].includes(name))!
  const nameField = Object.keys(begun.fields).find(name => /^(name|navn)/.test(name))!
  const made = await ask(begun.path, { ...begun.fields, [ownerField]: owner, [nameField]: 'Navn 0' })
  assert.equal(made.status, 303)
  const id = /\/arbeid\/tilbud\/([0-9a-f-]{36})/.exec(made.headers.get('location')!)![1]!
  const step = /\/steg\/([a-z-]+)/.exec(await page(`/arbeid/tilbud/${id}`))![1]!
  const stepPath = `/arbeid/tilbud/${id}/steg/${step}`

  const order = await sendFile()
  let killedWhileImporting = 0
  const acknowledged = new Set<string>()
  for (let n = 1; n <= KILLS; n += 1) {
    if (n === KILLS_WHILE_READING + 1) await startImport(order)
    const { path, fields } = fieldsOf(await page(stepPath), /\/steg\//)
    const field = Object.keys(fields).find(name => /^(name|navn)/.test(name))!
    const sent = ask(path, { ...fields, [field]: `Navn ${n}` }).then(
      answer => answer.status === 303,
      () => false,
    )
    // Now before it has been read, now while it is written, now when it has been answered.
    for (let turn = 0; turn < (n * 7) % 20; turn += 1) await nextTurn()
    if (n % 4 === 0) await sent
    const isOver = (await rows('select from catalogue.import_end')).length > 0
    if (!isOver) killedWhileImporting += 1
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

  // The import has gone on by itself: each record has become one draft by one step, whole.
  await until(async () => (await rows('select from catalogue.import_end')).length === 1, 180_000)
  assert.ok(killedWhileImporting >= KILLS / 2, `only ${killedWhileImporting} kills came while importing`)
  const [imported] = await rows(`
    select (select outcome from catalogue.import_end) as ended, (select count(*)::integer from catalogue.import_record) as records,
      (select count(*)::integer from catalogue.import_outcome where outcome = 'made') as outcomes,
      (select count(*)::integer from catalogue.import_origin) as origins,
      count(*)::integer as drafts, count(distinct document->'name'->>'nb')::integer as names,
      count(*) filter (where revision = 1 and document ? 'summary'
        and (select count(*) from catalogue.draft_step where draft_id = draft.id) = 1)::integer as whole
    from catalogue.draft where document->'name'->>'nb' like 'Importert %'`)
  assert.deepEqual(imported, {
    ended: 'done',
    records: SERVICES,
    outcomes: SERVICES,
    origins: SERVICES,
    drafts: SERVICES,
    names: SERVICES,
    whole: SERVICES,
  })
})
