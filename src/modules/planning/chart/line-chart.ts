/** A value at a whole number along the bottom, such as a year. */
export type Point = { x: number; y: number }

/** What is drawn. Lines are told apart by their pattern, never by colour alone. */
export type ChartData = {
  lines: { name: string; look: 'plain' | 'dashed'; points: readonly Point[]; hasMarks?: boolean }[]
  /** Between two lines over the same places. */
  band?: { name: string; points: readonly { x: number; low: number; high: number }[] }
}

/** Where everything stands. Units are those of the drawing. */
export type Chart = {
  width: number
  height: number
  left: number
  right: number
  bottom: number
  /** Lines across, with what they say. */
  levels: { y: number; value: number }[]
  /** Names along the bottom, as many as there is room for. */
  places: { x: number; value: number }[]
  /** Where zero is, when it is not the lowest. */
  zeroY: number | null
  band: string | null
  lines: { look: 'plain' | 'dashed'; path: string; marks: { x: number; y: number }[] }[]
}

const WIDTH = 720
const HEIGHT = 320
const MARGIN = { top: 16, right: 20, bottom: 34, left: 64 }
/** Room for a year. */
const PLACE_WIDTH = 76

/**
 * Lays out lines over years. Zero is in the drawing when all is at or above it and the lowest is not far up, or something is below.
 * @returns null when there is nothing to draw
 */
export function layOutChart({ lines, band }: ChartData): Chart | null {
  const points = [
    ...lines.flatMap(line => line.points),
    ...(band?.points.flatMap(({ x, low, high }) => [
      { x, y: low },
      { x, y: high },
    ]) ?? []),
  ]
  if (points.length === 0) return null
  const ys = points.map(point => point.y)
  const lowest = Math.min(...ys)
  const highest = Math.max(...ys)
  const values = niceLevels(lowest > 0 && lowest < highest * 0.8 ? 0 : lowest, highest)
  const [from, to] = [values[0]!, values.at(-1)!]
  const [first, last] = [Math.min(...points.map(({ x }) => x)), Math.max(...points.map(({ x }) => x))]
  const inner = { width: WIDTH - MARGIN.left - MARGIN.right, height: HEIGHT - MARGIN.top - MARGIN.bottom }
  const xOf = (x: number) =>
    round(MARGIN.left + (last === first ? inner.width / 2 : (inner.width * (x - first)) / (last - first)))
  const yOf = (y: number) => round(MARGIN.top + (inner.height * (to - y)) / (to - from))
  const pathOf = (some: readonly Point[]) =>
    some.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${xOf(x)} ${yOf(y)}`).join(' ')
  const there = band?.points.map(({ x, high }) => ({ x, y: high })) ?? []
  const back = band?.points.map(({ x, low }) => ({ x, y: low })).toReversed() ?? []
  return {
    width: WIDTH,
    height: HEIGHT,
    left: MARGIN.left,
    right: WIDTH - MARGIN.right,
    bottom: HEIGHT - MARGIN.bottom,
    levels: values.map(value => ({ y: yOf(value), value })),
    places: placesBetween(first, last, inner.width).map(value => ({ x: xOf(value), value })),
    zeroY: from < 0 && to >= 0 ? yOf(0) : null,
    band: there.length > 0 ? `${pathOf(there)} ${pathOf(back).replace('M', 'L')} Z` : null,
    lines: lines.map(({ look, points: some, hasMarks }) => ({
      look,
      path: pathOf(some),
      marks: hasMarks ? some.map(({ x, y }) => ({ x: xOf(x), y: yOf(y) })) : [],
    })),
  }
}

/** From at or below the lowest to at or above the highest, in steps of 1, 2 or 5 times a power of ten. About five of them. */
export function niceLevels(lowest: number, highest: number): number[] {
  // What is closer than that is one and the same: floating point has no steps for it.
  const apart = [highest - lowest, Math.abs(highest)].find(size => size > 1e-9)
  const span = apart ?? 1
  const power = 10 ** Math.floor(Math.log10(span / 4))
  const step = [1, 2, 5, 10].map(times => times * power).find(size => span / size <= 5)!
  const first = Math.floor(tidy(lowest / step))
  const last = Math.max(Math.ceil(tidy(highest / step)), first + 1)
  return Array.from({ length: last - first + 1 }, (_, index) => tidy((first + index) * step))
}

function placesBetween(first: number, last: number, width: number): number[] {
  const most = Math.floor(width / PLACE_WIDTH)
  const step = Math.max(1, Math.ceil((last - first + 1) / most))
  const count = Math.floor((last - first) / step) + 1
  return Array.from({ length: count }, (_, index) => first + index * step)
}

const round = (value: number) => Math.round(value * 10) / 10
/** Without what floating point adds. */
const tidy = (value: number) => Number(value.toPrecision(12)) + 0
