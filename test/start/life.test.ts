import assert from 'node:assert/strict'
import { once } from 'node:events'
import { renameSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import {
  address,
  asOwner,
  closeScene,
  copyInto,
  get,
  mainCommand,
  openScene,
  ownerUrl,
  postgresIn,
  run,
  until,
  type Scene,
} from './program.ts'

let whole: Scene
let scene: Scene

before(async () => {
  whole = openScene()
  const program = run(whole)
  await address(program)
  program.child.kill('SIGTERM')
  assert.equal(await program.ended, 0)
})
after(() => closeScene(whole))
beforeEach(() => {
  scene = openScene()
  copyInto(scene, whole)
})
afterEach(() => closeScene(scene))

test('killed and started again it has lost nothing, and no database is left behind', async () => {
  const first = run(scene)
  const form = await fetch(`${await address(first)}/tilbakemelding`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    body: 'svar=nei&kommune=3228',
    redirect: 'manual',
  })
  assert.equal(form.status, 303)
  first.child.kill('SIGKILL')
  await first.ended
  assert.equal(postgresIn(scene).length, 1, 'the database is an orphan now')
  const second = run(scene)
  const base = await address(second)
  assert.equal(postgresIn(scene).length, 1)
  assert.equal((await get(`${base}/kommune/3228`)).status, 200)
  assert.deepEqual(await asOwner(scene, 'select kind, municipality_code from catalogue.feedback'), [
    { kind: 'not-found', municipality_code: '3228' },
  ])
  second.child.kill('SIGTERM')
  assert.equal(await second.ended, 0)
  assert.deepEqual(postgresIn(scene), [])
})

test('when the database is killed pages say whom to call, and it is started again', async () => {
  const program = run(scene)
  const base = await address(program)
  const [pid] = postgresIn(scene)
  // stopped first, so that there is time to look before it is started again
  process.kill(program.pid, 'SIGSTOP')
  process.kill(pid!, 'SIGKILL')
  await until(() => postgresIn(scene).length === 0)
  const asked = Promise.all(['/kommune/3228', '/readyz'].map(path => get(base + path)))
  process.kill(program.pid, 'SIGCONT')
  const [page, ready] = await asked
  assert.equal(page?.status, 503)
  assert.match(page.body, /href="tel:116111"/)
  assert.equal(ready?.status, 503)
  await until(async () => (await get(`${base}/readyz`)).status === 200)
  assert.equal((await get(`${base}/kommune/3228`)).status, 200)
  assert.ok(program.said.includes('The database answers again.'), program.said.join('\n'))
  assert.equal(postgresIn(scene).length, 1)
  program.child.kill('SIGTERM')
  assert.equal(await program.ended, 0)
  assert.deepEqual(postgresIn(scene), [])
})

test('when one session of the database is killed it mends itself', async () => {
  const program = run(scene)
  const base = await address(program)
  const [pid] = postgresIn(scene)
  assert.equal((await get(`${base}/kommune/3228`)).status, 200)
  const sessions = await asOwner(
    scene,
    `select pid from pg_stat_activity where application_name = 'nettungen'`,
  )
  process.kill(Number(sessions[0]?.['pid']), 'SIGKILL')
  await until(async () => (await get(`${base}/kommune/3238`)).status === 200)
  assert.deepEqual(postgresIn(scene), [pid])
})

test('a database that cannot be started again ends the program with a sentence', async () => {
  const program = run(scene)
  await address(program)
  const [pid] = postgresIn(scene)
  renameSync(`${scene.folder}/pg/global/pg_control`, `${scene.folder}/pg/global/pg_control.away`)
  process.kill(pid!, 'SIGKILL')
  assert.equal(await program.ended, 1)
  assert.match(program.complaints.join('\n'), /^The database ended, and could not be started again\. .*\n?$/)
})

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`${signal} answers what is under way, takes nothing new and leaves nothing behind`, async () => {
    const program = run(scene)
    const base = await address(program)
    const lock = await holdLock()
    const agent = new Agent({ keepAlive: true })
    const answer = ask(`${base}/kommune/3228`, agent)
    await until(async () => (await waiting()) > 0)
    // a browser connects in advance and asks nothing yet
    const silent = connect(Number(new URL(base).port), '127.0.0.1').resume()
    silent.on('error', () => undefined)
    await once(silent, 'connect')

    program.child.kill(signal)
    await until(() => refuses(base))
    await until(() => silent.destroyed)
    assert.equal(program.child.exitCode, null, 'it waits for the answer')
    await lock.release()
    const { status, body } = await answer
    assert.equal(status, 200)
    assert.match(body, /<\/html>$/)
    assert.equal(await program.ended, 0)
    assert.deepEqual(postgresIn(scene), [])
    assert.deepEqual(program.complaints, [])
  })
}

