import { draughtsman, pathOf, viewAround } from './drawing.ts'
import { municipalityOutlines } from './outlines.ts'

/** The municipalities of a county as shapes that can be links. */
export type CountyMap = {
  viewBox: string
  /**
   * By code. The name is that of the boundary data, in Norwegian; pages have it in their language from
   * Geography.
   */
  shapes: { code: string; name: string; d: string }[]
}

const drawn = new Map<string, CountyMap>()

/**
 * The map of a county, drawn at its first call; null when there is no such county. © Kartverket, CC BY 4.0.
 */
export function countyMap(code: string): CountyMap | null {
  let map = drawn.get(code) ?? null
  if (!map) {
    map = drawCountyMap(code)
    if (map) drawn.set(code, map)
  }
  return map
}

function drawCountyMap(code: string): CountyMap | null {
  const outlines = municipalityOutlines()
  // A municipality's number begins with that of its county.
  const members = [...outlines.areas].filter(([member]) => code.length === 2 && member.startsWith(code))
  if (members.length === 0) return null
  const boxes = members.map(([, area]) => area.box)
  const view = viewAround(
    {
      left: Math.min(...boxes.map(box => box.left)),
      top: Math.min(...boxes.map(box => box.top)),
      right: Math.max(...boxes.map(box => box.right)),
      bottom: Math.max(...boxes.map(box => box.bottom)),
    },
    400,
    0.02,
  )
  const ringsOf = draughtsman(outlines, view, 2, 4)
  const shapes = members.map(([member, { name }]) => ({ code: member, name, d: pathOf(ringsOf(member)) }))
  return {
    viewBox: `0 0 ${view.width} ${view.height}`,
    shapes: shapes.sort((a, b) => a.code.localeCompare(b.code)),
  }
}
