import * as z from 'zod'
import { exec, many, maybe, oneAtATime, sql, value, type Tx } from '#platform/db/sql.ts'
import type { Home } from '../paper/home.store.ts'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { YearSnapshot } from './year-report.schema.ts'

const YearReport = z.object({
  id: z.string(),
  year: z.number(),
  submission: z.string(),
  finished_by: z.string().nullable(),
  finished_at: z.date(),
})
/** That the report of a year was finished, and by whom. */
export type YearReport = z.output<typeof YearReport>

/** The finished reports of an organisation, the last year first, and of a year the last. */
export function listReports(tx: Tx, organizationId: string): Promise<YearReport[]> {
  return many(
    tx,
    YearReport,
    sql`select id, year, submission, finished_by, finished_at from planning.year_report
        where organization_id = ${organizationId} order by year desc, finished_at desc, id desc`,
  )
}

const Frozen = z.object({ organization_id: z.string(), content: YearSnapshot, hash: z.string() })

/** What was frozen, with its hash in hexadecimal digits. Null: there is none, or it is not for who acts to see. */
export function findYearSnapshot(tx: Tx, id: string): Promise<z.output<typeof Frozen> | null> {
  return maybe(
    tx,
    Frozen,
    sql`select report.organization_id, snapshot.content, encode(snapshot.hash, 'hex') as hash
        from planning.year_report_snapshot snapshot join planning.year_report report on report.id = snapshot.report_id
        where report.id = ${id}`,
  )
}

/** Those who finish the same year wait for each other. */
export async function waitForYear(tx: Tx, organizationId: string, year: number): Promise<void> {
  await oneAtATime(tx, `planning.year_report ${organizationId} ${year}`)
}

type NewReport = { organizationId: string; year: number; submission: string; content: YearSnapshot }

/** @throws when who acts does not lead the organisation as a whole */
export async function insertReport(tx: Tx, report: NewReport, personId: string): Promise<void> {
  const id = await value(
    tx,
    z.string(),
    sql`insert into planning.year_report (organization_id, year, submission, finished_by)
        values (${report.organizationId}, ${report.year}, ${report.submission}, ${personId}) returning id`,
  )
  await exec(
    tx,
    sql`insert into planning.year_report_snapshot (report_id, content) values (${id}, ${JSON.stringify(report.content)})`,
  )
}

const Led = z.object({ id: z.string(), name: StoredTextSchema, area: z.string().nullable() })

/** Organisations that who acts leads as a whole. */
export function listLed(tx: Tx): Promise<Home[]> {
  return many(
    tx,
    Led,
    sql`select organization.id, organization.name, organization.area_code as area
        from organizations.named_organization organization
        where organization.id = any ((select organizations.reach('{leader}'))::uuid[])`,
  )
}
