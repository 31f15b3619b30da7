import * as z from 'zod'
import { exec, many, maybe, sql, value, type Reader, type Tx } from '#platform/db/sql.ts'
import { Arrangement, type Change } from './arrangement.ts'

const Found = z.object({ revision: z.number(), rooms: Arrangement })

/** The rooms of a municipality as they are now, or as they were after a revision. Revision 0: the national ones as they are. */
export async function findArrangement(
  tx: Reader,
  area: string,
  revision: number | null = null,
): Promise<z.output<typeof Found>> {
  const found = await maybe(
    tx,
    Found,
    sql`select revision, rooms from pyramid.arrangement
        where area_code = ${area} and (${revision}::integer is null or revision = ${revision}::integer)
        order by revision desc limit 1`,
  )
  return found ?? { revision: 0, rooms: [] }
}

/** The highest number of an own room in any revision of a municipality; 0: it never had one. */
export function findLastOwnNumber(tx: Reader, area: string): Promise<number> {
  return value(
    tx,
    z.number(),
    sql`select coalesce(max(substring(room->>'code' from '^egen-([0-9]{1,9})$')::integer), 0)
        from pyramid.arrangement, jsonb_array_elements(rooms) room
        where area_code = ${area} and room->>'code' like 'egen-%'`,
  )
}

const MadeChange = z.object({
  revision: z.number(),
  kind: z.enum(['rename', 'add', 'edit', 'remove', 'hide', 'show', 'up', 'down', 'restore']),
  about: z.string(),
  restored: z.number().nullable(),
  /** Null: somebody who is no colleague any more. */
  made_by: z.string().nullable(),
  /** `YYYY-MM-DD`, in Norway. */
  made_on: z.string(),
})
export type MadeChange = z.output<typeof MadeChange>

/** What was done to the rooms of a municipality, the latest first. @param limit null: all of it */
export function listChanges(tx: Reader, area: string, limit: number | null): Promise<MadeChange[]> {
  return many(
    tx,
    MadeChange,
    sql`select change.revision, change.kind, change.about, change.restored, colleague.name as made_by,
          (change.made_at at time zone 'Europe/Oslo')::date as made_on
        from pyramid.room_change change left join pyramid.colleague on colleague.id = change.made_by
        where change.area_code = ${area} order by change.revision desc limit ${limit}`,
  )
}

/** Has she sent this very form before, and for the same? @param about null: whatever it was about */
export async function isSubmitted(
  tx: Reader,
  {
    area,
    from,
    kind,
    about,
    submission,
    personId,
  }: Pick<NewChange, 'area' | 'from' | 'submission' | 'personId'> & {
    kind: NewChange['kind'] | null
    about: string | null
  },
): Promise<boolean> {
  const rows = await many(
    tx,
    z.object({ revision: z.number() }),
    sql`select revision from pyramid.room_change where submission = ${submission} and area_code = ${area}
          and revision = ${from + 1} and made_by = ${personId} and kind = coalesce(${kind}, kind) and about = coalesce(${about}, about)`,
  )
  return rows.length > 0
}

type NewChange = {
  area: string
  /** The revision that was changed. */
  from: number
  kind: Change['kind'] | 'restore'
  about: string
  restored?: number
  rooms: Arrangement
  submission: string
  personId: string
}

/**
 * Writes a change as the next revision. False: somebody else has written that meanwhile, and nothing was changed.
 * @throws when who acts does not coordinate the municipality
 */
export async function insertChange(tx: Tx, change: NewChange): Promise<boolean> {
  const { area, from, kind, about, restored, rooms, submission, personId } = change
  const written = await exec(
    tx,
    sql`insert into pyramid.room_change (area_code, revision, kind, about, restored, submission, made_by)
        values (${area}, ${from + 1}, ${kind}, ${about}, ${restored ?? null}, ${submission}, ${personId})
        on conflict do nothing`,
  )
  // The same form, sent twice at once, is written once, and both times it was done.
  if (written === 0) return isSubmitted(tx, change)
  await exec(
    tx,
    sql`insert into pyramid.arrangement (area_code, revision, rooms)
        values (${area}, ${from + 1}, ${JSON.stringify(rooms)}::jsonb)`,
  )
  return true
}

/** Codes of the areas in which who acts has one of the roles for the whole organisation. */
export async function listReach(tx: Reader, roles: readonly string[]): Promise<string[]> {
  const rows = await many(
    tx,
    z.object({ code: z.string() }),
    sql`select code from unnest(organizations.reach_areas(${[...roles]}::text[])) code order by code`,
  )
  return rows.map(row => row.code)
}
