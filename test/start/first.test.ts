import assert from 'node:assert/strict'
import { chmodSync, chownSync, statSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import { spawnSync } from 'node:child_process'
import {
  address,
  closeScene,
  copyInto,
  get,
  isRoot,
  mainCommand,
  nobody,
  openScene,
  postgresIn,
  run,
  runToEnd,
  type Scene,
  until,
} from './program.ts'

let whole: Scene
let scene: Scene
let firstLines: string[]

before(async () => {
  whole = openScene()
  const program = run(whole)
  await address(program)
  firstLines = program.said
  program.child.kill('SIGTERM')
  assert.equal(await program.ended, 0)
})
after(() => closeScene(whole))
beforeEach(() => {
  scene = openScene()
})
afterEach(() => closeScene(scene))

test('the first start tells what it does and ends with its address', () => {
  assert.match(firstLines[0] ?? '', /^Creating the database in /)
  assert.match(firstLines.join('\n'), /Database brought to .*\n.*Areas.*\n.*Vocabularies.*\n.*Demo data/)
  assert.match(firstLines.at(-1) ?? '', /^Nettungen: http:\/\/127\.0\.0\.1:\d+$/)
})

test('on an existing database it comes up without making anything, and tells of its health', async t => {
  copyInto(scene, whole)
  const begin = performance.now()
  const program = run(scene)
  const base = await address(program)
  await until(async () => (await get(`${base}/readyz`)).status === 200)
  const page = await get(`${base}/kommune/3228`)
  t.diagnostic(`first page after ${Math.round(performance.now() - begin)} ms (judged by npm run bench)`)
  assert.equal(page.status, 200)
  assert.match(page.body, /<h1[^>]*>Nes/)
  assert.deepEqual(program.said, [`Nettungen: ${base}`])
  assert.deepEqual(await get(`${base}/healthz`), { status: 200, body: 'ok' })
  assert.deepEqual(await get(`${base}/readyz`), { status: 200, body: 'ready' })
  const metrics = await get(`${base}/metrics`)
  assert.match(metrics.body, /nettungen_http_request_seconds_count\{.*route="\/kommune\/:code/)
})

test('a port in use is named, and the database is stopped again', async t => {
  copyInto(scene, whole)
  const other = createServer().listen(0, '127.0.0.1')
  t.after(() => other.close())
  await new Promise(resolve => other.once('listening', resolve))
  const { port } = other.address() as AddressInfo
  const { code, sentence } = await runToEnd(scene, { env: { PORT: String(port) } })
  assert.equal(sentence, `Port ${port} is in use by another program: stop that, or set PORT to a free one.`)
  assert.equal(code, 1)
  assert.deepEqual(postgresIn(scene), [])
})

test('an address that is not of this machine is named', async () => {
  copyInto(scene, whole)
  const { code, sentence } = await runToEnd(scene, { env: { HOST: '192.0.2.1' } })
  assert.match(sentence, /^HOST is 192\.0\.2\.1, which is no address of this machine/)
  assert.equal(code, 1)
})

test('a second instance on the same folder is refused, and the first goes on', async () => {
  copyInto(scene, whole)
  const first = run(scene)
  const base = await address(first)
  const { code, sentence } = await runToEnd(scene)
  assert.match(
    sentence,
    new RegExp(`^The data in ${scene.folder} is in use by process ${first.pid}: .*NETTUNGEN_DATA.*`),
  )
  assert.equal(code, 1)
  assert.equal((await get(`${base}/tilbud?q=helse`)).status, 200)
})

test('an ordinary account can make and run its own', { skip: withoutNobody() }, async () => {
  if (isRoot) chownSync(scene.root, nobody.uid, nobody.gid)
  const program = run(scene, isRoot ? { ids: nobody } : {})
  const base = await address(program)
  assert.equal((await get(`${base}/`)).status, 200)
  if (isRoot) assert.equal(statSync(join(scene.folder, 'pg')).uid, nobody.uid)
  program.child.kill('SIGTERM')
  assert.equal(await program.ended, 0)
})

test('as root it works in a folder that only root may enter', { skip: !isRoot && 'needs root' }, async () => {
  chmodSync(scene.root, 0o700)
  copyInto(scene, whole)
  const base = await address(run(scene))
  assert.equal((await get(`${base}/kommune/3238`)).status, 200)
})

test('a Node that is too old is told so', { skip: withoutOldNode() }, async () => {
  const { code, sentence } = await runToEnd(scene, { command: ['/usr/bin/node', ...mainCommand.slice(1)] })
  assert.match(sentence, /^Node 2\d\.\S+ is too old here: install Node 24 or newer/)
  assert.equal(code, 1)
})

function withoutNobody(): string | false {
  if (!isRoot) return false
  const tried = spawnSync(process.execPath, ['--import', 'tsx', '--eval', '0'], { ...nobody, env: {} })
  return tried.status !== 0 && 'no ordinary account can enter the folder of this project'
}

function withoutOldNode(): string | false {
  const tried = spawnSync('/usr/bin/node', ['--version'])
  const major = Number(/^v(\d+)/.exec(tried.stdout?.toString() ?? '')?.[1])
  return !(major >= 20 && major < 24) && 'there is no old Node here'
}
