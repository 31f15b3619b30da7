/** Where something is in the drawing. */
type Point = { x: number; y: number }

/** A step in the drawing: where it is, and its name in one line or two. */
export type PlacedStep<T> = Point & {
  item: T
  lines: string[]
  /** Where its name stands, so that the way does not run through it: outside at the sides, below at the bottom, within at the top. */
  side: 'left' | 'right' | 'below' | 'within'
}

export type Spiral<T> = {
  width: number
  height: number
  /** The way from the first step past the last, as the `d` of a path; its end points on to the next round. */
  way: string
  steps: PlacedStep<T>[]
  /** The middle, where nothing is drawn. */
  middle: Point
}

const WIDTH = 476
const HEIGHT = 470
const MIDDLE: Point = { x: 238, y: 218 }
/** Half of what the outermost turn is wide and high. */
const REACH: Point = { x: 120, y: 180 }
/** How far out the first step lies, against the last. */
const INNERMOST = 0.68
/** The way goes on for so many steps after the last: past the first, further out. */
const BEYOND = 1.5
/** Points between two steps: enough for a curve that looks round. */
const POINTS = 6

/**
 * Lays steps out on a spiral that opens: the first at the top and innermost, then with the clock, the last beside the first and
 * outermost. So whoever has come round begins again further out.
 */
export function layOutSpiral<T>(items: readonly T[], nameOf: (item: T) => string): Spiral<T> {
  const at = (index: number): Point => {
    const share = index / Math.max(items.length - 1, 1)
    const out = INNERMOST + (1 - INNERMOST) * share
    const turn = (index / items.length) * 2 * Math.PI - Math.PI / 2
    return {
      x: round(MIDDLE.x + REACH.x * out * Math.cos(turn)),
      y: round(MIDDLE.y + REACH.y * out * Math.sin(turn)),
    }
  }
  const last = items.length - 1 + BEYOND
  const along = Array.from({ length: Math.round(last * POINTS) + 1 }, (_, index) => at(index / POINTS))
  return {
    width: WIDTH,
    height: HEIGHT,
    middle: MIDDLE,
    way: along.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join(''),
    steps: items.map((item, index) => ({
      item,
      ...at(index),
      lines: inLines(nameOf(item)),
      side: sideOf(at(index)),
    })),
  }
}

function sideOf({ x, y }: Point): PlacedStep<unknown>['side'] {
  if (Math.abs(x - MIDDLE.x) < 20) return y < MIDDLE.y ? 'within' : 'below'
  return x < MIDDLE.x ? 'left' : 'right'
}

const round = (value: number) => Math.round(value * 10) / 10

/** A name in one line, or in two that are as even as can be. */
export function inLines(name: string): string[] {
  const words = name.split(' ')
  if (words.length === 1) return words
  const ways = words
    .slice(1)
    .map((_, index) => [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')])
  const longest = (lines: string[]) => Math.max(...lines.map(line => line.length))
  return ways.toSorted((a, b) => longest(a) - longest(b))[0]!
}
