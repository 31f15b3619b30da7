import type { Locale } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import { reportWords } from './report-words.ts'
import type { YearSnapshot } from './year-report.schema.ts'

/** The parts of a finished report that are tables of their own, by the names they have in addresses. */
export const finishedParts = ['mal', 'tiltak', 'okonomi'] as const
export type FinishedPart = (typeof finishedParts)[number]

/**
 * A part of a finished yearly report as a table: made of what was frozen and of nothing else, words included, so that it says the same each
 * time. Of goals a line for each year.
 */
export function finishedTable(
  { year, groups, measures, money, words: frozen }: YearSnapshot,
  part: FinishedPart,
  { text, localText }: Locale,
): { caption: string; lines: string[][] } {
  const words: Record<keyof typeof reportWords, Message> = { ...reportWords, ...frozen }
  const heads = (...of: Message[]) => of.map(word => text(word))
  switch (part) {
    case 'mal': {
      const standings: Record<YearSnapshot['groups'][number]['goals'][number]['standing'], Message> = {
        reached: words.reached,
        'on-the-way': words.onTheWay,
        behind: words.behind,
        unknown: words.unknown,
      }
      return {
        caption: text(words.goals),
        lines: [
          heads(
            words.goal,
            words.parent,
            words.unit,
            words.indicator,
            words.baseline,
            words.target,
            words.standing,
            words.year,
            words.figure,
            words.comment,
          ),
          ...groups.flatMap(({ master, goals }) =>
            goals.flatMap(goal => {
              const before = [
                goal.title,
                master ?? '',
                localText(goal.unit),
                goal.indicator,
                localText(goal.baseline),
                localText(goal.target),
                text(standings[goal.standing]),
              ]
              if (goal.figures.length === 0) return [[...before, '', '', '']]
              return goal.figures.map(one => [
                ...before,
                String(one.year),
                one.value === null ? text(words.takenBack) : localText(one.value),
                one.comment ?? '',
              ])
            }),
          ),
        ],
      }
    }
    case 'tiltak': {
      const states: Record<YearSnapshot['measures'][number]['state'], Message> = {
        'not-started': words.notStarted,
        started: words.started,
        done: words.done,
        stopped: words.stopped,
      }
      const late = { start: words.lateStart, end: words.lateEnd }
      return {
        caption: text(words.measures),
        lines: [
          heads(words.measure, words.plan, words.who, words.when, words.status, words.late),
          ...measures.map(one => [
            one.title,
            one.plan,
            one.responsible,
            localText(one.time),
            text(states[one.state]),
            one.lateness ? text(late[one.lateness]) : '',
          ]),
        ],
      }
    }
    case 'okonomi':
      return {
        caption: text(words.economy, { year: String(year) }),
        lines: [
          heads(words.moneyKind, words.kroner),
          ...money.rows.map(row => [localText(row.kind), String(row.sum)]),
        ],
      }
  }
}
