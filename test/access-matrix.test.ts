import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as z from 'zod'
import { allRoutes, loadWorld } from '../src/app.tsx'
import { roles } from '#modules/organizations/rules.ts'
import { bundleAssets } from '#platform/http/assets.ts'
import { matrix, roles as rolesOfMatrix, type Row } from '#test/access-matrix.ts'
import { columnGroups, columns, makeColumns, type Who } from '#test/access-columns.ts'
import { forms } from '#test/access-forms.ts'
import { sign, type Thing } from '#test/access-makers.ts'
import { things } from '#test/access-things.ts'
import { testApp } from '#test/app.ts'

// Every route behind the login, asked by everybody in test/support/access-columns.ts, over HTTP.

const app = await testApp()
const world = await loadWorld(app.db)
const assets = await bundleAssets()
assets.add('fylker.svg', 'image/svg+xml', Buffer.from('<svg/>'))
const routes = allRoutes(world, assets, true)
  .filter(route => route.permission !== 'public')
  .map(route => `${route.method} ${route.path}`)
const people = await app.db.asOwner(makeColumns)
await noteChanges()

test('the matrix has a row for every route behind the login, and no row for another', () => {
  const rows = new Set(matrix.map(row => row.route))
  assert.deepEqual(
    routes.filter(route => !rows.has(route)),
    [],
    'routes without a row',
  )
  assert.deepEqual(
    [...rows].filter(route => !routes.includes(route)),
    [],
    'rows for routes that are gone',
  )
  assert.deepEqual([...rolesOfMatrix], [...roles], 'every role has its columns')
  for (const row of matrix) {
    assert.deepEqual(
      row.cells.split(' ').map(group => group.length),
      columnGroups.map(group => group.length),
      `${row.route}, ${row.of}: a cell for each column`,
    )
    assert.ok(things[row.of], `there is no “${row.of}”`)
    assert.ok(row.route.startsWith('GET') || forms[row.route], `${row.route} has no form`)
  }
})

for (const row of matrix) {
  test(`${row.route}: ${row.of}`, async () => {
    const wanted = row.cells.replaceAll(' ', '').split('')
    const got = new Map<string, string>()
    await app.db.asOwner(tx => tx.query({ text: 'truncate platform.noted' }))
    const isOwn = row.of.includes('her own')
    const isShared = (_: Who, i: number) => !isOwn && wanted[i] !== 'D'
    // Those who get nothing done, all at once, on one and the same thing.
    const thing = await app.db.asOwner(tx => things[row.of]!(tx, null))
    const asking = people.filter(isShared)
    await Promise.all(asking.map(async who => got.set(who.name, await ask(row, thing, who))))
    // The others one after the other, each with a thing of her own.
    for (const who of people.filter((one, i) => !isShared(one, i))) {
      const own = await app.db.asOwner(tx => things[row.of]!(tx, who.personId))
      got.set(who.name, await ask(row, own, who))
    }
    const changers = await whoHasChanged()
    for (const { name, personId } of people) {
      const letter = got.get(name)!
      if (!changers.has(personId)) continue
      got.set(name, letter === 'N' || letter === 'p' ? 'D' : `(${letter}, but something has changed)`)
    }
    assert.equal(inGroups(columns.map(name => got.get(name) ?? '?')), row.cells)
  })
}

/** What somebody gets, as a letter of the matrix. */
async function ask({ route, of, shows }: Row, thing: Thing, who: Who): Promise<string> {
  const [method, template] = route.split(' ') as ['GET' | 'POST', string]
  const fixed: Thing = { step: 'hva', format: 'csv', ...thing }
  // The list is long: one looks for what is meant.
  const search = route === 'GET /arbeid/tilbud' ? `?q=${homeOf(of)}-sak` : (thing['search'] ?? '')
  const address = template.replace(/:(\w+)/g, (_, name: string) => fixed[name] ?? assert.fail(`no ${name}`))
  const form = method === 'POST' ? forms[route]!(thing, of) : null
  const body = form && (await bodyOf(form))
  const answer = await app.server.inject({
    method,
    url: address + search,
    headers: {
      ...(who.cookie && { cookie: who.cookie }),
      ...(body && { 'content-type': body.type, 'sec-fetch-site': 'same-origin' }),
    },
    ...(body && { payload: body.bytes }),
  })
  const status = answer.statusCode
  const toLogin = (answer.headers.location ?? '').startsWith('/logg-inn')
  if (status === 401 || (status === 303 && toLogin)) return 'l'
  if (status === 404) return '.'
  if (status === 422) return 'f'
  if (status === 303) return 'N'
  if (status !== 200) return String(status)
  const shown = (shows ?? sign(homeOf(of))).replace(/\{(\w+)\}/, (_, name: string) => thing[name]!)
  return method === 'GET' && answer.body.includes(shown) ? 'V' : 'p'
}

const homeOf = (of: string) =>
  of.includes('clinic') ? 'clinic' : of.includes('Red Cross') ? 'redCross' : 'nes'

/** As a browser sends it; with a file when the form has one. */
async function bodyOf(form: Record<string, string>): Promise<{ type: string; bytes: Buffer }> {
  const { fil, ...fields } = form
  if (fil === undefined)
    return {
      type: 'application/x-www-form-urlencoded',
      bytes: Buffer.from(new URLSearchParams(fields).toString()),
    }
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  data.set('fil', new Blob([fil]), 'tilbud.csv')
  const whole = new Response(data)
  return { type: whole.headers.get('content-type')!, bytes: Buffer.from(await whole.arrayBuffer()) }
}

function inGroups(letters: readonly string[]): string {
  let at = 0
  return columnGroups.map(group => letters.slice(at, (at += group.length)).join('')).join(' ')
}

/** Has every change noted with who acts, but for when a session was last used. */
async function noteChanges(): Promise<void> {
  await app.db.asOwner(tx =>
    tx.query({
      text: `
        create table platform.noted (actor uuid);
        create function platform.note() returns trigger language plpgsql security definer set search_path = '' as $note$
          begin insert into platform.noted values (platform.actor()); return null; end $note$;
        do $all$ declare known regclass; begin
          for known in select pg_class.oid from pg_class join pg_namespace on pg_namespace.oid = relnamespace
              where relkind = 'r' and nspname in ('catalogue', 'mapping', 'organizations', 'people', 'planning', 'platform', 'pyramid')
              and relname not in ('session', 'noted') or relname = '_private_jobs'
          loop
            execute format('create trigger zz_note after insert or update or delete on %s for each row execute function platform.note()', known);
          end loop;
        end $all$`,
    }),
  )
}

/** Persons who have changed something in this row. Rows that nobody made as somebody are the test's own. */
async function whoHasChanged(): Promise<Set<string | null>> {
  const { rows } = await app.db.asOwner(tx =>
    tx.query({ text: `select distinct actor from platform.noted where actor is not null` }),
  )
  return new Set(
    z
      .array(z.object({ actor: z.string() }))
      .parse(rows)
      .map(row => row.actor),
  )
}
