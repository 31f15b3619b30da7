import { today } from '#platform/clock.ts'
import { csvFile } from '#platform/http/csv.ts'
import { notFound, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import type { IdParams } from '../paper/paper.schema.ts'
import { listStatements } from './consultation.store.ts'
import { findWithPlan } from './consultation.tsx'
import { statementLines } from './statement-lines.ts'

/** What was said in a consultation and what was done with it, for a spreadsheet; also those who were invited and have said nothing. */
export async function downloadStatements(
  context: Context<'GET', typeof IdParams, undefined, undefined, Action>,
): Promise<Result> {
  const { tx, language, clock } = context
  const found = await findWithPlan(context, context.input.params.id)
  if (!found) return notFound()
  const statements = await listStatements(tx, [found.consultation.id])
  return csvFile(
    `horing-${today(clock)}.csv`,
    statementLines(found.consultation, statements, localeOf(language)),
  )
}
