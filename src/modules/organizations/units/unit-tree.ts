import type { HouseUnit } from '../directory/house.store.ts'

export type PlacedUnit = HouseUnit & { depth: number }

/** The open units in the order of the tree, each with how deep it lies; units keep the order they came in. */
export function unitTree(units: readonly HouseUnit[]): PlacedUnit[] {
  const open = units.filter(unit => !unit.isClosed)
  const byParent = Map.groupBy(open, unit =>
    open.some(other => other.id === unit.parentId) ? unit.parentId : null,
  )
  const below = (parent: string | null, depth: number): PlacedUnit[] =>
    (byParent.get(parent) ?? []).flatMap(unit => [{ ...unit, depth }, ...below(unit.id, depth + 1)])
  return below(null, 0)
}

/** A unit with all that lies below it. */
export function unitWithin(units: readonly HouseUnit[], id: string): Set<string> {
  const found = new Set([id])
  for (const one of found) for (const unit of units) if (unit.parentId === one) found.add(unit.id)
  return found
}
