import * as z from 'zod'

const PlaceMunicipality = z.object({
  code: z.string(),
  name: z.string(),
  /** Tells apart those of the same name: 'Herøy (Nordland)'. */
  distinctName: z.string(),
  countyCode: z.string(),
  countyName: z.string(),
})

/** A place that somebody named. */
export const Place = z.object({
  /** What the name is the name of. A former municipality or county leads to what it became. */
  kind: z.enum(['municipality', 'county', 'town', 'postcode', 'former', 'country']),
  /** What was matched, as it is written: 'Årnes', '2150 Årnes', 'Guovdageaidnu', 'Skedsmo'. */
  label: z.string(),
  /** Null for a county, the country, and for Svalbard and Jan Mayen, where only national services are. */
  municipality: PlaceMunicipality.nullable(),
  /** Of the municipality, or the county itself; null for the country, and Svalbard and Jan Mayen. */
  countyCode: z.string().nullable(),
  countyName: z.string().nullable(),
})
export type Place = z.output<typeof Place>

/** A place with what decides between places of the same name. */
export const NamedPlace = Place.extend({
  /** The folded name that was matched. */
  key: z.string(),
  /** An admin centre that the postcode register does not know by this name. */
  isCentreOnly: z.boolean(),
  /** How many live there at most, about. */
  people: z.number(),
})
export type NamedPlace = z.output<typeof NamedPlace>

/** What a typed text stands for. `near`: what it may have meant, best first. */
export type ResolvedPlace =
  | { kind: 'one'; place: Place }
  | { kind: 'several'; places: Place[] }
  | { kind: 'none'; near: Place[] }
