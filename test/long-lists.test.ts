import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import * as z from 'zod'
import { exec, sql, value, type Sql } from '#platform/db/sql.ts'
import { testApp } from '#test/app.ts'
import { loginAs, type LoggedIn } from '#test/client.ts'
import { idOf } from '#test/roles.ts'

// A thousand of each that is listed at the work desk: a page has some of them, all pages together have each once, and what was chosen
// stays in the address.

const app = await testApp()
const MANY = 1000
const SHOWN = 30
let ingrid: LoggedIn
let ragnhild: LoggedIn
let nes: string
let state: string
before(async () => {
  ingrid = await loginAs(app, 'koordinator-nes')
  ragnhild = await loginAs(app, 'regionkoordinator')
  nes = await app.db.asOwner(tx => idOf(tx, 'organization', 'nes-kommune'))
  state = await app.db.asOwner(tx => idOf(tx, 'organization', 'statsforvalteren-ostviken-oslo-ak'))
})
const write = (statement: Sql) => app.db.asOwner(tx => exec(tx, statement))
const count = (of: Sql) => app.db.asOwner(tx => value(tx, z.number(), sql`select count(*) from ${of}`))

type List = {
  who: LoggedIn
  path: string
  /** Rows that are shown, by what tells them apart. */
  rows: RegExp
  /** How many there are. */
  all: number
  /** What was chosen, kept in the links to other pages. */
  keeps?: string
  page?: 'side' | 'egne'
  /** Where another list begins. */
  until?: string
}

/** The first page, the second and the last, and the one after it; and all links that are followed. */
async function walk({ who, path, rows, all, keeps = '', page = 'side', until }: List): Promise<void> {
  const pages = Math.ceil(all / SHOWN)
  const seen = new Set<string>()
  for (const n of [1, 2, pages]) {
    const { status, html: whole } = await who.get(`${path}?${keeps}${keeps && '&'}${page}=${n}`)
    assert.ok(until === undefined || whole.includes(until))
    const html = until === undefined ? whole : whole.slice(0, whole.indexOf(until))
    assert.equal(status, 200)
    const found = [...html.matchAll(rows)].map(match => match[1]!)
    assert.equal(found.length, n === pages ? all - SHOWN * (pages - 1) : SHOWN, `${path}, page ${n}`)
    for (const one of found) {
      assert.ok(!seen.has(one), `${path}: ${one} twice`)
      seen.add(one)
    }
    if (n === pages) continue
    const next = new RegExp(`href="[^"]*[?&;]${page}=${n + 1}[^"]*" rel="next"`).exec(html)?.[0]
    assert.ok(next, `${path}, page ${n}: the way on`)
    for (const part of keeps.split('&')) assert.ok(next.includes(part), `${next} keeps ${part}`)
  }
  const after = await who.get(`${path}?${keeps}${keeps && '&'}${page}=${pages + 1}`)
  assert.equal(after.status, 200, 'beyond the last page')
  if (until === undefined) assert.equal([...after.html.matchAll(rows)].length, 0)
  assert.match(after.html, /rel="prev"/)
  assert.equal((await who.get(`${path}?${page}=0`)).status, 400)
}

test('plans', async () => {
  await write(sql`insert into planning.paper (kind, organization_id, fields)
    select 'plan', ${nes}, jsonb_build_object('title', 'Plan ' || n, 'type', case when n % 2 = 0 then 'action' else 'other' end)
    from generate_series(1, ${MANY}::integer) n`)
  const plans = sql`planning.paper where kind = 'plan' and organization_id = ${nes}`
  const rows = /<a href="\/arbeid\/planer\/([0-9a-f-]{36})">/g
  await walk({ who: ingrid, path: '/arbeid/planer', rows, all: await count(plans) })
  const other = await count(sql`${plans} and fields->>'type' = 'other'`)
  await walk({ who: ingrid, path: '/arbeid/planer', rows, all: other, keeps: 'slag=other' })
  const drafts = await count(
    sql`${plans} and not exists (select from planning.paper_state where paper_id = paper.id and state <> 'draft')`,
  )
  await walk({ who: ingrid, path: '/arbeid/planer', rows, all: drafts, keeps: 'tilstand=draft' })
  const page = await ingrid.get('/arbeid/planer?slag=other')
  assert.match(page.html, new RegExp(`${other} planer`), 'how many in all')
})

