import type { GeoArea } from '#modules/areas/index.ts'
import type { SearchKnowledge } from '../search/knowledge.ts'

/**
 * A place as it stands in the field that asks where: understood again as it is written. Where other places bear the
 * name the county stands with it, so that nobody is asked again for what was chosen: 'Os (Innlandet)'.
 */
export function placeAsTyped(
  area: GeoArea,
  { geography, places }: Pick<SearchKnowledge, 'geography' | 'places'>,
): string {
  const county = geography.countyOf(area.code)
  if (area.kind !== 'municipality' || !county) return area.distinctName
  const others = places.codesOf(area.distinctName).filter(code => code !== area.code && code !== county.code)
  return others.length > 0 ? `${area.name} (${county.name})` : area.distinctName
}
