import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { many, sql, type Reader } from '#platform/db/sql.ts'
import { deadLinks } from '../links/link-check.store.ts'

/** Days before the date from which a service is to be confirmed, and after it from which archiving is offered. */
export const DUE_DAYS = 30
export const ARCHIVE_DAYS = 90

const waitingKinds = [
  'confirm',
  'archive',
  'sent-back',
  'review',
  'publish',
  'coverage',
  'first-approval',
  'feedback',
  'links',
  'unconfirmed',
  'left',
] as const
export type WaitingKind = (typeof waitingKinds)[number]

const WaitingRow = z.object({
  kind: z.enum(waitingKinds),
  /** Of the service, or of the question about it; of `links`, `unconfirmed` and `left` the word itself. */
  id: z.string(),
  name: StoredTextSchema.nullable(),
  due: z.string().nullable(),
  since: z.string().nullable(),
  /** How many there are of the kind. */
  total: z.number(),
})
export type WaitingRow = z.output<typeof WaitingRow>

/** Services past their date that a coordinator hears of: of her organisation, and those that name her area as theirs. */
const unconfirmed = (today: string) => sql`
  select service.id, service.confirm_by from catalogue.service
  where service.confirm_by < ${today}::date and (
    exists (select from catalogue.service_area area where area.service_id = service.id
      and area.area_code = any ((select organizations.reach_areas('{coordinator}'))::text[]))
    or exists (select from catalogue.draft where draft.id = service.id
      and coalesce(draft.unit_id, draft.owner_id) = any ((select organizations.reach('{coordinator}'))::uuid[])))`

/** Published services of places that have nobody, and are left to who acts. */
const left = sql`
  select service.id, service.confirm_by from catalogue.service join catalogue.draft on draft.id = service.id
  where coalesce(draft.unit_id, draft.owner_id) = any ((select organizations.left_to_me())::uuid[])`

/**
 * What waits for who acts, in one statement: the first of each kind, with how many there are. What she may not do or see is not
 * among it, by the policies of the tables and her reach.
 * @param today `YYYY-MM-DD`
 * @param limit of each kind
 */
export function listWaiting(
  tx: Reader,
  personId: string,
  today: string,
  limit: number,
): Promise<WaitingRow[]> {
  return many(
    tx,
    WaitingRow,
    sql`with waiting (kind, id, name, due, since) as (
          select case when service.confirm_by < ${today}::date - ${ARCHIVE_DAYS}::integer
                and coalesce(draft.unit_id, draft.owner_id) = any ((select organizations.reach('{publisher}'))::uuid[])
              then 'archive' else 'confirm' end,
            draft.id::text, draft.document->'name', service.confirm_by, null::date
          from catalogue.service join catalogue.draft on draft.id = service.id
          where service.confirm_by <= ${today}::date + ${DUE_DAYS}::integer
            and coalesce(draft.unit_id, draft.owner_id) = any ((select organizations.reach('{editor,publisher,administrator}'))::uuid[])
          union all
          select case states.state when 'sent-back' then 'sent-back' when 'in-review' then 'review' else 'publish' end,
            draft.id::text, draft.document->'name', null,
            (coalesce(decision.decided_at, request.asked_at) at time zone 'Europe/Oslo')::date
          from catalogue.draft
          join catalogue.draft_states(${today}::date) states on states.draft_id = draft.id
          join lateral (
            select id, asked_by, asked_at from catalogue.review_request where draft_id = draft.id
            order by number desc limit 1) request on true
          left join catalogue.review_decision decision on decision.request_id = request.id
          where case states.state
            when 'sent-back' then coalesce(draft.unit_id, draft.owner_id) =
              any ((select organizations.reach('{editor,publisher,administrator}'))::uuid[])
            when 'in-review' then coalesce(draft.unit_id, draft.owner_id) =
                any ((select organizations.reach('{publisher}'))::uuid[])
              and not (catalogue.needs_two_persons(draft.owner_id) and request.asked_by is not distinct from ${personId}::uuid)
            when 'approved' then coalesce(draft.unit_id, draft.owner_id) =
              any ((select organizations.reach('{publisher}'))::uuid[])
            else false end
          union all
          select case when owner.level in ('voluntary', 'private') then 'first-approval' else 'coverage' end,
            request.id::text, jsonb_build_object('nb', request.name), null, (request.asked_at at time zone 'Europe/Oslo')::date
          from catalogue.coverage_request request
          left join lateral (
            select document from catalogue.publication where publication.draft_id = request.draft_id
            order by number desc limit 1) publication on true
          left join organizations.named_organization owner
            on owner.key = publication.document->'organizations'->0->>'organization'
          where catalogue.decider_of(request.area_code) = any ((select organizations.reach_areas('{coordinator}'))::text[])
            and not exists (select from catalogue.coverage_decision where request_id = request.id)
          union all
          select 'feedback', feedback.id::text, draft.document->'name', null, feedback.created_on
          from catalogue.feedback left join catalogue.draft on draft.id = feedback.service_id
          where (feedback.kind = 'error' or feedback.message is not null)
            and not exists (select from catalogue.feedback_closing where feedback_id = feedback.id)
            and (feedback.service_id is null or coalesce(draft.unit_id, draft.owner_id) =
              any ((select organizations.reach('{editor,publisher,administrator}'))::uuid[]))
        ),
        counted as (
          select waiting.*, count(*) over (partition by kind) as total,
            row_number() over (partition by kind order by coalesce(due, since), id) as place
          from waiting
        )
        select kind, id, name, due, since, total from (
          select kind, id, name, due, since, total, place from counted where place <= ${limit}
          union all
          select 'links', 'links', null, null, min(dead.failing_since), count(*), 1 from (${deadLinks}) dead having count(*) > 0
          union all
          select 'unconfirmed', 'unconfirmed', null, min(late.confirm_by), null, count(*), 1
          from (${unconfirmed(today)}) late having count(*) > 0
          union all
          select 'left', 'left', null, min(alone.confirm_by), null, count(*), 1 from (${left}) alone having count(*) > 0) listed
        order by array_position(${[...waitingKinds]}::text[], kind), place`,
  )
}

const Neglected = z.object({
  id: z.string(),
  slug: z.string(),
  name: StoredTextSchema,
  owner_name: StoredTextSchema,
  confirm_by: z.string(),
  /** Does who acts see it as those who work on it do? */
  sees_draft: z.boolean(),
})
/** A public service past its date, or that nobody answers for. */
export type Neglected = z.output<typeof Neglected>

const neglected = sql`select shown.id, shown.slug, shown.name, shown.owner_name, shown.confirm_by,
  exists (select from catalogue.draft where draft.id = shown.id) as sees_draft
  from catalogue.published_service shown`

/** The longest list of a page. */
export const NEGLECTED = 300

/** Those past their date that who acts hears of as a coordinator, the longest past first. @param today `YYYY-MM-DD` */
export function listUnconfirmed(tx: Reader, today: string): Promise<Neglected[]> {
  return many(
    tx,
    Neglected,
    sql`${neglected} where shown.id in (select id from (${unconfirmed(today)}) late)
        order by shown.confirm_by, shown.id limit ${NEGLECTED}`,
  )
}

/** Those of places that have nobody, and are left to who acts. */
export function listLeft(tx: Reader): Promise<Neglected[]> {
  return many(
    tx,
    Neglected,
    sql`${neglected} where shown.id in (select id from (${left}) alone)
        order by shown.confirm_by, shown.id limit ${NEGLECTED}`,
  )
}
