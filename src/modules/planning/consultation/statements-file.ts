import { dayInNorway, today } from '#platform/clock.ts'
import { csvFile } from '#platform/http/csv.ts'
import { notFound, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { localeOf, type Locale } from '#platform/i18n/locale.tsx'
import type { IdParams } from '../paper/paper.schema.ts'
import { listStatements, type Consultation, type Statement } from './consultation.store.ts'
import { findWithPlan } from './consultation.tsx'
import { messages } from './messages.ts'
import { hasAnswered, outcomeNames } from './words.ts'

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

function statementLines(
  { fields }: Consultation,
  statements: readonly Statement[],
  { text }: Locale,
): string[][] {
  const silent = fields.invited.filter(group => !hasAnswered(group, statements))
  return [
    [
      messages.onBehalfOf,
      messages.fileGivenOn,
      messages.text,
      messages.outcome,
      messages.why,
      messages.fileAnsweredOn,
    ].map(message => text(message)),
    ...statements.map(one => [
      one.on_behalf_of,
      one.given_on,
      one.text,
      one.outcome === null ? '' : text(outcomeNames[one.outcome]),
      one.answer ?? '',
      one.answered_at === null ? '' : dayInNorway(one.answered_at),
    ]),
    ...silent.map(group => [group, text(messages.fileSilent), '', '', '', '']),
  ]
}
