import type { Locale } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import { goalStates, type GoalState } from '../goals/rules.ts'
import { reportWords } from './report-words.ts'
import type { YearSnapshot } from './year-report.schema.ts'

/** The parts of a finished report that are tables of their own, by the names they have in addresses. */
export const finishedParts = ['kort', 'mal', 'tiltak', 'okonomi'] as const
export type FinishedPart = (typeof finishedParts)[number]

type Words = Record<keyof typeof reportWords, Message>

/**
 * A part of a finished yearly report as a table: made of what was frozen and of nothing else, words included, so that it says the same each
 * time. Of goals a line for each year.
 */
export function finishedTable(
  snapshot: YearSnapshot,
  part: FinishedPart,
  locale: Locale,
): { caption: string; lines: string[][] } {
  const { year, groups, measures, money, words: frozen } = snapshot
  const { text, localText } = locale
  const words: Words = { ...reportWords, ...frozen }
  const heads = (...of: Message[]) => of.map(word => text(word))
  switch (part) {
    case 'kort':
      return { caption: text(words.short), lines: shortLines(snapshot, words, locale) }
    case 'mal': {
      const standings = standingsIn(words)
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
          ...(money.rows.length > 0 ? [[text(words.sum), String(money.sum)]] : []),
          // How many they are is in the words: it is no sum of kroner.
          ...(money.without > 0 ? [[text(words.without, { n: money.without }), '']] : []),
        ],
      }
  }
}

/** What the report counts, in whole numbers, as the draft has it (goals/short-lines.ts). */
function shortLines(
  { year: ofYear, counts, measures, money, lacking }: YearSnapshot,
  words: Words,
  { text }: Locale,
): string[][] {
  const year = String(ofYear)
  const standings = standingsIn(words)
  return [
    [text(words.shortWhat), text(words.figure)],
    [text(words.shortGoals), String(goalStates.reduce((sum, state) => sum + counts[state], 0))],
    ...goalStates.map(state => [
      text(words.shortGoalsIn, { state: text(standings[state]).toLowerCase() }),
      String(counts[state]),
    ]),
    [text(words.shortMeasures), String(measures.length)],
    [text(words.shortDone), String(measures.filter(({ state }) => state === 'done').length)],
    [text(words.shortLate), String(measures.filter(({ lateness }) => lateness !== null).length)],
    [text(words.shortMoney, { year }), String(money.sum)],
    [text(words.shortMissing, { year }), String(lacking)],
  ]
}

const standingsIn = (words: Words): Record<GoalState, Message> => ({
  reached: words.reached,
  'on-the-way': words.onTheWay,
  behind: words.behind,
  unknown: words.unknown,
})
