import type { Geography } from '#modules/areas/index.ts'
import type { Asked } from './match.ts'

const coverings = new WeakMap<Geography, Map<string, NonNullable<Asked['covering']>>>()

/** Areas that reach a place, with how near: 0 the place and what is in it, 1 county, 2 region, 3 country. */
export function coveringOf(geography: Geography, place: string): NonNullable<Asked['covering']> {
  let known = coverings.get(geography)
  if (!known) coverings.set(geography, (known = new Map()))
  let covering = known.get(place)
  if (!covering) {
    const distances: Record<string, number> = { county: 1, region: 2, country: 3 }
    covering = new Map(
      [...geography.coveringCodes(place)].map(([code, cover]) => [
        code,
        {
          whole: cover === 'whole',
          distance: code === place ? 0 : (distances[geography.need(code).kind] ?? 0),
        },
      ]),
    )
    known.set(place, covering)
  }
  return covering
}
