import * as z from 'zod'
import { exec, many, maybe, sql, value, type Reader, type Tx } from '#platform/db/sql.ts'

/** What a publisher has decided about a draft, and for how long. Days are `YYYY-MM-DD`; null: at once, and with no end. */
export type PublicationWish = {
  revision: number
  submission: string
  note: string | null
  validFrom: string | null
  validTo: string | null
}

/**
 * Asks a publisher to look at a revision. The same form sent twice asks once.
 * @throws when who acts may not edit the draft, or it has another revision now
 */
export async function insertReviewRequest(
  tx: Tx,
  draftId: string,
  request: { revision: number; message: string | null; submission: string },
  personId: string,
): Promise<void> {
  await exec(
    tx,
    sql`insert into catalogue.review_request (draft_id, revision, message, submission, asked_by)
        select ${draftId}, ${request.revision}, ${request.message}, ${request.submission}, ${personId}
        where not exists (select from catalogue.review_request
          where submission = ${request.submission} and draft_id = ${draftId} and asked_by = ${personId})`,
  )
}

const Review = z.object({
  id: z.string(),
  revision: z.number(),
  message: z.string().nullable(),
  asked_by: z.string().nullable(),
  asked_at: z.date(),
  outcome: z.enum(['approved', 'sent-back']).nullable(),
  reason: z.string().nullable(),
  decided_by: z.string().nullable(),
  decided_at: z.date().nullable(),
})
export type Review = z.output<typeof Review>

/** Requests for review of a draft with their decisions, the last first. */
export function listReviews(tx: Reader, draftId: string): Promise<Review[]> {
  return many(
    tx,
    Review,
    sql`select request.id, request.revision, request.message, request.asked_by, request.asked_at, decision.outcome,
          decision.reason, decision.decided_by, decision.decided_at
        from catalogue.review_request request
        left join catalogue.review_decision decision on decision.request_id = request.id
        where request.draft_id = ${draftId} order by request.number desc`,
  )
}

/** @throws when who acts may not decide: no publisher, the one who asked where two are wanted, or another revision now */
export async function insertReviewDecision(
  tx: Tx,
  requestId: string,
  decision: { outcome: 'approved' | 'sent-back'; reason: string | null },
  personId: string,
): Promise<void> {
  await exec(
    tx,
    sql`insert into catalogue.review_decision (request_id, outcome, reason, decided_by)
        select ${requestId}, ${decision.outcome}, ${decision.reason}, ${personId}
        where not exists (select from catalogue.review_decision where request_id = ${requestId})`,
  )
}

export function needsTwoPersons(tx: Reader, organizationId: string): Promise<boolean> {
  return value(tx, z.boolean(), sql`select catalogue.needs_two_persons(${organizationId})`)
}

/**
 * Decides that a revision is to be public, and asks those whose areas it is to cover and who have not been asked. The same form
 * sent twice decides once. The public form is written by a job.
 * @throws when who acts may not publish the draft, another revision is there now, or two persons are wanted
 */
export async function insertPublication(
  tx: Tx,
  draftId: string,
  wish: PublicationWish,
  personId: string,
): Promise<void> {
  const publication = await maybe(
    tx,
    z.object({ name: z.string(), coverage: z.array(z.string()) }),
    sql`insert into catalogue.publication (draft_id, revision, note, valid_from, valid_to, submission, published_by)
        select ${draftId}, ${wish.revision}, ${wish.note}, ${wish.validFrom}, ${wish.validTo}, ${wish.submission}, ${personId}
        where not exists (select from catalogue.publication
          where submission = ${wish.submission} and draft_id = ${draftId} and published_by = ${personId}
            and valid_from is not distinct from ${wish.validFrom} and valid_to is not distinct from ${wish.validTo})
        returning coalesce(document->'name'->>'nb', document->'name'->>'nn', '') as name,
          coalesce(document->'coverage', '[]') as coverage`,
  )
  if (!publication) return
  await exec(
    tx,
    sql`insert into catalogue.coverage_request (draft_id, area_code, name, asked_by)
        select draft.id, wanted.area, ${publication.name.slice(0, 400)}, ${personId}
        from catalogue.draft cross join unnest(${publication.coverage}::text[]) wanted (area)
        where draft.id = ${draftId} and not catalogue.covers_freely(draft.owner_id, wanted.area)
          and not exists (select from catalogue.coverage_request request
            where request.draft_id = draft.id and request.area_code = wanted.area)`,
  )
  // Where two municipalities have agreed to it, nobody needs to answer.
  await exec(
    tx,
    sql`insert into catalogue.coverage_decision (request_id, accepted, by_agreement)
        select request.id, true, true
        from catalogue.coverage_request request join catalogue.draft on draft.id = request.draft_id
        where draft.id = ${draftId} and organizations.covers_by_agreement(draft.owner_id, request.area_code)
          and not exists (select from catalogue.coverage_decision where request_id = request.id)`,
  )
}

const Publication = z.object({
  id: z.string(),
  revision: z.number(),
  document: z.record(z.string(), z.unknown()),
  note: z.string().nullable(),
  valid_from: z.string().nullable(),
  valid_to: z.string().nullable(),
  published_by: z.string().nullable(),
  published_at: z.date(),
  archived_by: z.string().nullable(),
  archived_at: z.date().nullable(),
  reason: z.string().nullable(),
})
export type Publication = z.output<typeof Publication>

/** Publications of a draft that who acts may see, the last first. */
export function listPublications(tx: Reader, draftId: string): Promise<Publication[]> {
  return many(
    tx,
    Publication,
    sql`select publication.id, publication.revision, document, note, valid_from, valid_to, published_by, published_at,
          archived_by, archived_at, archiving.reason
        from catalogue.publication
        left join catalogue.archiving on archiving.publication_id = publication.id
        where publication.draft_id = ${draftId} order by publication.number desc`,
  )
}

/**
 * Puts a service away: all its publications that were not put away, or the draft when there is none.
 * @throws when who acts may not do so
 */
export async function insertArchiving(
  tx: Tx,
  draftId: string,
  archiving: { revision: number; reason: string | null },
  personId: string,
): Promise<void> {
  await exec(
    tx,
    sql`with open as materialized (
          select id from catalogue.publication
          where draft_id = ${draftId} and not exists (select from catalogue.archiving where publication_id = publication.id)
        )
        insert into catalogue.archiving (draft_id, revision, publication_id, reason, archived_by)
        select ${draftId}, ${archiving.revision}, ended.id, ${archiving.reason}, ${personId}
        from (select id from open union all select null where not exists (select from open)) ended`,
  )
}

/** @throws when who acts may not edit the service, or it is not public */
export async function insertConfirmation(
  tx: Tx,
  draftId: string,
  confirmation: { submission: string; confirmBy: string },
  personId: string,
): Promise<void> {
  await exec(
    tx,
    sql`insert into catalogue.confirmation (draft_id, confirm_by, submission, confirmed_by)
        select ${draftId}, ${confirmation.confirmBy}, ${confirmation.submission}, ${personId}
        where not exists (select from catalogue.confirmation
          where submission = ${confirmation.submission} and draft_id = ${draftId} and confirmed_by = ${personId}
            and confirm_by = ${confirmation.confirmBy})`,
  )
}
