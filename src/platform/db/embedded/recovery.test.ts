import assert from 'node:assert/strict'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { after, afterEach, before, beforeEach, test } from 'node:test'

import {
  act,
  closeScene,
  copyInto,
  killGroup,
  openScene,
  refusal,
  rows,
  serverPid,
  settings,
  start,
  until,
  type Scene,
} from './scene.ts'
import type { EmbeddedDatabase } from './index.ts'
import { isRunning } from './processes.ts'

let whole: Scene
let scene: Scene

before(async () => {
  whole = openScene()
  const database = await start(whole)
  await rows(database.ownerUrl, `create table kept as select 'still here' as word`)
  await database.stop()
})
after(() => closeScene(whole))
beforeEach(() => {
  scene = openScene()
})
afterEach(() => closeScene(scene))

/** Leaves the database of the scene as a killed process does: it runs, and nobody claims it. */
async function leaveBehind(): Promise<{ pid: number; database: EmbeddedDatabase }> {
  copyInto(scene, whole.folder)
  const database = await start(scene)
  rmSync(join(scene.folder, 'in-use.json'))
  return { pid: serverPid(scene), database }
}

/** The process in postmaster.pid; NaN when there is no such file. */
function postgresPid(): number {
  return existsSync(join(scene.folder, 'pg', 'postmaster.pid')) ? serverPid(scene) : Number.NaN
}

async function expectRows(url: string, number: number): Promise<void> {
  assert.deepEqual(
    await rows(url, 'select word from kept'),
    Array.from({ length: number }, () => ({ word: 'still here' })),
  )
}

test('a server left behind by a killed process is adopted', async () => {
  copyInto(scene, whole.folder)
  const actor = act(scene, 'keep')
  await until(() => actor.lines.includes('started'))
  const pid = serverPid(scene)
  // with its whole group, as the end of a terminal does
  await killGroup(actor)
  const database = await start(scene)
  assert.equal(database.recovered, 'adopted')
  assert.equal(serverPid(scene), pid)
  await expectRows(database.ownerUrl, 2)
  await database.stop()
  assert.ok(!existsSync(join(scene.folder, 'pg', 'postmaster.pid')))
})

test('an adopted server is free of what the dead process was doing', async () => {
  const { database: first } = await leaveBehind()
  const stuck = assert.rejects(rows(first.ownerUrl, 'select pg_advisory_lock(1), pg_sleep(600)'), /terminat/)
  const locks = () => rows(first.adminUrl, `select from pg_locks where locktype = 'advisory'`)
  while ((await locks()).length === 0);
  const database = await start(scene)
  assert.equal(database.recovered, 'adopted')
  await stuck
  assert.deepEqual(await locks(), [])
})

test('a server left behind with other settings is stopped and started', async () => {
  const { pid } = await leaveBehind()
  const database = await start(scene, { settings: { ...settings, work_mem: '5MB' } })
  assert.equal(database.recovered, 'recovered')
  assert.notEqual(serverPid(scene), pid)
  await expectRows(database.ownerUrl, 1)
  assert.deepEqual(await rows(database.ownerUrl, 'show work_mem'), [{ work_mem: '5MB' }])
})

test('a server that was killed too mends itself', async () => {
  const { pid } = await leaveBehind()
  process.kill(pid, 'SIGKILL')
  const lines: string[] = []
  const database = await start(scene, { say: line => lines.push(line) })
  assert.equal(database.recovered, 'recovered')
  assert.match(lines.join('\n'), /mends itself/)
  await expectRows(database.ownerUrl, 1)
})

test('a start that is given up while the server mends itself leaves none behind, and nothing is lost', async () => {
  const { pid } = await leaveBehind()
  process.kill(pid, 'SIGKILL')
  const unwanted = new AbortController()
  const sentence = await refusal(scene, { signal: unwanted.signal, underway: () => unwanted.abort() })
  assert.match(sentence, /was given up/)
  assert.equal(existsSync(join(scene.folder, 'in-use.json')), false)
  assert.ok(Number.isNaN(postgresPid()) || !isRunning(postgresPid()))
  const database = await start(scene)
  await expectRows(database.ownerUrl, 1)
})

test('the number of a dead server may be another process by now', async () => {
  const { pid } = await leaveBehind()
  process.kill(pid, 'SIGKILL')
  const file = join(scene.folder, 'pg', 'postmaster.pid')
  writeFileSync(file, readFileSync(file, 'utf8').replace(String(pid), String(process.ppid)))
  const database = await start(scene)
  assert.equal(database.recovered, 'recovered')
  await expectRows(database.ownerUrl, 1)
})

test('an empty lock, as a power cut can leave it, is nobody’s', async () => {
  copyInto(scene, whole.folder)
  writeFileSync(join(scene.folder, 'pg', 'postmaster.pid'), '')
  const database = await start(scene)
  assert.equal(database.recovered, 'recovered')
  await expectRows(database.ownerUrl, 1)
})

test('a database whose making was interrupted is made anew', async () => {
  mkdirSync(join(scene.folder, 'pg'), { recursive: true })
  const actor = act(scene, 'keep')
  const isHalfMade = () =>
    readdirSync(scene.folder).some(name => existsSync(join(scene.folder, name, 'data', 'base')))
  await until(isHalfMade)
  await killGroup(actor)
  assert.deepEqual(readdirSync(join(scene.folder, 'pg')), [])
  const database = await start(scene)
  assert.equal(database.recovered, 'created')
  await rows(database.appUrl, 'select')
  assert.deepEqual(readdirSync(scene.folder).sort(), ['database.json', 'in-use.json', 'pg', 'postgres.log'])
})

