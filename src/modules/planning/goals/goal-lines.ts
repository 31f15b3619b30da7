import type { Point } from '../chart/line-chart.ts'
import { aimOf, type GoalFields } from './goal.schema.ts'
import type { FigureRow } from './goal.store.ts'

/** What is drawn of a goal: its figures, and the straight line from where it began to its target. */
export function goalLines(
  fields: GoalFields,
  figures: readonly FigureRow[],
): { points: Point[]; path: Point[] } {
  const { baseline, target, figures: known } = aimOf(fields, figures)
  const points = known.toSorted((a, b) => a.year - b.year).map(({ year, value }) => ({ x: year, y: value }))
  const from = baseline ? { x: baseline.year, y: baseline.value } : points[0]
  return { points, path: from && target ? [from, { x: target.year, y: target.value }] : [] }
}
