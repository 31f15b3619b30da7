import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { many, sql, type Reader } from '#platform/db/sql.ts'

const PublicNameRow = z.object({ key: z.string(), name: StoredTextSchema, owner: StoredTextSchema })
/** A public service as a form names it. */
export type PublicName = z.output<typeof PublicNameRow>

/** As many as a list of suggestions can be read; those of the same room first would tell nothing: help lies in others. */
const MOST = 400

/**
 * Public services that a draft can name as easier or stronger help: those it names already, and those for the same places.
 * @param coverage codes of areas
 */
export function listChainable(
  tx: Reader,
  draft: { id: string; coverage: readonly string[]; named: readonly string[] },
): Promise<PublicName[]> {
  return many(
    tx,
    PublicNameRow,
    sql`with near as (
          select descendant_code as code from areas.closure where ancestor_code = any(${[...draft.coverage]}::text[])
          union select ancestor_code from areas.closure where descendant_code = any(${[...draft.coverage]}::text[])
        ),
        candidate as (
          (select record.id, record.key, 0 as turn from catalogue.service_record record
           where record.key = any(${[...draft.named]}::text[]))
          union all
          (select record.id, record.key, 1 from catalogue.service_record record
           where exists (select from catalogue.service_area area join near on near.code = area.area_code
             where area.service_id = record.id)
           order by record.id limit ${MOST})
        )
        select key, name, owner from (
          select distinct on (candidate.key) candidate.key, shown.name, shown.owner_name as owner
          from candidate join catalogue.published_service shown on shown.id = candidate.id
          where candidate.id <> ${draft.id}
          order by candidate.key, candidate.turn) listed
        order by lower(name->>'nb') collate "C", key`,
  )
}
