import assert from 'node:assert/strict'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'

import type { EmbeddedDatabase } from './index.ts'
import { closeScene, openScene, refusal, rows, start, type Scene } from './scene.ts'

let scene: Scene
let database: EmbeddedDatabase

before(async () => {
  scene = openScene()
  database = await start(scene)
})

after(() => closeScene(scene))

const logins = ['owner', 'app', 'public', 'worker'] as const

test('a new database is made, and is empty but for its own schema', async () => {
  assert.equal(database.recovered, 'created')
  const found = await rows(
    database.ownerUrl,
    `select relname from pg_class where relnamespace = 'public'::regnamespace`,
  )
  assert.deepEqual(found, [])
})

test('it belongs to nettungen_owner and knows our letters, in spelling suggestions too', async () => {
  const [made] = await rows(
    database.ownerUrl,
    `select pg_get_userbyid(datdba) as owner, pg_encoding_to_char(encoding) as encoding, datlocprovider as provider,
       datlocale as locale, lower('ÅRNES') as lower, upper('ærlig øye') as upper
     from pg_database where datname = current_database()`,
  )
  assert.deepEqual(made, {
    owner: 'nettungen_owner',
    encoding: 'UTF8',
    provider: 'b',
    locale: 'C.UTF-8',
    lower: 'årnes',
    upper: 'ÆRLIG ØYE',
  })
  await rows(database.ownerUrl, 'create extension pg_trgm')
  const [trigrams] = await rows(database.ownerUrl, `select array_length(show_trgm('år'), 1) as number`)
  assert.deepEqual(trigrams, { number: 3 })
  await rows(database.ownerUrl, 'drop extension pg_trgm')
})

test('no login has rights beyond its own', async () => {
  const found = await rows(
    database.adminUrl,
    `select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolinherit, rolreplication, rolcanlogin,
       exists (select from pg_auth_members where member = pg_roles.oid) as member
     from pg_roles where rolname like 'nettungen%' order by rolname`,
  )
  assert.deepEqual(
    found,
    ['app', 'owner', 'public', 'worker'].map(name => ({
      rolname: `nettungen_${name}`,
      rolsuper: false,
      rolbypassrls: false,
      rolcreatedb: false,
      rolcreaterole: false,
      rolinherit: false,
      rolreplication: false,
      rolcanlogin: true,
      member: false,
    })),
  )
})

test('no login can become another', async () => {
  for (const from of logins) {
    const [me] = await rows(database[`${from}Url`], 'select current_user as name')
    assert.deepEqual(me, { name: `nettungen_${from}` })
    for (const to of [
      ...logins.filter(login => login !== from).map(login => `nettungen_${login}`),
      'postgres',
    ]) {
      await assert.rejects(rows(database[`${from}Url`], `set role ${to}`), /permission denied/)
      await assert.rejects(
        rows(database[`${from}Url`], `set session authorization ${to}`),
        /permission denied/,
      )
    }
  }
})

test('only the owner makes tables', async () => {
  for (const login of ['app', 'public', 'worker'] as const) {
    await assert.rejects(rows(database[`${login}Url`], 'create table public.mine ()'), /permission denied/)
    await assert.rejects(rows(database[`${login}Url`], 'create temporary table mine ()'), /permission denied/)
    await assert.rejects(rows(database[`${login}Url`], 'create schema mine'), /permission denied/)
  }
  await rows(database.ownerUrl, 'create table public.mine ()')
  await rows(database.ownerUrl, 'drop table public.mine')
})

test('a login of somebody else does not come in, and ours not with a wrong password', async () => {
  await rows(database.adminUrl, `create role stranger login password 'stranger'`)
  const url = new URL(database.appUrl)
  url.username = 'stranger'
  url.password = 'stranger'
  await assert.rejects(rows(url.href, 'select'), /permission denied for database/)
  await rows(database.adminUrl, 'drop role stranger')
  url.username = 'nettungen_app'
  await assert.rejects(rows(url.href, 'select'), /password authentication failed/)
})

test('passwords and log are for the owner of the folder only, and no password is in the log', async () => {
  for (const file of ['database.json', 'postgres.log']) {
    assert.equal(statSync(join(scene.folder, file)).mode & 0o077, 0, file)
  }
  const log = readFileSync(join(scene.folder, 'postgres.log'), 'utf8')
  for (const login of logins) assert.ok(!log.includes(new URL(database[`${login}Url`]).password))
  assert.doesNotMatch(log, /SCRAM/)
})

test('the log takes no rows of people', async () => {
  await rows(database.ownerUrl, 'create table person (name text check (length(name) < 3))')
  await assert.rejects(
    rows(database.ownerUrl, `insert into person values ('Kari Nordmann')`),
    /violates check/,
  )
  await rows(database.ownerUrl, 'drop table person')
  const log = readFileSync(join(scene.folder, 'postgres.log'), 'utf8')
  assert.match(log, /violates check/)
  assert.doesNotMatch(log, /Kari/)
})

test('a second instance is refused with the process that uses the folder', async () => {
  const sentence = await refusal(scene)
  assert.ok(sentence.includes(scene.folder) && sentence.includes(`process ${process.pid}:`), sentence)
  assert.match(sentence, /NETTUNGEN_DATA/)
  await rows(database.appUrl, 'select')
})

test('tests may clone it', async () => {
  await rows(database.adminUrl, 'create database clone template nettungen owner nettungen_owner')
  const url = new URL(database.ownerUrl)
  url.pathname = '/clone'
  await rows(url.href, 'create table cloned ()')
  await rows(database.adminUrl, 'drop database clone')
})

test('started again it keeps its rows and passwords', async () => {
  await rows(database.ownerUrl, `create table kept as select 'still here' as word`)
  await Promise.all([database.stop(), database.stop()])
  await assert.rejects(rows(database.ownerUrl, 'select'), /ECONNREFUSED/)
  const lines: string[] = []
  const again = await start(scene, { say: line => lines.push(line) })
  assert.equal(again.recovered, 'started')
  assert.deepEqual(lines, [])
  assert.equal(new URL(again.appUrl).password, new URL(database.appUrl).password)
  assert.deepEqual(await rows(again.ownerUrl, 'select word from kept'), [{ word: 'still here' }])
  assert.deepEqual(
    await rows(again.appUrl, `select current_setting('jit') as jit, current_setting('timezone') as zone`),
    [{ jit: 'off', zone: 'UTC' }],
  )
})
