import * as z from 'zod'
import { projectFile } from '#platform/content/content.ts'
import { doneOnce } from '#platform/kept-work.ts'
import { countyOutlines } from './outlines.ts'
import { draughtsman, pathOf, viewAround } from './drawing.ts'
import { innermost } from './innermost.ts'

/** The counties of Norway in a file of its own, to be used by reference. */
export type CountryMap = {
  /** The SVG file: one path for each county, with the id `c` and its code: `<use href="…#c32">`. */
  svg: string
  /** Of the drawing, for the svg element that uses the paths. */
  viewBox: string
  /** A point well inside the largest part of each county, in units of the viewBox. */
  labels: { code: string; x: number; y: number }[]
}

const CountryMap = z.object({
  svg: z.string(),
  viewBox: z.string(),
  labels: z.array(z.object({ code: z.string(), x: z.number(), y: z.number() })),
})
let drawn: CountryMap | undefined

/** Draws the map at the first call. © Kartverket, CC BY 4.0. */
export function countryMap(): CountryMap {
  drawn ??= doneOnce('country-map', [projectFile('data/fylker-2024-XS.topojson')], CountryMap, drawCountryMap)
  return drawn
}

function drawCountryMap(): CountryMap {
  const outlines = countyOutlines()
  const boxes = [...outlines.areas.values()].map(area => area.box)
  const whole = {
    left: Math.min(...boxes.map(box => box.left)),
    top: Math.min(...boxes.map(box => box.top)),
    right: Math.max(...boxes.map(box => box.right)),
    bottom: Math.max(...boxes.map(box => box.bottom)),
  }
  const view = viewAround(whole, 600, 0.01)
  const ringsOf = draughtsman(outlines, view, 1.2, 3)
  const counties = [...outlines.areas.keys()].sort().map(code => ({ code, rings: ringsOf(code) }))
  const viewBox = `0 0 ${view.width} ${view.height}`
  const paths = counties.map(({ code, rings }) => `<path id="c${code}" d="${pathOf(rings)}"/>`)
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}">${paths.join('')}</svg>`,
    viewBox,
    labels: counties.map(({ code, rings }) => ({ code, ...innermost(rings) })),
  }
}
