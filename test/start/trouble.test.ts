import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { join } from 'node:path'
import { after, afterEach, before, beforeEach, describe, test } from 'node:test'
import pg from 'pg'
import { openTestDatabase, type TestDatabase } from '#test/database.ts'
import {
  address,
  asOwner,
  closeScene,
  copyInto,
  get,
  isRoot,
  nobody,
  openScene,
  postgresIn,
  run,
  runToEnd,
  until,
  type Options,
  type Scene,
} from './program.ts'

let scene: Scene

beforeEach(() => {
  scene = openScene()
})
afterEach(() => closeScene(scene))

/** The start is refused with one line, without a stack, and nothing is left running. */
async function assertRefused(options: Options, sentence: RegExp): Promise<void> {
  const ended = await runToEnd(scene, options)
  assert.match(ended.sentence, sentence)
  assert.equal(ended.sentence.split('\n').length, 1, ended.sentence)
  assert.doesNotMatch(ended.sentence, /\bat .*:\d+:\d+|node:internal/)
  assert.equal(ended.code, 1)
  assert.deepEqual(postgresIn(scene), [])
}

test('a bad value in the environment is named', async () => {
  await assertRefused({ env: { PORT: 'http' } }, /^PORT has a value that cannot be used/)
  await assertRefused({ env: { TRUSTED_PROXIES: 'our-proxy' } }, /^TRUSTED_PROXIES /)
  await assertRefused({ env: { RATE_LIMITS: 'none' } }, /^RATE_LIMITS has a value that cannot be used/)
  for (const [name, value] of [
    ['HOST', '0.0.0.0'],
    ['HOST', '127.example.org'],
    ['TRUSTED_PROXIES', '10.0.0.1'],
  ] as const) {
    await assertRefused({ env: { RATE_LIMITS: 'off', [name]: value } }, /^RATE_LIMITS is off, .* or remove/)
  }
  await assertRefused({ env: { DATABASE_PUBLIC_URL: 'postgres://localhost/x' } }, /^DATABASE_URL is missing/)
  await assertRefused(
    { env: { DATABASE_URL: 'postgres://app:pass/word@host/x' } },
    /^DATABASE_URL (is not an address that can be read|has a value that cannot be used)/,
  )
})

