/**
 * A line with the least telling points taken out (Visvalingam and Whyatt 1993): again and again the point
 * that makes the smallest triangle with those beside it, as long as that is smaller than `coarseness`. Both
 * ends stay, so that lines that meet there still do.
 * @param line x and y in turn
 * @param coarseness in the square of the line's unit
 */
export function simplified(line: Float64Array, coarseness: number): [x: number, y: number][] {
  const points: [number, number][] = []
  for (let i = 0; i < line.length; i += 2) points.push([line[i]!, line[i + 1]!])
  const triangles = points.map((_, index) => triangleAt(points, index))
  for (;;) {
    let least = 0
    for (let i = 1; i < triangles.length; i++) if (triangles[i]! < triangles[least]!) least = i
    const area = triangles[least]!
    if (!(area < coarseness)) return points
    points.splice(least, 1)
    triangles.splice(least, 1)
    // A point must not go before one that went: its triangle is never smaller than that one's.
    for (const index of [least - 1, least]) {
      if (index < triangles.length) triangles[index] = Math.max(triangleAt(points, index), area)
    }
  }
}

/** The area of the triangle of a point and those beside it; infinite for both ends. */
function triangleAt(points: [number, number][], index: number): number {
  const before = points[index - 1]
  const point = points[index]
  const after = points[index + 1]
  if (!before || !point || !after) return Infinity
  return (
    Math.abs(
      (before[0] - after[0]) * (point[1] - before[1]) - (before[0] - point[0]) * (after[1] - before[1]),
    ) / 2
  )
}
