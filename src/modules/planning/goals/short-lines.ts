import type { Locale } from '#platform/i18n/locale.tsx'
import { sumEconomy } from '../measure/rules.ts'
import { messages, reportMessages } from './messages.ts'
import { countStates, goalStates } from './rules.ts'
import { lackingOf, lateOf, moneyOf, type Year } from './year.ts'
import { goalStateNames } from './words.ts'

/** What a year comes to in a few numbers. */
export function shortOf(look: Year) {
  const { goals, measures } = look
  const results = goals.filter(({ fields }) => fields.level === 'result')
  return {
    goals: results.length,
    standings: countStates(results.map(({ standing }) => standing)),
    measures: measures.length,
    done: measures.filter(({ measure }) => measure.state === 'done').length,
    late: lateOf(measures).length,
    kroner: sumEconomy(moneyOf(look)).sum,
    lacking: lackingOf(look).length,
  }
}

/** The same as lines, with whole numbers. */
export function shortLines(look: Year, { text }: Locale): string[][] {
  const short = shortOf(look)
  const year = String(look.year)
  return [
    [text(reportMessages.fileWhat), text(messages.figure)],
    [text(reportMessages.fileGoals), String(short.goals)],
    ...goalStates.map(state => [
      text(reportMessages.fileGoalsIn, { state: text(goalStateNames[state]).toLowerCase() }),
      String(short.standings[state]),
    ]),
    [text(reportMessages.fileMeasures), String(short.measures)],
    [text(reportMessages.fileDone), String(short.done)],
    [text(reportMessages.fileLate), String(short.late)],
    [text(reportMessages.fileMoney, { year }), String(short.kroner)],
    [text(reportMessages.fileMissing, { year }), String(short.lacking)],
  ]
}
