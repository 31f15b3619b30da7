export const directions = ['up', 'down', 'keep'] as const
/** Which way the figures are to go. */
export type Direction = (typeof directions)[number]

export const goalStates = ['reached', 'on-the-way', 'behind', 'unknown'] as const
/** How a goal stands. `unknown`: it has no target or no figure to tell by. */
export type GoalState = (typeof goalStates)[number]

/** A figure of a year. */
export type YearValue = { year: number; value: number }

export type Aim = {
  direction: Direction
  baseline: YearValue | null
  target: YearValue | null
  /** In any order, one a year. */
  figures: readonly YearValue[]
}

/** What is to be kept may differ by so much of the target. */
const KEPT_WITHIN = 0.05

/**
 * How a goal stands, told by its figures only; nobody sets it.
 *
 * - No target, or no figure at all: `unknown`. The baseline is a starting point, no figure.
 * - The last figure is at the target, or past it in the right direction: `reached`. What is to be kept is reached while it differs from
 *   the target by at most 5 %.
 * - Else `behind` when the year of the target has passed without it, when what should be kept is not, or when the last figure is worse
 *   than the straight line from the baseline to the target in its year.
 * - Else `on-the-way`. Without a baseline the first figure is one.
 *
 * @param year the present one: the year of the target itself is not over
 */
export function stateOf({ direction, baseline, target, figures }: Aim, year: number): GoalState {
  const sorted = figures.toSorted((a, b) => a.year - b.year)
  const last = sorted.at(-1)
  if (target === null || last === undefined) return 'unknown'
  if (isReached(last.value, target.value, direction)) return 'reached'
  if (direction === 'keep' || year > target.year) return 'behind'
  const expected = expectedIn(last.year, baseline ?? sorted[0]!, target)
  const isWorse = direction === 'up' ? last.value < expected : last.value > expected
  return isWorse ? 'behind' : 'on-the-way'
}

function isReached(value: number, target: number, direction: Direction): boolean {
  if (direction === 'up') return value >= target
  if (direction === 'down') return value <= target
  return Math.abs(value - target) <= Math.abs(target) * KEPT_WITHIN
}

/** On the straight line from the baseline to the target; before and after it the ends. */
export function expectedIn(year: number, from: YearValue, to: YearValue): number {
  if (year >= to.year || to.year <= from.year) return to.value
  if (year <= from.year) return from.value
  return from.value + ((to.value - from.value) * (year - from.year)) / (to.year - from.year)
}

/** How many goals stand how. */
export function countStates(states: readonly GoalState[]): Record<GoalState, number> {
  const count = (state: GoalState) => states.filter(one => one === state).length
  return {
    reached: count('reached'),
    'on-the-way': count('on-the-way'),
    behind: count('behind'),
    unknown: count('unknown'),
  }
}
