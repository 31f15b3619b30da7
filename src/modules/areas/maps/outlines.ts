import { readFileSync } from 'node:fs'
import { geoTransverseMercator } from 'd3-geo'
import * as z from 'zod'
import { dataFolder } from '../reference/files.ts'

/** West, north, east, south. */
export type Box = { left: number; top: number; right: number; bottom: number }

/**
 * Areas as polygons of rings of numbers of arcs (negative: backwards), so that neighbours share their
 * borders.
 */
export type Outlines = {
  /** Points of each arc, x and y in turn, in kilometres: east from 15° E, south from the equator. */
  arcs: Float64Array[]
  areas: Map<string, { name: string; polygons: number[][][]; box: Box }>
}

/** The boundaries of the counties; read at the first call and kept. */
export function countyOutlines(): Outlines {
  counties ??= readOutlines('fylker-2024-XS.topojson', 'fylker')
  return counties
}

/** The boundaries of the municipalities; read at the first call and kept. */
export function municipalityOutlines(): Outlines {
  municipalities ??= readOutlines('kommuner-2024.topojson', 'kommuner')
  return municipalities
}

let counties: Outlines | undefined
let municipalities: Outlines | undefined

const EARTH_RADIUS_KM = 6371

// As maps of all Norway are drawn by Kartverket (UTM zone 33): north is up at 15° E.
const project = geoTransverseMercator().rotate([-15, 0]).scale(EARTH_RADIUS_KM).translate([0, 0])

/** A point in kilometres on the plane of the outlines. */
export function projected(longitude: number, latitude: number): [x: number, y: number] {
  return project([longitude, latitude])!
}

const Rings = z.array(z.array(z.number().int()))
const properties = z.object({ nr: z.string(), navn: z.string() })
const Geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), properties, arcs: Rings }),
  z.object({ type: z.literal('MultiPolygon'), properties, arcs: z.array(Rings) }),
])
const Pair = z.tuple([z.number(), z.number()])

/** What we use of TopoJSON 1.0: arcs are steps from point to point, in a grid of its own. */
const Topology = z.object({
  transform: z.object({ scale: Pair, translate: Pair }),
  arcs: z.array(z.array(Pair)),
  objects: z.record(z.string(), z.object({ geometries: z.array(Geometry) })),
})
type Topology = z.output<typeof Topology>

function readOutlines(file: string, object: string): Outlines {
  const topology = Topology.parse(JSON.parse(readFileSync(dataFolder + file, 'utf8')))
  const arcs = topology.arcs.map(arc => projectedArc(arc, topology.transform))
  const areas = topology.objects[object]!.geometries.map(geometry => {
    const { nr, navn } = geometry.properties
    const polygons = geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs
    return [nr, { name: navn, polygons, box: boxOf(polygons, arcs) }] as const
  })
  return { arcs, areas: new Map(areas) }
}

function projectedArc(steps: [number, number][], { scale, translate }: Topology['transform']): Float64Array {
  let [column, row] = [0, 0]
  return Float64Array.from(
    steps.flatMap(([right, up]) => {
      column += right
      row += up
      return projected(column * scale[0] + translate[0], row * scale[1] + translate[1])
    }),
  )
}

function boxOf(polygons: number[][][], arcs: Float64Array[]): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const index of polygons.flat(2)) {
    const arc = arcs[index < 0 ? ~index : index]!
    for (let i = 0; i < arc.length; i += 2) {
      box.left = Math.min(box.left, arc[i]!)
      box.right = Math.max(box.right, arc[i]!)
      box.top = Math.min(box.top, arc[i + 1]!)
      box.bottom = Math.max(box.bottom, arc[i + 1]!)
    }
  }
  return box
}