test('a database whose making ended between the cluster and its logins is completed', async () => {
  copyInto(scene, whole.folder)
  const first = await start(scene)
  await rows(first.adminUrl, 'drop database nettungen')
  await rows(first.adminUrl, 'drop role nettungen_app')
  await first.stop()
  const database = await start(scene)
  await rows(database.appUrl, 'select')
})

for (const [name, damage] of [
  [
    'does not start: could not read',
    () => truncateSync(join(scene.folder, 'pg', 'global', 'pg_control'), 100),
  ],
  ['pg_wal', () => rmSync(join(scene.folder, 'pg', 'pg_wal'), { recursive: true })],
  ['does not work', () => rmSync(join(scene.folder, 'pg', 'base'), { recursive: true })],
] as const) {
  test(`a damaged database says so and is left as it is: ${name}`, async () => {
    copyInto(scene, whole.folder)
    damage()
    const found = readdirSync(scene.folder, { recursive: true, encoding: 'utf8' }).filter(
      // a cache that the server writes anew
      entry => !entry.endsWith('pg_internal.init'),
    )
    const sentence = await refusal(scene)
    for (const part of [name, scene.folder, 'postgres.log', 'put a copy back', 'begin anew']) {
      assert.ok(sentence.includes(part), sentence)
    }
    assert.doesNotMatch(sentence, /\n/)
    const left = readdirSync(scene.folder, { recursive: true, encoding: 'utf8' })
    assert.deepEqual(
      found.filter(entry => !left.includes(entry)),
      [],
    )
    assert.ok(!left.includes('in-use.json'))
  })
}

/** What a look at the files tells needs no real database. */
function makeBelieve(files: Record<string, string>): void {
  const whatWasMade = readFileSync(join(whole.folder, 'database.json'), 'utf8')
  for (const [file, content] of Object.entries({ 'database.json': whatWasMade, ...files })) {
    mkdirSync(dirname(join(scene.folder, file)), { recursive: true })
    writeFileSync(join(scene.folder, file), content)
  }
}

for (const [name, files] of [
  ['lacks PG_VERSION', { 'pg/global/pg_control': 'all' }],
  ['lacks global/pg_control', { 'pg/PG_VERSION': '18\n' }],
  ['lacks global/pg_control', { 'pg/PG_VERSION': '18\n', 'pg/global/pg_control': '' }],
  ['is gone', {}],
] as const) {
  test(`a database of which a part is missing says so: ${name}`, async () => {
    makeBelieve(files)
    const sentence = await refusal(scene)
    for (const part of [name, scene.folder, 'postgres.log', 'put a copy back', 'begin anew']) {
      assert.ok(sentence.includes(part), sentence)
    }
    for (const file of Object.keys(files)) assert.ok(existsSync(join(scene.folder, file)))
  })
}

test('a database of another version says which', async () => {
  makeBelieve({ 'pg/PG_VERSION': '17\n', 'pg/global/pg_control': 'all' })
  const sentence = await refusal(scene)
  assert.match(sentence, /made by PostgreSQL 17 .* brings PostgreSQL 18.*NETTUNGEN_DATA/)
  assert.ok(sentence.includes(scene.folder), sentence)
})

test('passwords that are lost or do not fit are replaced', async () => {
  copyInto(scene, whole.folder)
  const file = join(scene.folder, 'database.json')
  rmSync(file)
  const first = await start(scene)
  await expectRows(first.ownerUrl, 1)
  await first.stop()
  writeFileSync(file, readFileSync(file, 'utf8').replace(/"admin": "..../, '"admin": "aaaa'))
  const second = await start(scene)
  await expectRows(second.ownerUrl, 1)
})

test('a login that was given more rights is refused', async () => {
  copyInto(scene, whole.folder)
  const first = await start(scene)
  await rows(first.adminUrl, 'grant nettungen_owner to nettungen_app')
  await first.stop()
  const sentence = await refusal(scene)
  assert.match(sentence, /rights beyond their own, or are members of another role: nettungen_app/)
  assert.ok(!existsSync(join(scene.folder, 'pg', 'postmaster.pid')), 'the server is stopped again')
})

test('a copy that others may enter is closed again', async () => {
  copyInto(scene, whole.folder)
  chmodSync(join(scene.folder, 'pg'), 0o755)
  const database = await start(scene)
  await expectRows(database.ownerUrl, 1)
})

test('a setting that PostgreSQL refuses is named', async () => {
  copyInto(scene, whole.folder)
  assert.match(await refusal(scene, { settings: { work_mem: 'much' } }), /refused a setting .*work_mem/)
})

test('two folders run side by side', async () => {
  copyInto(scene, whole.folder)
  const [first, second] = await Promise.all([start(whole), start(scene)])
  assert.notEqual(new URL(first.appUrl).port, new URL(second.appUrl).port)
  await expectRows(first.ownerUrl, 1)
  await expectRows(second.ownerUrl, 1)
  await first.stop()
})
