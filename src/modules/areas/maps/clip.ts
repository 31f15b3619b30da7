import type { Ring } from './drawing.ts'
import type { Box } from './outlines.ts'

type Point = Ring[number]
type Edge = { isInside(point: Point): boolean; crossing(a: Point, b: Point): Point }

/**
 * What of the rings lies in the window, cut along its four sides in turn (Sutherland and Hodgman 1974), in
 * whole units.
 */
export function clipped(rings: Ring[], window: Box): Ring[] {
  const edges = edgesOf(window)
  return rings.map(ring => edges.reduce(cut, ring)).filter(ring => ring.length > 2)
}

function edgesOf({ left, top, right, bottom }: Box): Edge[] {
  return [
    { isInside: ([x]) => x >= left, crossing: (a, b) => [left, along(a[0], b[0], left, a[1], b[1])] },
    { isInside: ([x]) => x <= right, crossing: (a, b) => [right, along(a[0], b[0], right, a[1], b[1])] },
    { isInside: ([, y]) => y >= top, crossing: (a, b) => [along(a[1], b[1], top, a[0], b[0]), top] },
    { isInside: ([, y]) => y <= bottom, crossing: (a, b) => [along(a[1], b[1], bottom, a[0], b[0]), bottom] },
  ]
}

function along(from: number, to: number, at: number, valueFrom: number, valueTo: number): number {
  return Math.round(valueFrom + ((at - from) / (to - from)) * (valueTo - valueFrom))
}

function cut(ring: Ring, edge: Edge): Ring {
  return ring.flatMap((point, index) => {
    const previous = ring.at(index - 1)!
    const isInside = edge.isInside(point)
    if (isInside === edge.isInside(previous)) return isInside ? [point] : []
    const crossing = edge.crossing(previous, point)
    return isInside ? [crossing, point] : [crossing]
  })
}
