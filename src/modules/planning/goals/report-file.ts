import { today } from '#platform/clock.ts'
import { csvFile } from '#platform/http/csv.ts'
import { notFound, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { localeOf, type Locale } from '#platform/i18n/locale.tsx'
import { sumEconomy } from '../measure/rules.ts'
import { listUnits, type Unit } from '../paper/home.store.ts'
import { listNames } from '../paper/paper.store.ts'
import { economyNames } from '../paper/words.ts'
import { measureLines } from '../plan/plan-file.ts'
import { finishedListLines } from '../year-report/finished-list-lines.ts'
import { listReports } from '../year-report/year-report.store.ts'
import { figureLines } from './goal-file.ts'
import type { ReportFileQuery } from './goal.schema.ts'
import { reportMessages } from './messages.ts'
import { chooseYear, isTold } from './report.tsx'
import { shortLines } from './short-lines.ts'
import { lookAtYear, moneyOf, type Year } from './year.ts'

/**
 * A part of the yearly report as it stands now, for a spreadsheet: goals with their figures, measures, the money of the year, or what is
 * told in short; or which reports are finished, of all years.
 */
export async function downloadReport(
  context: Context<'GET', undefined, typeof ReportFileQuery, undefined, Action>,
): Promise<Result> {
  const { tx, input, language, clock } = context
  const chosen = await chooseYear(context, input.query)
  if (!chosen) return notFound()
  const { home, year } = chosen
  const locale = localeOf(language)
  if (input.query.del === 'ferdige') {
    const reports = await listReports(tx, home.id)
    const names = await listNames(
      tx,
      reports.map(report => report.finished_by),
    )
    return csvFile(`arsrapporter-${today(clock)}.csv`, finishedListLines(reports, names, locale))
  }
  const look = await lookAtYear(tx, home, year, today(clock))
  if (!isTold(look)) return notFound()
  switch (input.query.del) {
    case 'tiltak':
      return csvFile(`arsrapport-${year}-tiltak.csv`, planned(look, await listUnits(tx, home.id), locale))
    case 'kort':
      return csvFile(`arsrapport-${year}-kort.csv`, shortLines(look, locale))
    case 'okonomi':
      return csvFile(`arsrapport-${year}-okonomi.csv`, spent(look, locale))
    default:
      return csvFile(`arsrapport-${year}-mal.csv`, figureLines(look.goals, look.goals, look.units, locale))
  }
}

/** The measures of the year, as in the file of a plan, each with its plan. */
function planned({ measures }: Year, units: readonly Unit[], locale: Locale): string[][] {
  const [head] = measureLines([], units, locale)
  return [
    [locale.text(reportMessages.plan), ...head!],
    ...measures.map(({ plan, measure }) => [plan, ...measureLines([measure], units, locale)[1]!]),
  ]
}

function spent(look: Year, { text }: Locale): string[][] {
  return [
    [text(reportMessages.moneyKind), text(reportMessages.kroner)],
    ...sumEconomy(moneyOf(look)).rows.map(row => [text(economyNames[row.kind]), String(row.sum)]),
  ]
}