test('a second signal ends at once, and the database with it', async () => {
  const program = run(scene)
  const base = await address(program)
  const lock = await holdLock()
  const answer = ask(`${base}/kommune/3228`, new Agent({ keepAlive: true })).catch(() => 'cut')
  await until(async () => (await waiting()) > 0)
  program.child.kill('SIGTERM')
  await until(() => refuses(base))
  assert.equal(program.child.exitCode, null, 'it waits for the answer')
  // For a third of a second a signal counts as the echo of the first: sent until the end of our session says it was heard.
  const begin = Date.now()
  await until(() => lock.isLost() || !program.child.kill('SIGTERM'))
  assert.equal(await program.ended, 1)
  assert.ok(Date.now() - begin < 5_000)
  await answer
  await until(() => postgresIn(scene).length === 0)
})

test('Ctrl-C under npm start, which can come twice, drains', async () => {
  const program = run(scene, { command: ['npm', 'start', '--silent'] })
  const base = await address(program)
  const lock = await holdLock()
  const answer = ask(`${base}/kommune/3228`, new Agent({ keepAlive: true }))
  await until(async () => (await waiting()) > 0)
  process.kill(-program.pid, 'SIGINT')
  await wait(50)
  process.kill(-program.pid, 'SIGINT')
  await until(() => refuses(base))
  await lock.release()
  assert.equal((await answer).status, 200)
  await program.ended
  assert.deepEqual(postgresIn(scene), [])
})

test('a signal during the start ends it, and the database with it', async () => {
  const program = run(scene)
  await until(() => postgresIn(scene).length > 0)
  program.child.kill('SIGTERM')
  assert.equal(await program.ended, 0)
  assert.deepEqual(postgresIn(scene), [])
  assert.deepEqual(program.complaints, [])
})

test('nobody reads what it says: it serves on', async () => {
  const program = run(scene)
  const base = await address(program)
  program.child.stdout?.destroy()
  program.child.stderr?.destroy()
  const [pid] = postgresIn(scene)
  process.kill(pid!, 'SIGKILL')
  await until(async () => (await get(`${base}/readyz`)).status === 200)
  program.child.kill('SIGHUP')
  assert.equal(await program.ended, 0)
  assert.deepEqual(postgresIn(scene), [])
})

for (const bug of ['throw new Error("a bug")', 'Promise.reject(new Error("a bug"))']) {
  test(`a bug that nobody catches is told, and ends the program in order: ${bug}`, async () => {
    const planted = `data:text/javascript,process.on("SIGUSR2", () => { ${bug} })`
    const [node = '', ...rest] = mainCommand
    const program = run(scene, { command: [node, '--import', planted, ...rest] })
    const base = await address(program)
    const lock = await holdLock()
    const answer = ask(`${base}/kommune/3228`, new Agent({ keepAlive: true }))
    await until(async () => (await waiting()) > 0)
    program.child.kill('SIGUSR2')
    await until(() => refuses(base))
    await lock.release()
    assert.equal((await answer).status, 200)
    assert.equal(await program.ended, 1)
    assert.match(program.complaints[0] ?? '', /^Error: a bug$/)
    assert.deepEqual(postgresIn(scene), [])
  })
}

/** Holds a table that every municipality's page reads. */
async function holdLock(): Promise<{ release(): Promise<void>; isLost(): boolean }> {
  const client = new pg.Client({ connectionString: ownerUrl(scene) })
  client.on('error', () => undefined)
  let isLost = false
  client.on('end', () => (isLost = true))
  await client.connect()
  await client.query('begin; lock table catalogue.search_document in access exclusive mode')
  return { release: () => client.end(), isLost: () => isLost }
}

/** How many sessions wait for a lock. */
async function waiting(): Promise<number> {
  const [row] = await asOwner(scene, 'select count(*)::integer as count from pg_locks where not granted')
  return Number(row?.['count'])
}

function ask(url: string, agent: Agent): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    request(url, { agent }, response => {
      let body = ''
      response.setEncoding('utf8').on('data', (text: string) => (body += text))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    })
      .on('error', reject)
      .end()
  })
}

function refuses(base: string): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(Number(new URL(base).port), '127.0.0.1')
    socket.on('connect', () => {
      socket.destroy()
      resolve(false)
    })
    socket.on('error', () => resolve(true))
  })
}
