import { dayInNorway } from '#platform/clock.ts'
import type { Locale } from '#platform/i18n/locale.tsx'
import { whoOf, type Names } from '../paper/words.ts'
import { messages } from './messages.ts'
import type { YearReport } from './year-report.store.ts'

/** The reports that are kept, each with who finished it and when: days as `YYYY-MM-DD`. */
export function finishedListLines(
  reports: readonly YearReport[],
  names: Names,
  { text }: Locale,
): string[][] {
  return [
    [messages.fileReport, messages.fileDay, messages.fileWho].map(label => text(label)),
    ...reports.map(({ year, finished_at: at, finished_by: by }) => [
      text(messages.report, { year: String(year) }),
      dayInNorway(at),
      whoOf(by, names),
    ]),
  ]
}
