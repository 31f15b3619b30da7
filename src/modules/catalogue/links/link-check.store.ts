import * as z from 'zod'
import { exec, many, sql, value, type Reader, type Tx } from '#platform/db/sql.ts'
import type { LinkOutcome } from './try-link.ts'

/** Links that are known to be well are tried again after these days; those that fail, on the next. */
const WELL_DAYS = 7
/** Longer ones are not tried: see `catalogue.link_check`. */
const LONGEST_BYTES = 2000

const LinkCheck = z.object({
  url: z.string(),
  checked_at: z.date(),
  outcome: z.string(),
  failing_since: z.string().nullable(),
  is_dead: z.boolean(),
})
/** How it went when a link of a service was tried last. Days are `YYYY-MM-DD`. */
export type LinkCheck = z.output<typeof LinkCheck>

/** Of the links that stand in a draft now. */
export function listLinkChecks(tx: Reader, draftId: string): Promise<LinkCheck[]> {
  return many(
    tx,
    LinkCheck,
    sql`select checked.url, checked.checked_at, checked.outcome, checked.failing_since, checked.is_dead
        from catalogue.link_check checked join catalogue.draft on draft.id = checked.draft_id
        where checked.draft_id = ${draftId}
          and draft.document->'links' @> jsonb_build_array(jsonb_build_object('url', checked.url))
        order by checked.url`,
  )
}

const Url = z.object({ url: z.string() })

/** All links of a draft as it is now. As the worker. */
export async function listLinksOf(tx: Tx, draftId: string): Promise<string[]> {
  const rows = await many(
    tx,
    Url,
    sql`select distinct link->>'url' as url
        from catalogue.draft cross join lateral jsonb_array_elements(draft.document->'links') link
        where draft.id = ${draftId} and octet_length(link->>'url') <= ${LONGEST_BYTES} order by 1`,
  )
  return rows.map(row => row.url)
}

/**
 * Public links whose turn it is, those that were never tried first, then the longest ago; of each server only some. As the worker.
 * @param day `YYYY-MM-DD`
 */
export async function listDueLinks(
  tx: Tx,
  day: string,
  { most, ofHost }: { most: number; ofHost: number },
): Promise<string[]> {
  const rows = await many(
    tx,
    Url,
    sql`with due as (
          select link.url, min(checked.checked_at) as checked_at
          from catalogue.link
          join catalogue.draft on draft.id = link.service_id
          left join catalogue.link_check checked on checked.draft_id = link.service_id and checked.url = link.url
          where octet_length(link.url) <= ${LONGEST_BYTES} and (
            checked.url is null
            or (checked.checked_at at time zone 'Europe/Oslo')::date
              <= ${day}::date - case when checked.failed_on is null then ${WELL_DAYS}::integer else 1 end)
          group by link.url
          order by 2 nulls first, md5(link.url)
          limit ${most * 10}
        ),
        placed as (
          select due.*, row_number() over (
            partition by lower(substring(due.url from '^[a-z]+://([^/?#]+)')) order by due.checked_at nulls first, md5(due.url)) as place
          from due
        )
        select url from placed where place <= ${ofHost} order by checked_at nulls first, md5(url) limit ${most}`,
  )
  return rows.map(row => row.url)
}

/** Links of other servers that answered when they were tried last: whether these do tells whether we reach anything. As the worker. */
export async function listWitnesses(tx: Tx, besides: readonly string[], most: number): Promise<string[]> {
  const rows = await many(
    tx,
    Url,
    sql`select url from (
          select distinct on (host) checked.url, checked.checked_at, host
          from (select url, checked_at from catalogue.link_check where outcome = 'ok' order by checked_at desc limit 200) checked
          cross join lateral substring(checked.url from '^[a-z]+://([^/?#]+)') host
          where host not in (select substring(tried from '^[a-z]+://([^/?#]+)') from unnest(${[...besides]}::text[]) tried)
          order by host, checked.checked_at desc) witness
        order by checked_at desc limit ${most}`,
  )
  return rows.map(row => row.url)
}

/**
 * Notes how it went, for every service that has the link. As the worker.
 * @param draftId a draft whose own links were tried, public or not
 * @param at when; `day` is the same in Oslo
 */
export async function noteOutcomes(
  tx: Tx,
  outcomes: ReadonlyMap<string, LinkOutcome>,
  { draftId, at, day }: { draftId: string | null; at: Date; day: string },
): Promise<void> {
  if (outcomes.size === 0) return
  await exec(
    tx,
    sql`with tried as (
          select * from unnest(${[...outcomes.keys()]}::text[], ${[...outcomes.values()]}::text[]) tried (url, outcome)
        ),
        has as (
          select link.service_id as draft_id, link.url from catalogue.link join catalogue.draft on draft.id = link.service_id
          where link.url in (select url from tried)
          union
          select checked.draft_id, checked.url from catalogue.link_check checked where checked.url in (select url from tried)
          union
          select ${draftId}::uuid, url from tried where ${draftId}::uuid is not null
        )
        insert into catalogue.link_check (draft_id, url, checked_at, outcome, failing_since, failed_on)
        select has.draft_id, tried.url, ${at}::timestamptz, tried.outcome,
          case when tried.outcome <> 'ok' then ${day}::date end, case when tried.outcome <> 'ok' then ${day}::date end
        from tried join has on has.url = tried.url
        on conflict (draft_id, url) do update set checked_at = excluded.checked_at, outcome = excluded.outcome,
          failing_since = case when excluded.outcome <> 'ok' then coalesce(link_check.failing_since, excluded.failing_since) end,
          failed_on = excluded.failed_on`,
  )
}

/** Notes that somebody asked and nothing could be reached: what was known of a link stays. As the worker. */
export async function noteNothingReached(
  tx: Tx,
  draftId: string,
  urls: readonly string[],
  at: Date,
): Promise<void> {
  await exec(
    tx,
    sql`insert into catalogue.link_check (draft_id, url, checked_at, outcome)
        select ${draftId}, url, ${at}::timestamptz, 'not-tried' from unnest(${[...urls]}::text[]) url
        on conflict (draft_id, url) do update set outcome = excluded.outcome`,
  )
}

/** Forgets links that stand nowhere any more. As the worker. */
export async function forgetGoneLinks(tx: Tx): Promise<void> {
  await exec(
    tx,
    sql`delete from catalogue.link_check checked
        where not exists (select from catalogue.link where link.service_id = checked.draft_id and link.url = checked.url)
          and not exists (select from catalogue.draft where draft.id = checked.draft_id
            and draft.document->'links' @> jsonb_build_array(jsonb_build_object('url', checked.url)))`,
  )
}

/** Dead links of the services that who acts keeps, as they stand there now. */
export const deadLinks = sql`
  select checked.draft_id, checked.failing_since from catalogue.link_check checked
  join catalogue.draft on draft.id = checked.draft_id
  join catalogue.service on service.id = draft.id
  where checked.is_dead
    and draft.document->'links' @> jsonb_build_array(jsonb_build_object('url', checked.url))
    and coalesce(draft.unit_id, draft.owner_id) = any ((select organizations.reach('{editor,publisher,administrator}'))::uuid[])`

/** How many services have one. */
export function countWithDeadLinks(tx: Reader): Promise<number> {
  return value(tx, z.number(), sql`select count(distinct draft_id) from (${deadLinks}) dead`)
}
