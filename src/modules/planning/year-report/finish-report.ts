import type { Tx } from '#platform/db/sql.ts'
import type { FinishForm } from '../goals/goal.schema.ts'
import type { Year } from '../goals/year.ts'
import { takeYear } from './take-year.ts'
import { insertReport, listReports, waitForYear } from './year-report.store.ts'

/**
 * Finishes the report of a year, once for each form.
 * @param day today, `YYYY-MM-DD`
 * @returns `meanwhile` when somebody else has finished one of the year since the form was opened: then nothing is kept
 */
export async function finishReport(
  tx: Tx,
  year: Year,
  day: string,
  { submission, kjent }: FinishForm,
  personId: string,
): Promise<'finished' | 'meanwhile'> {
  await waitForYear(tx, year.home.id, year.year)
  const before = (await listReports(tx, year.home.id)).filter(report => report.year === year.year)
  if (before.some(report => report.submission === submission)) return 'finished'
  if (before.length !== kjent) return 'meanwhile'
  const content = takeYear(year, day)
  await insertReport(tx, { organizationId: year.home.id, year: year.year, submission, content }, personId)
  return 'finished'
}
