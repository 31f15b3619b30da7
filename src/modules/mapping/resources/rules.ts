import type { Line } from './resources.store.ts'

export const MOST_FTE = 99_999.99
export const MOST_NOK = 100_000_000_000

/** A number as people write it: `1 250 000`, `1.250.000`, `2,5`, `2.5`. Null: nothing typed. `NaN`: not a number of that kind. */
export function readNumber(typed: string, decimals: number): number | null {
  const text = typed.replaceAll(/[\s\u00a0\u202f]|kr\.?|,-$/gi, '')
  if (text === '') return null
  const plain = /^\d{1,3}(\.\d{3})+$/.test(text) ? text.replaceAll('.', '') : text.replace(',', '.')
  if (!/^\d+(\.\d+)?$/.test(plain) || (plain.split('.')[1] ?? '').length > decimals) return Number.NaN
  return Number(plain)
}

export type LevelSum = { services: number; fullTimeEquivalents: number; budgetNok: number }

/** The sums of each year by level, the first year first. Hundredths are added as whole numbers, so that sums are exact. */
export function byYear(
  lines: readonly Line[],
  levels: readonly string[],
): { year: number; levels: Record<string, LevelSum>; sum: LevelSum }[] {
  const years = [...new Set(lines.map(({ year }) => year))].toSorted((a, b) => a - b)
  return years.map(year => {
    const inYear = lines.filter(line => line.year === year)
    return {
      year,
      levels: Object.fromEntries(
        levels.map(level => [level, sumOf(inYear.filter(line => line.level === level))]),
      ),
      sum: sumOf(inYear),
    }
  })
}

export function sumOf(lines: readonly LevelSum[]): LevelSum {
  const sum = (figure: (line: LevelSum) => number) => lines.reduce((total, line) => total + figure(line), 0)
  return {
    services: sum(line => line.services),
    fullTimeEquivalents: sum(line => Math.round(line.fullTimeEquivalents * 100)) / 100,
    budgetNok: sum(line => line.budgetNok),
  }
}