describe('a database of one’s own', () => {
  let db: TestDatabase
  before(async () => {
    db = await openTestDatabase('reference')
  })
  after(() => db.close())

  const at = (url: string, change: (address: URL) => void) => {
    const changed = new URL(url)
    change(changed)
    return changed.href
  }

  /** A way to the test database that can be cut, as a network can. */
  async function openWay(url: string) {
    const { port: target, hostname } = new URL(url)
    const sockets = new Set<Socket>()
    const way = createServer(socket => {
      const onward = connect(Number(target), hostname)
      for (const one of [socket, onward]) {
        sockets.add(one)
        one
          .on('error', () => undefined)
          .on('close', () => {
            socket.destroy()
            onward.destroy()
          })
      }
      socket.pipe(onward).pipe(socket)
    })
    const listen = (port: number) => new Promise<void>(resolve => way.listen(port, '127.0.0.1', resolve))
    await listen(0)
    const { port } = way.address() as AddressInfo
    return {
      url: at(url, address => (address.port = String(port))),
      cut() {
        way.close()
        for (const socket of sockets) socket.destroy()
      },
      mend: () => listen(port),
    }
  }

  test('serves, and no data folder is made', async () => {
    const program = run(scene, { env: { DATABASE_URL: db.urls.app, DATABASE_PUBLIC_URL: db.urls.public } })
    const base = await address(program)
    assert.equal((await get(`${base}/kommune/3228`)).status, 200)
    assert.equal(statSync(scene.folder, { throwIfNoEntry: false }), undefined)
    program.child.kill('SIGTERM')
    assert.equal(await program.ended, 0)
  })

  test('that goes away: pages say so with the numbers to call, and all is well when it is back', async t => {
    const way = await openWay(db.urls.public)
    t.after(() => way.cut())
    const program = run(scene, { env: { DATABASE_URL: db.urls.app, DATABASE_PUBLIC_URL: way.url } })
    const base = await address(program)
    way.cut()
    const page = await get(`${base}/kommune/3228`)
    assert.equal(page.status, 503)
    assert.match(page.body, /href="tel:116111"/)
    assert.match(page.body, /href="tel:113"/)
    assert.deepEqual(await get(`${base}/readyz`), { status: 503, body: 'The database cannot be reached' })
    assert.equal((await get(`${base}/healthz`)).status, 200)
    await way.mend()
    assert.equal((await get(`${base}/kommune/3228`)).status, 200)
    assert.equal((await get(`${base}/readyz`)).status, 200)
    program.child.kill('SIGTERM')
    assert.equal(await program.ended, 0)
  })

  test('that cannot be reached is named by its setting, without its password', async () => {
    const nowhere = at(db.urls.app, url => (url.port = '9'))
    await assertRefused(
      { env: { DATABASE_URL: nowhere } },
      /^The database in DATABASE_URL cannot be reached \(nothing answers there\): start it, or correct the address\.$/,
    )
    await assertRefused(
      { env: { DATABASE_URL: db.urls.app, DATABASE_OWNER_URL: nowhere } },
      /^The database in DATABASE_OWNER_URL cannot be reached/,
    )
    await assertRefused(
      { env: { DATABASE_URL: db.urls.app, DATABASE_PUBLIC_URL: nowhere } },
      /^The database in .*DATABASE_PUBLIC_URL cannot be reached/,
    )
    const noMachine = at(db.urls.app, url => (url.hostname = 'database.invalid'))
    await assertRefused(
      { env: { DATABASE_URL: noMachine } },
      /^The database in DATABASE_URL cannot be reached/,
    )
  })

  test('that refuses the login, or is not there, is named', async () => {
    const wrong = at(db.urls.app, url => (url.password = 'wrong'))
    await assertRefused(
      { env: { DATABASE_URL: wrong } },
      /^The database in DATABASE_URL refuses the login .*db\/roles\.sql/,
    )
    const missing = at(db.urls.app, url => (url.pathname = '/nothing'))
    await assertRefused(
      { env: { DATABASE_URL: missing } },
      /^The server in DATABASE_URL has no database of that name/,
    )
  })

  test('that has not been migrated is told how to be', async () => {
    await db.asOwner(tx => tx.query({ text: 'alter schema platform rename to platform_away' }))
    await assertRefused(
      { env: { DATABASE_URL: db.urls.app } },
      /^The database in DATABASE_URL lacks 0001_platform\.sql, .*: run "npm run db -- migrate" with DATABASE_OWNER_URL set/,
    )
    await db.asOwner(tx => tx.query({ text: 'alter schema platform_away rename to platform' }))
  })

  test('is not served by a login that sees more than a reader may', async () => {
    const way =
      /so nothing would be hidden from its pages: set the address of nettungen_app, or .*db\/roles\.sql/
    const admin = at(process.env['TEST_ADMIN_URL']!, url => (url.pathname = new URL(db.urls.app).pathname))
    const [asAdmin, asItsOwner] = [
      /^The database in DATABASE_URL is entered as postgres, a superuser, /,
      /^The database in DATABASE_PUBLIC_URL is entered as nettungen_owner, who owns the tables, /,
    ].map(start => new RegExp(`${start.source}${way.source}`))
    await assertRefused({ env: { DATABASE_URL: admin } }, asAdmin!)
    await assertRefused(
      { env: { DATABASE_URL: db.urls.app, DATABASE_PUBLIC_URL: db.urls.owner } },
      asItsOwner!,
    )
  })

  test('is not served by a login that row-level security does not hold', async () => {
    const client = new pg.Client({ connectionString: process.env['TEST_ADMIN_URL']! })
    await client.connect()
    try {
      await client.query(`create role nettungen_passes login bypassrls password 'pass' in role nettungen_app`)
      const passes = at(db.urls.app, url => {
        url.username = 'nettungen_passes'
        url.password = 'pass'
      })
      await assertRefused(
        { env: { DATABASE_URL: passes } },
        /^The database in DATABASE_URL is entered as nettungen_passes, who bypasses row-level security, so nothing would be hidden/,
      )
    } finally {
      await client.query('drop role if exists nettungen_passes')
      await client.end()
    }
  })

  test('runs jobs by the login for them only', async () => {
    await assertRefused(
      { env: { DATABASE_URL: db.urls.app, DATABASE_WORKER_URL: db.urls.app } },
      /^The database in DATABASE_WORKER_URL lacks the schema of jobs, or its login may not use it: /,
    )
  })

  test('that lacks its reference data is told so', async () => {
    await db.asOwner(tx => tx.query({ text: `delete from platform.loaded where name = 'areas'` }))
    await assertRefused(
      { env: { DATABASE_URL: db.urls.app } },
      /lacks the areas: run "npm run db -- migrate"/,
    )
  })

  test('with the owner’s address it is brought to what this version needs, also by two that start together', async () => {
    await db.asOwner(tx => tx.query({ text: `delete from platform.loaded` }))
    const env = { DATABASE_URL: db.urls.app, DATABASE_OWNER_URL: db.urls.owner }
    const both = [run(scene, { env }), run(scene, { env })]
    for (const program of both) await address(program)
    assert.equal(both.flatMap(program => program.said).filter(line => line.startsWith('Areas')).length, 1)
  })
})

