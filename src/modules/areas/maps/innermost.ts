import { areaOf, type Ring } from './drawing.ts'

// Points tried along each side of the ring's box; 16 finds a place for a word on every county.
const STEPS = 16

/** A point far from the border of the largest of the rings, in whole units: where a name can stand. */
export function innermost(rings: Ring[]): { x: number; y: number } {
  const ring = rings.reduce((largest, other) => (areaOf(other) > areaOf(largest) ? other : largest))
  const xs = ring.map(([x]) => x)
  const ys = ring.map(([, y]) => y)
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const [across, down] = [Math.max(...xs) - left, Math.max(...ys) - top]
  let best = { x: ring[0]![0], y: ring[0]![1], distance: 0 }
  for (let column = 1; column < STEPS; column++) {
    for (let row = 1; row < STEPS; row++) {
      const x = left + (across * column) / STEPS
      const y = top + (down * row) / STEPS
      if (!contains([ring], x, y)) continue
      const distance = squaredDistanceToBorder(ring, x, y)
      if (distance > best.distance) best = { x, y, distance }
    }
  }
  return { x: Math.round(best.x), y: Math.round(best.y) }
}

/** Whether a point lies within the rings, holes counted as outside. */
export function contains(rings: Ring[], x: number, y: number): boolean {
  let isInside = false
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i++) {
      const [x0, y0] = ring[i === 0 ? ring.length - 1 : i - 1]!
      const [x1, y1] = ring[i]!
      const crosses = y0 > y !== y1 > y && x < x0 + ((x1 - x0) * (y - y0)) / (y1 - y0)
      if (crosses) isInside = !isInside
    }
  }
  return isInside
}

function squaredDistanceToBorder(ring: Ring, x: number, y: number): number {
  let least = Infinity
  for (let i = 0; i < ring.length; i++) {
    const [x0, y0] = ring[i === 0 ? ring.length - 1 : i - 1]!
    const [x1, y1] = ring[i]!
    const [dx, dy] = [x1 - x0, y1 - y0]
    const along = Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy)))
    least = Math.min(least, (x - x0 - along * dx) ** 2 + (y - y0 - along * dy) ** 2)
  }
  return least
}
