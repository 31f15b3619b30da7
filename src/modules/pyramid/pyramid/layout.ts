/** Where things stand in the drawn pyramid. Units are those of the drawing: about a pixel where it fills a desk. */

export type Rect = { x: number; y: number; width: number; height: number }

/** A brick with its name in lines that fit. */
export type PlacedBrick<T> = Rect & { item: T; lines: string[] }

export type PlacedBand<T> = {
  /** The four corners of the band, for `points`. */
  outline: string
  /** Where its name stands: the middle of the line. */
  labelY: number
  bricks: PlacedBrick<T>[]
}

export type PlacedPyramid<T> = { width: number; height: number; bands: PlacedBand<T>[] }

const BRICK_HEIGHT = 88
const WIDTH = 1120
const TOP_WIDTH = 560
const GAP = 8
/** Between the bricks and the slope. */
const MARGIN = 14
const LABEL = 36
const BAND_GAP = 7
/** So many bricks to a row, taken over a level: more are too narrow for their names. */
const IN_ROW = 5.5
/** Rows of a level differ more in bricks than in width, so that it is seen to widen. */
const WIDENING = 1.5

/** What a letter of a brick's name takes at most, on average: widths differ with the fonts of the machine. */
const LETTER = 8.3
const BRICK_PADDING = 14

/**
 * Bands from the top, each with its bricks in rows that widen downwards like a wall.
 * @param name what a brick is called; a soft hyphen says where a long word may break
 */
export function layOut<T>(bands: readonly T[][], name: (item: T) => string): PlacedPyramid<T> {
  const rowCounts = bands.map(items => Math.max(1, Math.ceil(items.length / IN_ROW)))
  const height =
    bands.length * (LABEL + MARGIN - GAP) +
    (bands.length - 1) * BAND_GAP +
    rowCounts.reduce((sum, rows) => sum + rows, 0) * (BRICK_HEIGHT + GAP)
  const widthAt = (y: number) => TOP_WIDTH + ((WIDTH - TOP_WIDTH) * y) / height
  let y = 0
  const placed = bands.map((items, index) => {
    const top = y
    const rows = Array.from({ length: rowCounts[index]! }, (_, row) => {
      const rowY = top + LABEL + row * (BRICK_HEIGHT + GAP)
      return { y: rowY, width: widthAt(rowY) - 2 * MARGIN }
    })
    const bottom = top + LABEL + rows.length * (BRICK_HEIGHT + GAP) - GAP + MARGIN
    y = bottom + BAND_GAP
    const sizes = shareOut(
      items.length,
      rows.map(row => row.width ** WIDENING),
    )
    let next = 0
    const bricks = rows.flatMap((row, at) => {
      const inRow = items.slice(next, (next += sizes[at]!))
      return placeRow(inRow, row, name)
    })
    return { outline: outlineOf(top, bottom, widthAt), labelY: top + LABEL / 2 + 7, bricks }
  })
  return { width: WIDTH, height, bands: placed }
}

function outlineOf(top: number, bottom: number, widthAt: (y: number) => number): string {
  const half = (y: number) => widthAt(y) / 2
  const middle = WIDTH / 2
  return [
    [middle - half(top), top],
    [middle + half(top), top],
    [middle + half(bottom), bottom],
    [middle - half(bottom), bottom],
  ]
    .map(point => point.map(round).join(','))
    .join(' ')
}

/** Whole things to rows by their weights: the largest remainders first, the lower row before the upper. */
function shareOut(count: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const exact = weights.map(weight => (count * weight) / sum)
  const sizes = exact.map(Math.floor)
  const order = exact
    .map((share, row) => ({ row, rest: share - Math.floor(share) }))
    .toSorted((a, b) => b.rest - a.rest || b.row - a.row)
  const left = count - sizes.reduce((total, size) => total + size, 0)
  for (const { row } of order.slice(0, left)) sizes[row]! += 1
  return sizes
}

function placeRow<T>(
  items: T[],
  row: { y: number; width: number },
  name: (item: T) => string,
): PlacedBrick<T>[] {
  const space = row.width - GAP * (items.length - 1)
  const needs = items.map(item => needOf(name(item)))
  const even = space / items.length
  // Bricks are nearly alike: those with a long word get a little more, at the others' cost.
  const weights = needs.map(need => even + Math.max(0, need - even) * 1.2)
  const scale = space / weights.reduce((sum, weight) => sum + weight, 0)
  let x = (WIDTH - row.width) / 2
  return items.map((item, index) => {
    const width = weights[index]! * scale
    const brick = {
      item,
      x: round(x),
      y: round(row.y),
      width: round(width),
      height: BRICK_HEIGHT,
      lines: linesOf(name(item), width - BRICK_PADDING),
    }
    x += width + GAP
    return brick
  })
}

const widthOf = (text: string) => text.replaceAll('\u00AD', '').length * LETTER

/** Room for its longest part, with the hyphen. */
function needOf(name: string): number {
  return BRICK_PADDING + Math.max(...name.split(/[ \u00AD]/).map(part => widthOf(part) + LETTER))
}

/** A name in lines no wider than `width`, as far as its words let it. */
export function linesOf(name: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of name.split(' ')) {
    const parts = word.split('\u00AD')
    const whole = parts.join('')
    if (widthOf(line ? `${line} ${whole}` : whole) <= width) {
      line = line ? `${line} ${whole}` : whole
      continue
    }
    if (line) lines.push(line)
    line = ''
    for (const [index, part] of parts.entries()) {
      const isLast = index === parts.length - 1
      if (line && widthOf(line + part + (isLast ? '' : '-')) > width) {
        lines.push(line.endsWith('-') ? line : `${line}-`)
        line = ''
      }
      line += part
    }
  }
  return line ? [...lines, line] : lines
}

const round = (value: number) => Math.round(value * 10) / 10