test('goals', async () => {
  await write(sql`with master as (
      insert into planning.paper (kind, organization_id, fields)
      select 'goal', ${nes}, jsonb_build_object('title', 'Hovedmål ' || n, 'level', 'master') from generate_series(1, 3) n returning id
    )
    insert into planning.paper (kind, organization_id, fields)
    select 'goal', ${nes}, jsonb_build_object('title', 'Mål ' || n, 'level', 'result', 'parent', (array(select id from master))[n % 5 + 1])
    from generate_series(1, ${MANY}::integer) n`)
  const goals = sql`planning.paper where kind = 'goal' and organization_id = ${nes} and fields->>'level' <> 'master'`
  const all = await count(goals)
  const ids = new Set<string>()
  const tables = /<th scope="row"><a href="\/arbeid\/mal\/([0-9a-f-]{36})">/g
  let masters = 0
  for (let n = 1; ; n++) {
    const page = await ingrid.get(`/arbeid/mal?side=${n}`)
    const found = [...page.html.matchAll(tables)].map(match => match[1]!)
    assert.ok(found.length <= SHOWN)
    for (const id of found) {
      assert.ok(!ids.has(id), 'once')
      ids.add(id)
    }
    masters += [...page.html.matchAll(/<h2><a href="\/arbeid\/mal\/[0-9a-f-]{36}">/g)].length
    if (!page.html.includes(`side=${n + 1}"`)) break
  }
  assert.equal(ids.size, all)
  assert.ok(masters > 3, 'those whose goals fill several pages are named on each')
  const unknown = await ingrid.get('/arbeid/mal?tilstand=unknown&side=2')
  assert.equal([...unknown.html.matchAll(tables)].length, SHOWN)
  assert.match(unknown.html, /tilstand=unknown&amp;side=3"[^>]* rel="next"/)
  assert.match(unknown.html, /href="\/arbeid\/mal\/csv\?tilstand=unknown"/, 'the file has all of them')
})

test('enquiries: those from others, and one’s own with those that are not sent before them', async () => {
  const sent = (organization: string, title: string, n: number) => sql`with paper as (
      insert into planning.paper (kind, organization_id, fields)
      select 'enquiry', ${organization}, jsonb_build_object('question', ${title} || n, 'why', 'Vi vil vite', 'answer_kind', 'text',
        'municipalities', jsonb_build_array('3228'), 'deadline', '2026-12-31')
      from generate_series(1, ${n}::integer) n returning id
    )
    insert into planning.enquiry (paper_id, submission) select id, gen_random_uuid() from paper`
  await write(sent(state, 'Sendt ', MANY))
  await write(sql`insert into planning.paper (kind, organization_id, fields)
    select 'enquiry', ${state}, jsonb_build_object('question', 'Utkast ' || n) from generate_series(1, 45) n`)
  const path = '/arbeid/henvendelser'
  const rows = /<a href="\/arbeid\/henvendelser\/([0-9a-f-]{36})">/g
  const toNes = await count(sql`planning.enquiry where '3228' = any (municipalities)`)
  await walk({ who: ingrid, path, rows, all: toNes })
  const own = await count(sql`planning.paper where kind = 'enquiry' and organization_id = ${state}`)
  await walk({ who: ragnhild, path, rows, all: own, page: 'egne' })
  const second = await ragnhild.get(`${path}?egne=2`)
  assert.match(second.html, /Utkast .*Sendt /s, 'the last that are not sent, and the first that are')
})

test('guidelines: those from others, and one’s own', async () => {
  await write(sql`with paper as (
      insert into planning.paper (kind, organization_id, fields)
      select 'guideline', ${state}, jsonb_build_object('title', 'Føring ' || n, 'text', 'Gjør det') from generate_series(1, ${MANY}::integer) n
      returning id
    )
    insert into planning.guideline_publication (paper_id, outcome, submission) select id, 'published', gen_random_uuid() from paper`)
  const path = '/arbeid/foringer'
  const rows = /<a href="\/arbeid\/foringer\/([0-9a-f-]{36})">/g
  const holding = await count(sql`(select distinct on (paper_id) outcome from planning.guideline_publication
    order by paper_id, number desc) standing where outcome = 'published'`)
  await walk({ who: ingrid, path, rows, all: holding })
  const own = await count(sql`planning.paper where kind = 'guideline' and organization_id = ${state}`)
  await walk({
    who: ragnhild,
    path,
    rows,
    all: own,
    page: 'egne',
    until: '<h2>Føringer som gjelder for dere',
  })
})

test('descriptions of cooperation, and units without one', async () => {
  await write(sql`with unit as (
      insert into organizations.unit (organization_id, key)
      select ${nes}, 'lang-' || n from generate_series(1, ${MANY}::integer) n returning id, key
    )
    insert into organizations.unit_text (unit_id, language, name) select id, 'nb', 'Enhet ' || key from unit`)
  await write(sql`insert into planning.paper (kind, organization_id, unit_id, fields)
    select 'cooperation', ${nes}, id, '{"offers": "Lekseleker"}' from organizations.unit where key like 'lang-%5'`)
  const path = '/arbeid/samhandling'
  const rows = /<a href="\/arbeid\/samhandling\/([0-9a-f-]{36})(?:\/endre)?">/g
  const found = await count(
    sql`planning.paper where kind = 'cooperation' and fields->>'offers' = 'Lekseleker'`,
  )
  await walk({ who: ingrid, path, rows, all: found, keeps: 'sok=lekseleker' })
  const units = await count(sql`organizations.unit where organization_id = ${nes}
    and not exists (select from organizations.unit_closing where unit_id = unit.id)`)
  await walk({ who: ingrid, path, rows, all: units })
  const [, written, total] = /(\d+) av (\d+) enheter har beskrevet/.exec((await ingrid.get(path)).html) ?? []
  assert.deepEqual([Number(total), Number(written) >= found], [units, true], 'how many in all')
})

test('indicators of a place', async () => {
  await write(sql`insert into planning.indicator (organization_id, name, measured_in, submission)
    select ${nes}, 'Tall ' || n, 'prosent', gen_random_uuid() from generate_series(1, ${MANY}::integer) n`)
  const all = await count(sql`planning.indicator where organization_id = ${nes}`)
  const rows = /<a href="\/arbeid\/kunnskap\/([0-9a-f-]{36})">/g
  await walk({ who: ingrid, path: '/arbeid/kunnskap', rows, all, keeps: `organisasjon=${nes}` })
  const beside = await ingrid.get('/arbeid/mal')
  assert.equal(
    [...beside.html.matchAll(rows)].length,
    SHOWN,
    'beside goals the first of them, with the way to all',
  )
})

test('mapping rounds', async () => {
  await write(sql`with round as (
      insert into mapping.round (organization_id, area_code, title, submission)
      select ${nes}, '3228', 'Kartlegging ' || n, gen_random_uuid() from generate_series(1, ${MANY}::integer) n returning id
    )
    insert into mapping.deadline (round_id, last_day) select id, '2026-12-31' from round`)
  const rows = /<a href="\/arbeid\/kartlegging\/([0-9a-f-]{36})">/g
  await walk({
    who: ingrid,
    path: '/arbeid/kartlegging',
    rows,
    all: await count(sql`mapping.round where area_code = '3228'`),
  })
})