describe('a data folder', () => {
  let whole: Scene
  before(async () => {
    whole = openScene()
    const program = run(whole)
    await address(program)
    program.child.kill('SIGTERM')
    await program.ended
  })
  after(() => closeScene(whole))

  test('that is a file is named', async () => {
    writeFileSync(scene.folder, '')
    await assertRefused({}, new RegExp(`^${scene.folder} is a file`))
  })

  test('that is damaged is named', async () => {
    copyInto(scene, whole)
    truncateSync(join(scene.folder, 'pg', 'global', 'pg_control'), 0)
    await assertRefused({}, new RegExp(scene.folder))
  })

  test('that this account may not read is named', { skip: !isRoot && 'needs root' }, async () => {
    copyInto(scene, whole)
    await assertRefused({ ids: nobody }, new RegExp(`may not read and write ${scene.folder}.*NETTUNGEN_DATA`))
  })

  test('that was half made is made anew', async () => {
    const first = run(scene)
    await until(() => existsSync(scene.folder) && readdirSync(scene.folder).some(isHalfMade))
    first.child.kill('SIGKILL')
    await first.ended
    assert.equal((await get(`${await address(run(scene))}/kommune/3228`)).status, 200)
  })

  test('whose filling was cut short is filled at the next start', async () => {
    const first = run(scene)
    await until(() => first.said.some(line => line.startsWith('Areas')), 60_000)
    first.child.kill('SIGKILL')
    await first.ended
    const second = run(scene)
    const base = await address(second)
    assert.ok(second.said.includes('Demo data for Nes and Nannestad loaded'))
    assert.match((await get(`${base}/tilbud?kommune=3228&q=barnevern`)).body, /href="\/tilbud\/[0-9a-f-]{36}/)
  })

  test(
    'on a full disk is named, also when the disk fills up while data is loaded',
    { skip: withoutMounts() },
    async () => {
      mkdirSync(scene.folder)
      for (const size of ['30m', '50m']) {
        await assertRefused(
          { before: onSmallDisk(size) },
          new RegExp(`^The disk that holds ${scene.folder} is full: make room .*NETTUNGEN_DATA`),
        )
      }
      assert.deepEqual(readdirSync(scene.folder), [])
    },
  )

  /** What initdb writes in before it is whole. */
  function isHalfMade(name: string): boolean {
    return name.startsWith('pg.making.') && existsSync(join(scene.folder, name, 'data/base/1'))
  }

  /** A command that runs the rest of its line with a small disk over the data folder. */
  function onSmallDisk(size: string): string[] {
    const script = `mount -t tmpfs -o size=${size},mode=0755 none "$0" && exec "$@"`
    return ['unshare', '--mount', ...(isRoot ? [] : ['--map-root-user']), 'sh', '-c', script, scene.folder]
  }

  function withoutMounts(): string | false {
    const command = isRoot ? ['--mount'] : ['--mount', '--map-root-user']
    const tried = spawnSync('unshare', [...command, 'mount', '-t', 'tmpfs', 'none', '/mnt'])
    return tried.status !== 0 && 'needs to mount a small disk'
  }

  test('of a newer version is not touched', async () => {
    copyInto(scene, whole)
    const program = run(scene)
    await address(program)
    await asOwner(scene, `insert into platform.migration (name, hash) values ('9999_later.sql', 'x')`)
    program.child.kill('SIGTERM')
    await program.ended
    await assertRefused({}, /^The database has been through 9999_later\.sql, .*Start the newer version/)
  })
})
