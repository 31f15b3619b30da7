import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { exec, many, one, sql, type Reader, type Sql, type Tx } from '#platform/db/sql.ts'

/** How often the page of each service was looked at on a day. */
export type ViewsOfDay = {
  /** `YYYY-MM-DD`, in Norway. */
  day: string
  /** By id of the service. */
  counts: ReadonlyMap<string, number>
}

/** Adds them to what is there. Gives nothing back. */
export async function noteViews(tx: Tx, { day, counts }: ViewsOfDay): Promise<void> {
  await exec(
    tx,
    sql`select catalogue.note_views(${day}::date, ${[...counts.keys()]}::uuid[], ${[...counts.values()]}::integer[])`,
  )
}

/** Takes away what is older than 25 months. As the worker. @param day today, `YYYY-MM-DD` */
export async function forgetViews(tx: Tx, day: string): Promise<void> {
  await exec(tx, sql`select catalogue.forget_views(${day}::date)`)
}

/** Days of a period; it ends yesterday, since today is not over. */
const PERIOD = 30

/** A number as it may be shown (catalogue.coarse): to the nearest five; null for one to four. */
const About = z.number().nullable()

const Periods = z.object({ last: About, before: About, year: About })
/** Views of the last 30 whole days, of the 30 before, and of the last 365. */
export type Periods = z.output<typeof Periods>

const periods = (today: string): Sql => sql`
  catalogue.coarse(sum(seen.count) filter (where seen.day >= ${today}::date - ${PERIOD}::integer)) as last,
  catalogue.coarse(sum(seen.count) filter (where seen.day < ${today}::date - ${PERIOD}::integer
    and seen.day >= ${today}::date - 2 * ${PERIOD}::integer)) as before,
  catalogue.coarse(sum(seen.count)) as year`

/** Those of the last 365 whole days, of services that who acts works with, or of one of them. */
const seen = (today: string, id: string | null): Sql => sql`
  left join catalogue.service_view_day seen on seen.service_id = draft.id
    and seen.day >= ${today}::date - 365 and seen.day < ${today}::date
  where ${id}::uuid is null or draft.id = ${id}::uuid`

/** All of the services that who acts works with together, or one of them. @param today `YYYY-MM-DD` */
export function countViews(tx: Reader, today: string, id: string | null): Promise<Periods> {
  return one(tx, Periods, sql`select ${periods(today)} from catalogue.draft ${seen(today, id)}`)
}

const Month = z.object({ month: z.string(), views: About })
/** A month by its first day. */
export type Month = z.output<typeof Month>

const Span = z.object({ from: z.string(), views: About })
/** A month or a day, by its first day. */
export type Span = z.output<typeof Span>

/** This month and the twelve before, the latest first, up to and with yesterday; of all services that who acts works with, or of one. */
export function listMonths(tx: Reader, today: string, id: string | null): Promise<Span[]> {
  return many(
    tx,
    Span,
    sql`select months.first::date as "from",
          (select catalogue.coarse(sum(seen.count))
            from catalogue.draft join catalogue.service_view_day seen on seen.service_id = draft.id
            where (${id}::uuid is null or draft.id = ${id}::uuid)
              and seen.day >= months.first and seen.day < least(months.first + interval '1 month', ${today}::date)) as views
        from generate_series(date_trunc('month', ${today}::date) - interval '12 months', date_trunc('month', ${today}::date),
          interval '1 month') months (first)
        order by months.first desc`,
  )
}

/** The last 30 whole days of a service, the latest first. */
export function listDays(tx: Reader, today: string, id: string): Promise<Span[]> {
  return many(
    tx,
    Span,
    sql`select days.day::date as "from", catalogue.coarse(coalesce(seen.count, 0)) as views
        from generate_series(${today}::date - ${PERIOD}::integer, ${today}::date - 1, interval '1 day') days (day)
        left join catalogue.service_view_day seen on seen.service_id = ${id}::uuid and seen.day = days.day
        order by days.day desc`,
  )
}

const Viewed = Periods.extend({ id: z.string(), name: StoredTextSchema })
export type Viewed = z.output<typeof Viewed>

/** The longest list of a page. */
export const MOST_VIEWED = 300

/** Published services that who acts works with, those looked at most first. */
export function listViewed(tx: Reader, today: string): Promise<Viewed[]> {
  return many(
    tx,
    Viewed,
    sql`select draft.id, shown.name, ${periods(today)}
        from catalogue.draft join catalogue.published_service shown on shown.id = draft.id
        ${seen(today, null)}
        group by draft.id, shown.name
        order by coalesce(sum(seen.count) filter (where seen.day >= ${today}::date - ${PERIOD}::integer), 0) desc, shown.name->>'nb', draft.id
        limit ${MOST_VIEWED}`,
  )
}
