import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { only } from '#platform/db/rows.ts'
import type { Rows } from '#platform/paging.ts'
import { exec, many, maybe, oneAtATime, sql, value, type Sql, type Tx } from '#platform/db/sql.ts'
import { systemKinds, type SystemKind } from './indicator.schema.ts'
import type { ReadValue } from './read-values.ts'

const Place = z.object({ id: z.string(), name: StoredTextSchema, area: z.string(), may_write: z.boolean() })
/** An organisation with a place of its own, whose knowledge who acts may read. */
export type Place = z.output<typeof Place>

/** Municipalities before counties and those above. */
export function listPlaces(tx: Tx): Promise<Place[]> {
  return many(
    tx,
    Place,
    sql`select home.id, home.name, home.area_code as area,
          home.id = any ((select organizations.reach('{coordinator}'))::uuid[]) as may_write
        from organizations.named_organization home
        where home.id = any ((select planning.readable())::uuid[]) and home.area_code is not null
          and home.level in ('municipality', 'county', 'region', 'state')
        order by home.level <> 'municipality', home.name ->> 'nb' collate "und-x-icu"`,
  )
}

const Year = z.object({
  year: z.number(),
  value: z.number().nullable(),
  source: z.string(),
  note: z.string().nullable(),
})
const Indicator = z.object({
  id: z.string(),
  organization_id: z.string(),
  name: z.string(),
  measured_in: z.string(),
  room: z.string().nullable(),
  /** As they hold, the first year first; years that were taken back are left out. */
  years: z.array(Year),
})
export type Indicator = z.output<typeof Indicator>

/** By name. @param where of `planning.indicator`, as `indicator` */
function listIndicators(tx: Tx, where: Sql, rows: Rows | null = null): Promise<Indicator[]> {
  return many(
    tx,
    Indicator,
    sql`select indicator.id, indicator.organization_id, indicator.name, indicator.measured_in, indicator.room,
          coalesce((select jsonb_agg(jsonb_build_object('year', held.year, 'value', held.value, 'source', held.source, 'note', held.note)
              order by held.year)
            from (select distinct on (given.year) given.year, given.value, given.source, given.note from planning.indicator_value given
              where given.indicator_id = indicator.id order by given.year, given.number desc) held
            where held.value is not null), '[]') as years
        from planning.indicator where ${where} order by indicator.name collate "und-x-icu", indicator.id ${only(rows)}`,
  )
}

/** Null: there is none, or who acts may not see it. */
export async function findIndicator(tx: Tx, id: string): Promise<Indicator | null> {
  const [found] = await listIndicators(tx, sql`indicator.id = ${id}`)
  return found ?? null
}

const ValueRow = Year.extend({ entered_by: z.string().nullable(), entered_at: z.date() })
export type ValueRow = z.output<typeof ValueRow>

/** All that was ever entered, the newest first. */
export function listValues(tx: Tx, id: string): Promise<ValueRow[]> {
  return many(
    tx,
    ValueRow,
    sql`select year, value::float8 as value, source, note, entered_by, entered_at from planning.indicator_value
        where indicator_id = ${id} order by number desc`,
  )
}

type NewIndicator = { organizationId: string; name: string; measuredIn: string; room: string | null }
type NewValue = ReadValue & { note: string }

/** The indicator of a name, begun where there is none. @throws when who acts may not */
export async function findOrBegin(
  tx: Tx,
  { organizationId, name, measuredIn, room }: NewIndicator,
  submission: string,
  personId: string,
): Promise<string> {
  await oneAtATime(tx, `planning indicators ${organizationId}`)
  const found = await maybe(
    tx,
    z.object({ id: z.string() }),
    sql`select id from planning.indicator where organization_id = ${organizationId} and name = ${name}`,
  )
  if (found) return found.id
  return value(
    tx,
    z.string(),
    sql`insert into planning.indicator (organization_id, name, measured_in, room, submission, created_by)
        values (${organizationId}, ${name}, ${measuredIn}, ${room}, ${submission}, ${personId}) returning id`,
  )
}

