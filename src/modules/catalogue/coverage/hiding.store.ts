import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { exec, many, sql, type Reader, type Tx } from '#platform/db/sql.ts'

const Hideable = z.object({
  id: z.string(),
  slug: z.string().nullable(),
  name: z.string(),
  owner: StoredTextSchema.nullable(),
  area_code: z.string(),
  /** Null: it is shown. */
  hiding_id: z.string().nullable(),
  reason: z.string().nullable(),
})
/** A service of a voluntary or private organisation in a municipality of who acts, shown or hidden. */
export type Hideable = z.output<typeof Hideable>

/** Services that a coordinator may hide, or has hidden, in her municipality. */
export function listHideable(tx: Reader): Promise<Hideable[]> {
  return many(
    tx,
    Hideable,
    sql`with mine as materialized (
          -- A municipality's number has four digits (SSB).
          select code from unnest(organizations.reach_areas('{coordinator}')) code where code ~ '^[0-9]{4}$'
        ),
        hidden as (
          select hiding.draft_id, hiding.area_code, hiding.id, hiding.reason from catalogue.hiding
          where not exists (select from catalogue.hiding_end where hiding_id = hiding.id)
        ),
        shown as (
          select distinct service.id, mine.code as area_code from mine
          cross join lateral areas.covering(mine.code) cover
          join catalogue.service_area on service_area.area_code = cover.area_code
          join catalogue.published_service service on service.id = service_area.service_id
          where service.owner_level in ('voluntary', 'private')
        )
        select coalesce(shown.id, hidden.draft_id) as id, service.slug,
          coalesce(service.name->>'nb', (select name from catalogue.coverage_request request
            where request.draft_id = hidden.draft_id order by number desc limit 1), '') as name,
          service.owner_name as owner, coalesce(shown.area_code, hidden.area_code) as area_code,
          hidden.id as hiding_id, hidden.reason
        from shown
        full join (select hidden.* from hidden join mine on mine.code = hidden.area_code) hidden
          on hidden.draft_id = shown.id and hidden.area_code = shown.area_code
        left join catalogue.published_service service on service.id = coalesce(shown.id, hidden.draft_id)
        order by name`,
  )
}

/** @throws when who acts is no coordinator of the municipality, or the service is not of a voluntary or private organisation */
export async function insertHiding(
  tx: Tx,
  hiding: { draftId: string; area: string; reason: string },
  personId: string,
): Promise<void> {
  await exec(
    tx,
    sql`insert into catalogue.hiding (draft_id, area_code, reason, hidden_by)
        values (${hiding.draftId}, ${hiding.area}, ${hiding.reason}, ${personId})`,
  )
}

/** Shows it again. */
export async function insertHidingEnd(tx: Tx, hidingId: string, personId: string): Promise<void> {
  await exec(
    tx,
    sql`insert into catalogue.hiding_end (hiding_id, ended_by) values (${hidingId}, ${personId}) on conflict do nothing`,
  )
}
