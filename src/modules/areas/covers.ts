import type { AreaKind } from './area/area.schema.ts'

/**
 * The directed graph of areas: kinds and edges. A place may lie in several areas that do not lie in each
 * other.
 */
export type AreaGraph = {
  /** Undefined when there is no such area. */
  kindOf(code: string): AreaKind | undefined
  parentsOf(code: string): readonly string[]
  childrenOf(code: string): readonly string[]
}

/** The whole place, or only a district inside it ('bare i bydel …'). */
export type Cover = 'whole' | 'part'

/**
 * Whether a service with these coverage areas covers the place (docs/decisions.md, 1): when one of them is the place
 * or lies above it, wholly; when one is a district inside the municipality asked for, in part. Null: not at
 * all. The twin of `areas.covering` in the database, tested against it on random graphs.
 */
export function covers(graph: AreaGraph, coverage: Iterable<string>, place: string): Cover | null {
  const wanted = new Set(coverage)
  if (
    someReached(
      place,
      code => graph.parentsOf(code),
      code => wanted.has(code),
      graph,
    )
  )
    return 'whole'
  if (graph.kindOf(place) !== 'municipality') return null
  const isCoveredDistrict = (code: string): boolean => graph.kindOf(code) === 'district' && wanted.has(code)
  return someReached(place, code => graph.childrenOf(code), isCoveredDistrict, graph) ? 'part' : null
}

/** Areas by which a service can cover the place, with how much of it they cover. */
export function coveringCodes(graph: AreaGraph, place: string): Map<string, Cover> {
  const found = new Map<string, Cover>()
  const add = (cover: Cover) => (code: string) => {
    found.set(code, cover)
    return false
  }
  if (graph.kindOf(place) === 'municipality') {
    const addDistrict = (code: string): boolean => graph.kindOf(code) === 'district' && add('part')(code)
    someReached(place, code => graph.childrenOf(code), addDistrict, graph)
  }
  someReached(place, code => graph.parentsOf(code), add('whole'), graph)
  return found
}

/** Walks from an area along edges, each area once, itself first, until one satisfies. */
function someReached(
  start: string,
  next: (code: string) => readonly string[],
  satisfies: (code: string) => boolean,
  graph: AreaGraph,
): boolean {
  if (graph.kindOf(start) === undefined) return false
  const seen = new Set([start])
  for (const code of seen) {
    if (satisfies(code)) return true
    for (const other of next(code)) seen.add(other)
  }
  return false
}