/** Enters a year's value; the same form sent twice enters it once. @throws when who acts may not */
export async function enterValue(
  tx: Tx,
  id: string,
  { year, value: given, source, note }: NewValue,
  submission: string,
  personId: string,
): Promise<void> {
  await exec(
    tx,
    sql`insert into planning.indicator_value (indicator_id, year, value, source, note, submission, entered_by)
        values (${id}, ${year}, ${given}, ${source}, ${note || null}, ${submission}, ${personId})
        on conflict (submission, indicator_id, year) do nothing`,
  )
}

/** Enters a value by the form of an indicator. @returns `meanwhile` when somebody has entered one since it was opened */
export async function enterByForm(
  tx: Tx,
  id: string,
  given: NewValue,
  { submission, known }: { submission: string; known: number },
  personId: string,
): Promise<'done' | 'meanwhile'> {
  await oneAtATime(tx, `planning ${id}`)
  const before = await many(
    tx,
    z.object({ submission: z.string() }),
    sql`select submission from planning.indicator_value where indicator_id = ${id}`,
  )
  if (before.some(one => one.submission === submission)) return 'done'
  if (before.length !== known) return 'meanwhile'
  await enterValue(tx, id, given, submission, personId)
  return 'done'
}

const SystemLink = z.object({ id: z.string(), kind: z.enum(systemKinds), title: z.string(), url: z.string() })
export type SystemLink = z.output<typeof SystemLink>

/** Where its systems for quality and plans are. */
export function listSystemLinks(tx: Tx, organizationId: string): Promise<SystemLink[]> {
  return many(
    tx,
    SystemLink,
    sql`select id, kind, title, url from planning.system_link
        where organization_id = ${organizationId}
          and not exists (select from planning.system_link_removal removed where removed.link_id = system_link.id)
        order by kind, title collate "und-x-icu"`,
  )
}

export type NewLink = {
  organizationId: string
  kind: SystemKind
  title: string
  url: string
  submission: string
}

export async function addSystemLink(
  tx: Tx,
  { organizationId, kind, title, url, submission }: NewLink,
  personId: string,
): Promise<void> {
  await oneAtATime(tx, `planning ${submission}`)
  await exec(
    tx,
    sql`insert into planning.system_link (organization_id, kind, title, url, submission, added_by)
        select ${organizationId}, ${kind}, ${title}, ${url}, ${submission}, ${personId}
        where not exists (select from planning.system_link
          where submission = ${submission} and organization_id = ${organizationId} and added_by = ${personId})`,
  )
}

const Removable = z.object({ organization_id: z.string() })

/** Takes a link away; a second time changes nothing. @returns whose it was; null: there is none for her to take away */
export async function removeSystemLink(tx: Tx, id: string, personId: string): Promise<string | null> {
  const found = await maybe(
    tx,
    Removable,
    sql`select organization_id from planning.system_link
        where id = ${id} and organization_id = any ((select organizations.reach('{coordinator}'))::uuid[])`,
  )
  if (!found) return null
  await exec(
    tx,
    sql`insert into planning.system_link_removal (link_id, removed_by) values (${id}, ${personId}) on conflict do nothing`,
  )
  return found.organization_id
}

/** The indicators of an organisation, or those of it that tell of a room. */
export function listIndicatorsOfPlace(tx: Tx, areaCode: string, rows: Rows): Promise<Indicator[]> {
  return listIndicators(
    tx,
    sql`indicator.organization_id in (select id from organizations.named_organization
      where area_code = ${areaCode} and level in ('municipality', 'county'))`,
    rows,
  )
}

export function listIndicatorsOf(
  tx: Tx,
  organizationId: string,
  { room, rows = null }: { room?: string | undefined; rows?: Rows | null } = {},
): Promise<Indicator[]> {
  const about = room === undefined ? sql`true` : sql`indicator.room = ${room}`
  return listIndicators(tx, sql`indicator.organization_id = ${organizationId} and ${about}`, rows)
}

export const countIndicators = (tx: Tx, organizationId: string): Promise<number> =>
  value(
    tx,
    z.number(),
    sql`select count(*) from planning.indicator where organization_id = ${organizationId}`,
  )
