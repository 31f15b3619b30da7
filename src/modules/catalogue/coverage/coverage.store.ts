import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { exec, many, maybe, oneAtATime, sql, type Reader, type Tx } from '#platform/db/sql.ts'

const Asked = z.object({
  id: z.string(),
  draft_id: z.string(),
  area_code: z.string(),
  name: z.string(),
  message: z.string().nullable(),
  asked_at: z.date(),
  accepted: z.boolean().nullable(),
  reason: z.string().nullable(),
  decided_at: z.date().nullable(),
  /** May who acts answer? Else it is her own question. */
  is_mine: z.boolean(),
  owner: StoredTextSchema.nullable(),
})
/** A question whether a service may be shown in an area, with the answer that holds. */
export type CoverageQuestion = z.output<typeof Asked>

const columns = sql`request.id, request.draft_id, request.area_code, request.name, request.message, request.asked_at,
  decision.accepted, decision.reason, decision.decided_at,
  catalogue.decider_of(request.area_code) = any ((select organizations.reach_areas('{coordinator}'))::text[]) as is_mine,
  coalesce(
    (select owner.name from organizations.named_organization owner
     where owner.key = coalesce(publication.document->'organizations'->0->>'organization', '')),
    -- Of what is public everybody knows whose it is.
    (select owner.name from catalogue.service join organizations.named_organization owner on owner.id = service.owner_id
     where service.id = request.draft_id)) as owner`

const from = sql`from catalogue.coverage_request request
  left join lateral (
    select accepted, reason, decided_at from catalogue.coverage_decision
    where request_id = request.id order by by_agreement, number desc limit 1) decision on true
  left join lateral (
    select document from catalogue.publication where publication.draft_id = request.draft_id
    order by number desc limit 1) publication on true`

/** Questions to who acts as a coordinator: those without an answer first, then the latest. */
export function listQuestionsToMe(tx: Reader): Promise<CoverageQuestion[]> {
  return many(
    tx,
    Asked,
    sql`select ${columns} ${from}
        where catalogue.decider_of(request.area_code) = any ((select organizations.reach_areas('{coordinator}'))::text[])
        order by decision.accepted is not null, request.number desc limit 200`,
  )
}

/** Null: there is none, or it is not for who acts. */
export function findQuestion(tx: Reader, id: string): Promise<CoverageQuestion | null> {
  return maybe(tx, Asked, sql`select ${columns} ${from} where request.id = ${id}`)
}

/** What a draft's owner has asked others, and their answers. */
export function listQuestionsOf(tx: Reader, draftId: string): Promise<CoverageQuestion[]> {
  return many(
    tx,
    Asked,
    sql`select ${columns} ${from} where request.draft_id = ${draftId} order by request.number`,
  )
}

/** Those who answer the same question wait for each other. */
export async function waitForQuestion(tx: Tx, requestId: string): Promise<void> {
  await oneAtATime(tx, `catalogue.coverage_request ${requestId}`)
}

/** @throws when who acts is no coordinator of the area */
export async function insertCoverageDecision(
  tx: Tx,
  requestId: string,
  decision: { accepted: boolean; reason: string | null },
  personId: string,
): Promise<void> {
  await exec(
    tx,
    sql`insert into catalogue.coverage_decision (request_id, accepted, reason, decided_by)
        values (${requestId}, ${decision.accepted}, ${decision.reason}, ${personId})`,
  )
}

const Hidden = z.object({ area_code: z.string(), reason: z.string() })

/** Where a draft's service is hidden now, and why. */
export function listHidings(tx: Reader, draftId: string): Promise<z.output<typeof Hidden>[]> {
  return many(
    tx,
    Hidden,
    sql`select area_code, reason from catalogue.hiding where draft_id = ${draftId}
          and not exists (select from catalogue.hiding_end where hiding_id = hiding.id)
        order by hidden_at`,
  )
}

/** Areas of a draft for which others must be asked, and have not been. @param areas codes */
export async function listToAsk(tx: Reader, draftId: string, areas: string[]): Promise<string[]> {
  const rows = await many(
    tx,
    z.object({ area: z.string() }),
    sql`select wanted.area from catalogue.draft cross join unnest(${areas}::text[]) wanted (area)
        where draft.id = ${draftId} and not catalogue.covers_freely(draft.owner_id, wanted.area)
          and not exists (select from catalogue.coverage_request request
            where request.draft_id = draft.id and request.area_code = wanted.area)`,
  )
  return rows.map(row => row.area)
}
