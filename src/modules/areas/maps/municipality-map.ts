import { clipped } from './clip.ts'
import { draughtsman, pathOf, placed, viewAround, type View } from './drawing.ts'
import { municipalityOutlines, projected, type Box } from './outlines.ts'

/** A municipality among its neighbours. */
export type MunicipalityMap = {
  viewBox: string
  /** The `d` of its path. */
  here: string
  /** What is seen of the municipalities around it, also those across water. */
  neighbours: { code: string; d: string }[]
  /** The given points that lie in the view, in its units. */
  points: { x: number; y: number; label: string }[]
}

type Drawn = Omit<MunicipalityMap, 'points'> & { view: View }

const drawn = new Map<string, Drawn>()

/**
 * The map of a municipality, drawn at its first call, with points by latitude and longitude in degrees; null
 * when there is no such municipality. © Kartverket, CC BY 4.0.
 */
export function municipalityMap(
  code: string,
  points: { lat: number; lon: number; label: string }[],
): MunicipalityMap | null {
  let known = drawn.get(code)
  if (!known) {
    const made = draw(code)
    if (!made) return null
    drawn.set(code, (known = made))
  }
  const { view, ...map } = known
  const inView = points
    .map(({ lat, lon, label }) => {
      const [x, y] = placed(view, projected(lon, lat))
      return { x, y, label }
    })
    .filter(({ x, y }) => x >= 0 && x <= view.width && y >= 0 && y <= view.height)
  return { ...map, points: inView }
}

// Neighbours are cut this many units outside the view, so that the cut is not seen as a border.
const BLEED = 4

function draw(code: string): Drawn | null {
  const outlines = municipalityOutlines()
  const area = outlines.areas.get(code)
  if (!area) return null
  const view = viewAround(area.box, 400, 0.08, { kmAcross: 12, flattest: 1.5, tallest: 1.25 })
  const ringsOf = draughtsman(outlines, view, 1, 8)
  const window = { left: -BLEED, top: -BLEED, right: view.width + BLEED, bottom: view.height + BLEED }
  const neighbours = [...outlines.areas]
    .filter(([other, { box }]) => other !== code && overlap(box, view.box))
    .map(([other]) => ({ code: other, d: pathOf(clipped(ringsOf(other), window)) }))
    .filter(({ d }) => d !== '')
  return {
    view,
    viewBox: `0 0 ${view.width} ${view.height}`,
    here: pathOf(ringsOf(code)),
    neighbours: neighbours.sort((a, b) => a.code.localeCompare(b.code)),
  }
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top
}
