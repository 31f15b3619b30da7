import { once } from 'node:events'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import * as z from 'zod'
import { dangerouslyRawSql, exec, many, sql, value, type Tx } from '#platform/db/sql.ts'
import { withOwner } from '#platform/db/owner.ts'
import { writePlaceLists } from '../src/modules/catalogue/publication/place-lists.store.ts'
import { writePacks } from '../src/modules/catalogue/search/pack.store.ts'
import { listEntryTemplates, readLexicon } from './templates.ts'
import { drawServices, type Drawn, type DrawnFrom } from './draw.ts'
import { copies } from './generate.sql.ts'
import { makeEntry } from './entry.ts'

/**
 * Fills the catalogue with services for all of Norway, made after those of the demo: same rooms, ages, themes and ways in,
 * their names with that of the place. What is drawn comes by COPY, and so does what search reads; the rest is written by the
 * database from the services they are made after. The same seed gives the same services.
 * @param count services to make beside those that are there
 * @param say takes a line for each step
 */
export async function generate(
  ownerUrl: string,
  count: number,
  say: (line: string) => void = () => undefined,
  seed = 4217,
): Promise<void> {
  await withOwner(ownerUrl, async client => {
    const tx: Tx = { isTransaction: true, query: statement => client.query(statement) }
    await client.query(
      `set maintenance_work_mem = '1GB'; set work_mem = '256MB'; set synchronous_commit = off`,
    )
    await makeOrganizations(tx)
    const templates = await listEntryTemplates(tx)
    const from = await readWorld(tx, templates.length)
    const first =
      1 + (await value(tx, z.number(), sql`select coalesce(max(number), 0) from catalogue.search_entry`))
    await exec(tx, drawnTable)
    await copy(client, 'pg_temp.drawn', drawnColumns, drawServices(from, count, seed), drawnLine)
    await exec(tx, sql`analyze pg_temp.drawn`)
    say(`${count} drawn`)

    // Checked and indexed once at the end instead of a million times.
    const later = await takeAway(tx)
    for (const [what, statement] of copies(templates.map(template => template.id))) {
      await exec(tx, statement)
      say(what)
    }
    const known = await readLexicon(tx)
    const entry = makeEntry(templates, known, first)
    // COPY goes past the policies, so these rest meanwhile, for the owner alone.
    await client.query('alter table catalogue.search_entry no force row level security')
    await copy(
      client,
      'catalogue.search_entry',
      'number, service_id, lexemes, weighed, facts, card',
      drawServices(from, count, seed),
      entry,
    )
    await exec(
      tx,
      sql`select setval(pg_get_serial_sequence('catalogue.search_entry', 'number'), ${first + count})`,
    )
    await client.query('alter table catalogue.search_entry force row level security')
    say('search entries')
    for (const { statement, what } of later) {
      await exec(tx, dangerouslyRawSql(statement))
      if (what) say(what)
    }
    say('other indexes and references')
    await exec(tx, sql`vacuum analyze catalogue.search_entry`)
    await exec(tx, sql`analyze`)
    await writePlaceLists(tx, null)
    await exec(tx, sql`vacuum analyze catalogue.service_area`)
    say('lists of places')
    await writePacks(tx)
    say('packs')
  })
}

/** An organisation for each municipality and county that has none. */
async function makeOrganizations(tx: Tx): Promise<void> {
  await exec(
    tx,
    sql`insert into organizations.organization (key, level, area_code, website)
        select 'bench-' || code, kind, code, website from areas.area
        where kind in ('municipality', 'county')
          and not exists (select 1 from organizations.organization o where o.area_code = area.code and o.level = area.kind)`,
  )
  await exec(
    tx,
    sql`insert into organizations.organization_text (organization_id, language, name)
        select organization.id, language, area.name || case area.kind when 'county' then ' fylkeskommune' else ' kommune' end
        from organizations.organization join areas.area on area.code = organization.area_code, unnest('{nb,nn}'::text[]) language
        where organization.key like 'bench-%' on conflict do nothing`,
  )
}

