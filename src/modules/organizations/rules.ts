import { covers, type AreaGraph } from '#modules/areas/index.ts'

/** What one may be in an organisation or unit, in the order in which pages name them. */
export const roles = [
  'editor',
  'publisher',
  'coordinator',
  'leader',
  'professional',
  'data-protection-officer',
  'administrator',
] as const
export type Role = (typeof roles)[number]

export type OrganizationLevel = 'state' | 'region' | 'county' | 'municipality' | 'voluntary' | 'private'

/** Nine digits, the last a check digit: weights 3 2 7 6 5 4 3 2, modulus 11 (Brønnøysundregistrene). */
export function isOrganizationNumber(text: string): boolean {
  if (!/^[0-9]{9}$/.test(text)) return false
  const weights = [3, 2, 7, 6, 5, 4, 3, 2]
  const sum = weights.reduce((total, weight, i) => total + weight * Number(text[i]), 0)
  return (11 - (sum % 11)) % 11 === Number(text[8])
}

/** Looks like an e-mail address to which a mail can be sent: one, bare, with a dot in its domain. */
export function isEmail(text: string): boolean {
  return text.length <= 320 && /^[^@\s<>,;"]+@[^@\s<>,;"]+\.[^@\s<>,;"]+$/.test(text)
}

type Held = { role: string; organizationId: string; unitId: string | null }
type Unit = { id: string; organizationId: string; parentId: string | null }

/**
 * Where somebody holds one of the wanted roles: ids of organisations (as a whole) and of units. A role in an organisation
 * reaches all its units; one in a unit the units below it, and not the organisation. The twin of `organizations.reach`.
 */
export function reach(held: readonly Held[], units: readonly Unit[], wanted: readonly string[]): Set<string> {
  const found = new Set<string>()
  for (const { role, organizationId, unitId } of held) {
    if (!wanted.includes(role)) continue
    found.add(unitId ?? organizationId)
    if (unitId !== null) continue
    for (const unit of units) if (unit.organizationId === organizationId) found.add(unit.id)
  }
  // What is added is walked in its turn.
  for (const id of found) for (const unit of units) if (unit.parentId === id) found.add(unit.id)
  return found
}

/**
 * The areas inside which an organisation covers freely (docs/decisions.md, 2): the state everywhere, regions, counties and
 * municipalities their own, others what they were granted. The twin of `organizations.territory`.
 * @param granted codes of all areas it was admitted to
 */
export function territory(
  { level, area }: { level: OrganizationLevel; area: string | null },
  granted: readonly string[],
  countryCode: string,
): Set<string> {
  const areas = new Set(granted)
  if (level === 'state') areas.add(countryCode)
  else if (level !== 'voluntary' && level !== 'private' && area !== null) areas.add(area)
  return areas
}

/** Whether an area lies wholly within a territory. The twin of `organizations.covers_freely`. */
export function liesWithin(graph: AreaGraph, territoryCodes: Iterable<string>, area: string): boolean {
  return covers(graph, territoryCodes, area) === 'whole'
}

/**
 * Whether an organisation of this level and area may admit others there. A body of several municipalities is of their level and has a
 * county for its area: it is none of them, and admits nobody. The twin of `organizations.admits`.
 */
export function admits(
  graph: AreaGraph,
  { level, area }: { level: OrganizationLevel; area: string | null },
  there: string,
): boolean {
  if (area === null || !['municipality', 'county', 'state'].includes(level)) return false
  return (level === 'state' || graph.kindOf(area) === level) && liesWithin(graph, [area], there)
}
