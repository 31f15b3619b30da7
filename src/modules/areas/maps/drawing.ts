import type { Box, Outlines } from './outlines.ts'
import { simplified } from './simplify.ts'

/** A ring of a drawing: its points, the first not repeated, in whole units. */
export type Ring = [x: number, y: number][]

/** A window on the plane of the outlines, drawn in units of its own. */
export type View = { box: Box; unitsPerKm: number; width: number; height: number }

/** The least width in kilometres, and the most that a view is wider than high, and higher than wide. */
type Limits = { kmAcross: number; flattest: number; tallest: number }
const noLimits: Limits = { kmAcross: 0, flattest: Infinity, tallest: Infinity }

/** A window around a box: so many units wide, with a margin (a part of the longer side). */
export function viewAround(box: Box, width: number, margin: number, limits = noLimits): View {
  const padding = margin * Math.max(box.right - box.left, box.bottom - box.top)
  const least = Math.max(box.right - box.left + 2 * padding, limits.kmAcross)
  const down = Math.max(box.bottom - box.top + 2 * padding, least / limits.flattest)
  const across = Math.max(least, down / limits.tallest)
  const left = (box.left + box.right - across) / 2
  const top = (box.top + box.bottom - down) / 2
  const unitsPerKm = width / across
  return {
    box: { left, top, right: left + across, bottom: top + down },
    unitsPerKm,
    width,
    height: Math.round(down * unitsPerKm),
  }
}

/** A point of the plane in the units of the view. */
export function placed(view: View, [x, y]: readonly [number, number]): [x: number, y: number] {
  return [Math.round((x - view.box.left) * view.unitsPerKm), Math.round((y - view.box.top) * view.unitsPerKm)]
}

/**
 * How areas are drawn in a view: borders simplified and rounded arc by arc, so that neighbours still share
 * them, and islets under `smallest` square units left out; the largest part of an area always stays.
 * @param coarseness the area in square units of the triangles that simplifying may cut off
 */
export function draughtsman(outlines: Outlines, view: View, coarseness: number, smallest: number) {
  const drawn = new Map<number, Ring>()
  const arcOf = (index: number): Ring => {
    const known = drawn.get(index)
    if (known) return known
    const points = simplified(outlines.arcs[index]!, coarseness / view.unitsPerKm ** 2)
    const arc = points.map(point => placed(view, point))
    drawn.set(index, arc)
    return arc
  }
  const ringOf = (indexes: number[]): Ring =>
    tidied(indexes.flatMap(index => (index < 0 ? arcOf(~index).toReversed() : arcOf(index))))

  return function ringsOf(code: string): Ring[] {
    const area = outlines.areas.get(code)
    if (!area) return []
    const rings = area.polygons.flat().map(ringOf)
    const largest = rings.reduce((most, ring) => Math.max(most, areaOf(ring)), 0)
    if (largest === 0) return [islet(view, area.box)]
    return rings.filter(ring => areaOf(ring) >= Math.min(smallest, largest))
  }
}

/**
 * What stands for islands that are only points in boundaries as coarse as ours, or at this scale (Kvitsøy,
 * Træna).
 */
function islet(view: View, { left, top, right, bottom }: Box): Ring {
  const [x, y] = placed(view, [(left + right) / 2, (top + bottom) / 2])
  const reach = Math.max(2, Math.round(ISLET_REACH_KM * view.unitsPerKm))
  return [
    [x - reach, y],
    [x, y - reach],
    [x + reach, y],
    [x, y + reach],
  ]
}

const ISLET_REACH_KM = 0.7

/**
 * Without points that repeat the one before or lie on the line between those beside them, spikes among these.
 */
function tidied(ring: Ring): Ring {
  const distinct = ring.filter((point, index) => !isSame(point, ring.at(index - 1)!))
  const needed = distinct.filter((point, index) => {
    const [x0, y0] = distinct.at(index - 1)!
    const [x2, y2] = distinct[(index + 1) % distinct.length]!
    return (point[0] - x0) * (y2 - y0) !== (point[1] - y0) * (x2 - x0)
  })
  // Where a spike went, its two feet may have become one point.
  return needed.length === ring.length ? ring : tidied(needed)
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a[0] === b[0] && a[1] === b[1]
}

/** The area of a ring in square units. */
export function areaOf(ring: Ring): number {
  let twice = 0
  for (const [index, [x, y]] of ring.entries()) {
    const [previousX, previousY] = ring.at(index - 1)!
    twice += previousX * y - x * previousY
  }
  return Math.abs(twice / 2)
}

/** The `d` of an SVG path: absolute starts, relative lines, no more signs than needed. */
export function pathOf(rings: Ring[]): string {
  return rings.map(subpathOf).join('')
}

function subpathOf([start, ...rest]: Ring): string {
  let [x, y] = start!
  let path = `M${joined(x, y)}`
  for (const [index, [nextX, nextY]] of rest.entries()) {
    const step = joined(nextX - x, nextY - y)
    path += index === 0 ? `l${step}` : step.startsWith('-') ? step : ` ${step}`
    x = nextX
    y = nextY
  }
  return `${path}z`
}

function joined(a: number, b: number): string {
  return b < 0 ? `${a}${b}` : `${a} ${b}`
}
