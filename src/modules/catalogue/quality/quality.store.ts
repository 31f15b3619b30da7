import * as z from 'zod'
import { many, sql, type Reader } from '#platform/db/sql.ts'
import type { Lookalike } from './quality.ts'

/** The places of postcodes; those that do not exist are left out. */
export async function listPostcodes(tx: Reader, postcodes: string[]): Promise<Map<string, string>> {
  if (postcodes.length === 0) return new Map()
  const rows = await many(
    tx,
    z.object({ postcode: z.string(), place: z.string() }),
    sql`select postcode, place from areas.postcode_point where postcode = any(${postcodes}::text[])`,
  )
  return new Map(rows.map(row => [row.postcode, row.place]))
}

/** How much of the letters (trigrams) two names share before they are taken for the same, and how much two sentences. */
const ALIKE = { name: 0.55, summary: 0.6 }

/**
 * Public services, and drafts that who acts may see, that are likely the same: a name or a sentence much alike, in an area that
 * overlaps.
 * @param coverage codes of areas
 */
export function listLookalikes(
  tx: Reader,
  draft: { id: string; name: string; summary: string; coverage: string[] },
): Promise<Lookalike[]> {
  if (draft.name.length < 3 || draft.coverage.length === 0) return Promise.resolve([])
  return many(
    tx,
    z.object({ id: z.string(), name: z.string(), owner: z.string() }),
    sql`with near as (
          select descendant_code as code from areas.closure where ancestor_code = any(${draft.coverage}::text[])
          union select ancestor_code from areas.closure where descendant_code = any(${draft.coverage}::text[])
        ),
        candidate as (
          select document.service_id as id, document.owner_id, document.name->>'nb' as name, document.summary->>'nb' as summary
          from catalogue.search_document document
          where exists (select from catalogue.service_area area join near on near.code = area.area_code
            where area.service_id = document.service_id)
          union
          select draft.id, draft.owner_id, draft.document->'name'->>'nb', draft.document->'summary'->>'nb'
          from catalogue.draft
          where exists (select from jsonb_array_elements_text(draft.document->'coverage') area join near on near.code = area)
        )
        select distinct on (candidate.id) candidate.id, candidate.name, coalesce(owner.name->>'nb', '') as owner
        from candidate join organizations.named_organization owner on owner.id = candidate.owner_id
        where candidate.id <> ${draft.id} and candidate.name is not null
          and (similarity(candidate.name, ${draft.name}) >= ${ALIKE.name}
            or (length(${draft.summary}::text) > 20 and similarity(coalesce(candidate.summary, ''), ${draft.summary}) >= ${ALIKE.summary}))
        order by candidate.id
        limit 3`,
  )
}
