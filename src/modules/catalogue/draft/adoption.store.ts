import * as z from 'zod'
import { exec, many, sql, type Tx } from '#platform/db/sql.ts'

/**
 * Gives every published service a draft to go on from, as published by the operator, and with it the consent of those it is
 * shown to. A draft that a person has worked on stays as it is. May be run again at any time.
 */
export async function adoptPublished(tx: Tx): Promise<void> {
  await exec(
    tx,
    sql`insert into catalogue.draft (id, key, owner_id, unit_id, revision, document)
        select record.id, record.key, record.owner_id, unit.id, 1, v.document - '{key,confirmed,confirm_by,organizations}'::text[]
          || case when others.list is null then '{}' else jsonb_build_object('organizations', others.list) end
        from catalogue.service
        join catalogue.service_record record on record.id = service.id
        join catalogue.service_version v on v.service_id = service.id and v.version = service.version
        cross join lateral (
          select jsonb_agg(part) filter (where part->>'role' <> 'owner') as list,
            min(part->>'unit') filter (where part->>'role' = 'owner') as unit_key
          from jsonb_array_elements(v.document->'organizations') part) others
        left join organizations.named_unit unit on unit.key = others.unit_key and unit.organization_id = record.owner_id
        on conflict (id) do update set document = excluded.document, revision = draft.revision + 1
        where draft.document <> excluded.document
          and not exists (select from catalogue.draft_step where draft_id = draft.id and person_id is not null)`,
  )
  await exec(
    tx,
    sql`with made as (
          insert into catalogue.publication (draft_id, revision, document, submission)
          select draft.id, draft.revision, v.document, gen_random_uuid()
          from catalogue.draft
          join catalogue.service on service.id = draft.id
          join catalogue.service_version v on v.service_id = service.id and v.version = service.version
          where not exists (select from catalogue.draft_step where draft_id = draft.id and person_id is not null)
            and not exists (select from catalogue.publication where draft_id = draft.id and revision = draft.revision)
          returning id, draft_id
        )
        insert into catalogue.publication_version (publication_id, service_id, version)
        select made.id, service.id, service.version from made join catalogue.service on service.id = made.draft_id`,
  )
  await exec(
    tx,
    sql`with asked as (
          insert into catalogue.coverage_request (draft_id, area_code, name)
          select draft.id, area.area_code, draft.document->'name'->>'nb'
          from catalogue.draft join catalogue.service_area area on area.service_id = draft.id
          where not catalogue.covers_freely(draft.owner_id, area.area_code)
            and not exists (select from catalogue.coverage_request request
              where request.draft_id = draft.id and request.area_code = area.area_code)
          returning id
        )
        insert into catalogue.coverage_decision (request_id, accepted) select id, true from asked`,
  )
}

/** Keys of services that persons have worked on, or taken away: what files say of them is the past. */
export async function listWorkedOn(tx: Tx): Promise<string[]> {
  const rows = await many(
    tx,
    z.object({ key: z.string() }),
    sql`select key from catalogue.draft
        where exists (select from catalogue.draft_step where draft_id = draft.id and person_id is not null)
          or exists (select from catalogue.archiving where draft_id = draft.id)`,
  )
  return rows.map(row => row.key)
}

export type DraftEntry = {
  id: string
  key: string
  owner: string
  unit: string | null
  fields: Record<string, unknown>
  message: string | null
  reason: string | null
  publication: { from: string | null; to: string | null } | null
  isAsked: boolean
}

/** Writes a draft from a file, with what was done to it. Once: afterwards it belongs to those who work on it. */
export async function insertDraftEntry(tx: Tx, entry: DraftEntry): Promise<void> {
  const inserted = await exec(
    tx,
    sql`insert into catalogue.draft (id, key, owner_id, unit_id, document, revision)
        select ${entry.id}, ${entry.key}, organization.id, unit.id, ${JSON.stringify(entry.fields)}, 1
        from organizations.named_organization organization
        left join organizations.named_unit unit on unit.key = ${entry.unit} and unit.organization_id = organization.id
        where organization.key = ${entry.owner}
        on conflict do nothing`,
  )
  if (inserted === 0) return
  if (entry.isAsked) {
    await exec(
      tx,
      sql`with asked as (
            insert into catalogue.review_request (draft_id, revision, message, submission)
            values (${entry.id}, 1, ${entry.message}, gen_random_uuid()) returning id)
          insert into catalogue.review_decision (request_id, outcome, reason)
          select id, 'sent-back', ${entry.reason} from asked where ${entry.reason}::text is not null`,
    )
  }
  if (!entry.publication) return
  await exec(
    tx,
    sql`insert into catalogue.publication (draft_id, revision, submission, valid_from, valid_to)
        values (${entry.id}, 1, gen_random_uuid(), ${entry.publication.from}, ${entry.publication.to})`,
  )
  await exec(
    tx,
    sql`insert into catalogue.coverage_request (draft_id, area_code, name)
        select draft.id, wanted.area, draft.document->'name'->>'nb'
        from catalogue.draft cross join lateral jsonb_array_elements_text(draft.document->'coverage') wanted (area)
        where draft.id = ${entry.id} and not catalogue.covers_freely(draft.owner_id, wanted.area)`,
  )
}
