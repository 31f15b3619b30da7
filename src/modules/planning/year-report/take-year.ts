import { inLanguages } from '#platform/i18n/frozen-words.ts'
import type { LocalText } from '#platform/i18n/language.ts'
import { layOutChart } from '../chart/line-chart.ts'
import { goalLines } from '../goals/goal-lines.ts'
import type { Goal } from '../goals/goal.store.ts'
import { countStates } from '../goals/rules.ts'
import { figureInWords, pointInWords } from '../goals/words.ts'
import { groupsOf, lackingOf, moneyOf, type Year } from '../goals/year.ts'
import { sumEconomy } from '../measure/rules.ts'
import { timeInWords } from '../measure/words.ts'
import type { Unit } from '../paper/home.store.ts'
import { economyNames } from '../paper/words.ts'
import { reportWords } from './report-words.ts'
import type { YearSnapshot } from './year-report.schema.ts'

/** A year as it stands now, as it is frozen. @param day today, `YYYY-MM-DD` */
export function takeYear(year: Year, day: string): YearSnapshot {
  const results = year.goals.filter(({ fields }) => fields.level === 'result')
  const { rows, sum, without } = sumEconomy(moneyOf(year))
  return {
    version: 1,
    year: year.year,
    organization: year.home.name,
    finishedOn: day,
    counts: countStates(results.map(({ standing }) => standing)),
    lacking: lackingOf(year).length,
    groups: groupsOf(year.goals).map(({ master, some }) => ({
      master: master?.fields.title ?? null,
      goals: some.map(goal => frozenGoal(goal, year.units)),
    })),
    measures: year.measures.map(({ plan, measure: { id, fields, state, lateness } }) => ({
      id,
      title: fields.title,
      plan,
      responsible: fields.responsible,
      time: inLanguages(locale => timeInWords(fields, locale)),
      state,
      lateness,
    })),
    money: {
      rows: rows.map(row => ({
        kind: inLanguages(({ text }) => text(economyNames[row.kind])),
        sum: row.sum,
      })),
      sum,
      without,
    },
    words: reportWords,
  }
}

function frozenGoal(
  { id, fields, figures, standing }: Goal,
  units: readonly Unit[],
): YearSnapshot['groups'][number]['goals'][number] {
  const point = (year: number | null, value: number | null): LocalText | null =>
    value === null ? null : inLanguages(locale => pointInWords(year, value, fields.measured_in, locale))
  const { points, path } = goalLines(fields, figures)
  const drawn =
    points.length + path.length < 2
      ? null
      : layOutChart({
          lines: [
            { name: '', look: 'plain', points, hasMarks: true },
            { name: '', look: 'dashed', points: path },
          ],
        })
  return {
    id,
    title: fields.title,
    standing,
    unit: units.find(unit => unit.id === fields.unit)?.name ?? null,
    indicator: fields.indicator,
    baseline: point(fields.base_year, fields.base_value),
    target: point(fields.target_year, fields.target_value),
    drawing: drawn && {
      width: drawn.width,
      height: drawn.height,
      left: drawn.left,
      right: drawn.right,
      levels: drawn.levels,
      places: drawn.places,
      lines: drawn.lines.filter(line => line.path !== ''),
    },
    figures: figures.map(({ year, value, comment }) => ({
      year,
      value: value === null ? null : inLanguages(locale => figureInWords(value, fields.measured_in, locale)),
      comment,
    })),
  }
}
