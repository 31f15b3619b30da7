import * as z from 'zod'
import { many, sql, type Reader } from '#platform/db/sql.ts'
import { ServiceDocument } from '../document/document.schema.ts'
import type { ExportedService } from './hsds.ts'

/**
 * The services of an organisation as they were last published, of those that who acts may see the drafts of. What is archived is not
 * among them.
 */
export async function listExported(tx: Reader, ownerKey: string): Promise<ExportedService[]> {
  const rows = await many(
    tx,
    z.object({ id: z.string(), owner_id: z.string(), document: z.unknown() }),
    sql`select draft.id, draft.owner_id,
          jsonb_build_object('confirmed', coalesce(service.confirmed_on, (publication.published_at at time zone 'Europe/Oslo')::date))
            || publication.document as document
        from catalogue.draft
        join organizations.named_organization owner on owner.id = draft.owner_id
        join lateral (select * from catalogue.publication where draft_id = draft.id order by number desc limit 1) publication on true
        left join catalogue.service on service.id = draft.id
        where owner.key = ${ownerKey}
          and not exists (select from catalogue.archiving where publication_id = publication.id)
        order by draft.key`,
  )
  return rows.map(row => ({
    id: row.id,
    organizationId: row.owner_id,
    document: ServiceDocument.parse(row.document),
  }))
}
