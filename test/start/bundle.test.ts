import assert from 'node:assert/strict'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import { openTestDatabase, type TestDatabase } from '#test/database.ts'
import {
  address,
  closeScene,
  get,
  mainCommand,
  openScene,
  root,
  run,
  runToEnd,
  type Program,
  type Scene,
} from './program.ts'

let db: TestDatabase
let project: string
let cache: string
let scene: Scene

/** A copy of the project in a folder with a name that an address writes otherwise, with links to the installed packages. */
before(async () => {
  db = await openTestDatabase('reference')
  project = join(mkdtempSync(join(tmpdir(), 'nettungen-bundle-')), 'Nettungen på 100% æøå')
  for (const part of ['src', 'db', 'data', 'content', 'package.json', 'package-lock.json', 'tsconfig.json']) {
    cpSync(join(root, part), join(project, part), { recursive: true })
  }
  const packages = join(project, 'node_modules')
  mkdirSync(packages)
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name !== '.cache') symlinkSync(join(root, 'node_modules', name), join(packages, name))
  }
  cache = join(packages, '.cache', 'nettungen')
})
after(async () => {
  rmSync(join(project, '..'), { recursive: true, force: true })
  await db.close()
})
beforeEach(() => {
  scene = openScene()
})
afterEach(() => closeScene(scene))

const bundles = () => (existsSync(cache) ? readdirSync(cache) : [])
const link = (name: string) => join(project, 'node_modules', name)

function startProgram(env: Record<string, string> = {}): Program {
  return run(scene, {
    project,
    env: { DATABASE_URL: db.urls.app, DATABASE_PUBLIC_URL: db.urls.public, ...env },
  })
}

/** Starts, looks at pages that need content, styles and data, and stops in order. */
async function serve(program = startProgram()): Promise<void> {
  const base = await address(program)
  const page = await get(`${base}/om`)
  assert.equal(page.status, 200)
  assert.match(page.body, /<h1[^>]*>Om Nettungen/)
  const assets = [...page.body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(match => match[1]!)
  assert.ok(assets.length > 0)
  for (const asset of assets) assert.equal((await get(base + asset)).status, 200, asset)
  assert.equal((await get(`${base}/readyz`)).body, 'ready')
  program.child.kill('SIGTERM')
  assert.equal(await program.ended, 0)
  assert.deepEqual(program.complaints, [])
}

test('the first start makes a bundle; the next runs it and needs nothing that makes one', async () => {
  await serve()
  assert.equal(bundles().length, 1)
  const tools = ['esbuild', 'tsx']
  for (const name of tools) rmSync(link(name))
  await serve()
  for (const name of tools) symlinkSync(join(root, 'node_modules', name), link(name))
  assert.equal(bundles().length, 1)
})

test('a bundle is written in ASCII: of a file with other letters the engine keeps every letter in two bytes', () => {
  const folder = join(cache, bundles()[0]!)
  const others = readdirSync(folder)
    .filter(name => name.endsWith('.mjs'))
    .filter(name => readFileSync(join(folder, name)).some(byte => byte > 127))
  assert.deepEqual(others, [])
})

test('a bundle can be made beforehand, for an account that may not write there', async () => {
  rmSync(cache, { recursive: true })
  const options = { project, command: [...mainCommand, 'bundle'] }
  assert.deepEqual(await runToEnd(scene, options), { code: 0, sentence: '' })
  assert.equal(bundles().length, 1)
  rmSync(link('tsx'))
  await serve()
  symlinkSync(join(root, 'node_modules', 'tsx'), link('tsx'))
})

test('a bundle that has lost a part is made anew', async () => {
  const folder = join(cache, bundles()[0]!)
  truncateSync(join(folder, 'main.mjs'), 0)
  await serve()
  assert.equal(bundles().length, 1)
  assert.ok(statSync(join(folder, 'main.mjs')).size > 0)
})

test('a changed source makes another bundle, whose errors name the source', async () => {
  const [first = ''] = bundles()
  const file = join(project, 'src/platform/http/health.ts')
  const before = readFileSync(file, 'utf8')
  const line = before.split('\n').findIndex(text => text.includes(`server.get('/healthz'`)) + 1
  assert.ok(line > 0)
  writeFileSync(
    file,
    before.replace(/(server\.get\('\/healthz',).*/, `$1 async () => { throw new Error('planted') })`),
  )
  const program = startProgram({ LOG_LEVEL: 'error' })
  const answer = await get(`${await address(program)}/healthz`)
  assert.equal(answer.status, 500)
  assert.doesNotMatch(answer.body, /planted/)
  program.child.kill('SIGTERM')
  await program.ended
  const told = program.said.find(text => text.includes('planted')) ?? ''
  assert.ok(told.includes(`health.ts:${line}:`), told)
  assert.equal(bundles().length, 2)
  writeFileSync(file, before)
  await serve()
  assert.equal(bundles().length, 2)
  assert.ok(bundles().includes(first))
})

test('first starts at the same time do not disturb each other, and clear away what a dead one left', async () => {
  rmSync(cache, { recursive: true })
  const dead = join(cache, 'draft-dead')
  const living = join(cache, 'draft-living')
  for (const draft of [dead, living]) mkdirSync(draft, { recursive: true })
  utimesSync(dead, 0, 0)
  await Promise.all([serve(startProgram()), serve(startProgram())])
  assert.equal(bundles().length, 2)
  assert.ok(!existsSync(dead))
  assert.ok(existsSync(living))
})

test('old bundles go, and the last few stay', async () => {
  const current = bundles().find(name => !name.startsWith('draft-'))!
  for (const [name, age] of Object.entries({ newer: 1, old: 2, older: 3, oldest: 4 })) {
    mkdirSync(join(cache, name))
    utimesSync(join(cache, name), Date.now() / 1000 - age, Date.now() / 1000 - age)
  }
  rmSync(join(cache, current, 'files.json'))
  await serve()
  assert.deepEqual(bundles().toSorted(), [current, 'draft-living', 'newer', 'old'].toSorted())
})

test('a project that was moved gets a bundle of its own', async () => {
  const before = bundles()
  const moved = `${project} flyttet`
  renameSync(project, moved)
  project = moved
  cache = join(project, 'node_modules/.cache/nettungen')
  await serve()
  assert.equal(bundles().filter(name => !before.includes(name)).length, 1)
})

test('where no bundle can be written the sources run', async () => {
  rmSync(join(cache, '..'), { recursive: true })
  writeFileSync(join(cache, '..'), 'a file in the way')
  await serve()
  rmSync(join(cache, '..'))
})

test('a source with a mistake is named', async () => {
  const file = join(project, 'src/platform/http/health.ts')
  const before = readFileSync(file, 'utf8')
  writeFileSync(file, `${before}\nconst = 1\n`)
  const program = startProgram()
  assert.equal(await program.ended, 1)
  assert.match(program.complaints.join('\n'), /health\.ts/)
  assert.deepEqual(bundles(), [])
  writeFileSync(file, before)
})
