import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { exec, many, sql, value, type Reader, type Tx } from '#platform/db/sql.ts'

const Place = z.object({ unit_id: z.string().nullable(), name: StoredTextSchema })
/** Where a service may go within its organisation: a unit, or null for the organisation as a whole. */
export type Place = z.output<typeof Place>

/** The open units of an organisation, and itself first, where who acts may move services to. */
export function listPlaces(tx: Reader, organizationId: string): Promise<Place[]> {
  return many(
    tx,
    Place,
    sql`with within as materialized (select unnest(organizations.reach('{publisher,administrator}')) as id)
        select null::uuid as unit_id, name, '' as sorted from organizations.named_organization
        where id = ${organizationId} and id in (select id from within)
        union all
        select id, name, name->>'nb' from organizations.named_unit unit
        where organization_id = ${organizationId} and id in (select id from within)
          and id in (select id from organizations.open_unit)
        order by sorted`,
  )
}

/** Has she sent this form before, to the same place? @param to a unit, or the organisation that owns it */
export function isMoved(
  tx: Reader,
  { draftId, ownerId, to, submission }: { draftId: string; ownerId: string; to: string; submission: string },
  personId: string,
): Promise<boolean> {
  return value(
    tx,
    z.boolean(),
    sql`select exists (select from catalogue.draft_move where submission = ${submission} and draft_id = ${draftId}
          and coalesce(to_unit_id, ${ownerId})::text = ${to} and moved_by = ${personId})`,
  )
}

/** @throws when who acts may not, it is no longer where it was, or the form was used for another move */
export async function insertMove(
  tx: Tx,
  draftId: string,
  move: { from: string | null; to: string | null; submission: string },
  personId: string,
): Promise<void> {
  await exec(
    tx,
    sql`insert into catalogue.draft_move (draft_id, from_unit_id, to_unit_id, submission, moved_by)
        values (${draftId}, ${move.from}, ${move.to}, ${move.submission}, ${personId})`,
  )
}

const Move = z.object({
  moved_at: z.date(),
  moved_by: z.string().nullable(),
  from_name: StoredTextSchema,
  to_name: StoredTextSchema,
})
export type Move = z.output<typeof Move>

/** The moves of a service, for its history. */
export function listMoves(tx: Reader, draftId: string): Promise<Move[]> {
  return many(
    tx,
    Move,
    sql`select move.moved_at, move.moved_by, coalesce(was.name, owner.name) as from_name, coalesce(became.name, owner.name) as to_name
        from catalogue.draft_move move
        join catalogue.draft on draft.id = move.draft_id
        join organizations.named_organization owner on owner.id = draft.owner_id
        left join organizations.named_unit was on was.id = move.from_unit_id
        left join organizations.named_unit became on became.id = move.to_unit_id
        where move.draft_id = ${draftId} order by move.moved_at`,
  )
}