async function readWorld(tx: Tx, templates: number): Promise<DrawnFrom> {
  const named = z.object({ code: z.string(), name: z.string() })
  const places = (kind: string) =>
    many(tx, named, sql`select code, name from areas.area where kind = ${kind} order by code`)
  return {
    templates,
    municipalities: await many(
      tx,
      named.extend({
        county: z.string(),
        population: z.number(),
        neighbours: z.array(z.string()),
        districts: z.array(z.string()),
      }),
      sql`select code, name, left(code, 2) as county,
            coalesce((select total from areas.population p where p.area_code = code order by year desc limit 1), 1000) as population,
            coalesce((select array_agg(neighbour_code order by neighbour_code) from areas.neighbour n where n.area_code = code), '{}') as neighbours,
            coalesce((select array_agg(d.code order by d.code) from areas.membership m join areas.area d on d.code = m.child_code
              where m.parent_code = area.code and d.kind = 'district'), '{}') as districts
          from areas.area where kind = 'municipality' order by code`,
    ),
    counties: await places('county'),
    regions: await many(
      tx,
      named,
      sql`select code, name from areas.area where region_kind = 'health' order by code`,
    ),
  }
}

const drawnColumns = 'n, id, template, owner, suffix, areas, coverage_key, home_code, confirmed_on'
const drawnTable = sql`create temporary table drawn (n integer primary key, id uuid, template integer, owner text, suffix text,
  areas text[], coverage_key text, home_code text, confirmed_on date)`

function drawnLine(drawn: Drawn): (string | null)[] {
  const { n, id, template, owner, suffix, areas, coverageKey, homeCode, confirmedOn } = drawn
  return [
    String(n),
    id,
    String(template),
    owner,
    suffix,
    `{${areas.join(',')}}`,
    coverageKey,
    homeCode,
    confirmedOn,
  ]
}

/** Rows into a table by COPY, with back-pressure. */
async function copy<T>(
  client: pg.Client,
  table: string,
  columns: string,
  rows: Iterable<T>,
  fields: (row: T) => (string | null)[],
): Promise<void> {
  const stream = client.query(copyFrom(`copy ${table} (${columns}) from stdin`))
  let piece = ''
  for (const row of rows) {
    piece += `${fields(row).map(escaped).join('\t')}\n`
    if (piece.length < 256 * 1024) continue
    if (!stream.write(piece)) await once(stream, 'drain')
    piece = ''
  }
  stream.end(piece)
  await once(stream, 'finish')
}

function escaped(field: string | null): string {
  if (field === null) return String.raw`\N`
  if (!/[\\\n\r\t]/.test(field)) return field
  return field
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
}

/** Takes away what is looked at for each row, and tells how to put it back. */
async function takeAway(tx: Tx): Promise<{ statement: string; what?: string }[]> {
  const Away = z.object({ drop: z.string(), make: z.string(), what: z.string() })
  const references = await many(
    tx,
    Away,
    sql`select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop, '' as what,
          format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as make
        from pg_constraint where contype = 'f' and connamespace = 'catalogue'::regnamespace
        order by array_position('{u,p}', contype::text), conrelid`,
  )
  const indexes = await many(
    tx,
    Away,
    sql`select format('drop index %s', indexrelid::regclass) as drop, pg_get_indexdef(indexrelid) as make,
          case when pg_get_indexdef(indexrelid) like '%gin (lexemes)%' then 'index of words' else '' end as what
        from pg_index join pg_class on pg_class.oid = indexrelid
        where relnamespace = 'catalogue'::regnamespace and not indisunique`,
  )
  for (const { drop } of [...references, ...indexes]) await exec(tx, dangerouslyRawSql(drop))
  return [...indexes, ...references].map(({ make, what }) => ({ statement: make, what }))
}
