import type { GeoArea, Geography } from '#modules/areas/index.ts'
import type { Locale } from '#platform/i18n/locale.tsx'
import { messages } from '../messages.ts'

/** What a service covers, in a few words: 'Hele landet', 'Akershus', 'Nes og Gjerdrum', '11 kommuner'. */
export function coverageInWords(locale: Locale, geography: Geography, codes: readonly string[]): string {
  const areas = codes.flatMap(code => geography.get(code) ?? [])
  if (areas.some(area => area.kind === 'country')) return locale.text(messages.wholeCountry)
  if (areas.length > 3) return locale.text(messages.severalMunicipalities, { n: areas.length })
  return locale.list(areas.map(area => areaInWords(locale, geography, area)))
}

/** Regions of hospitals and governors are called by whose they are; a police district is a place by its name. */
function areaInWords(locale: Locale, geography: Geography, area: GeoArea): string {
  const name = geography.localName(area, locale.language)
  return area.regionKind === null || area.regionKind === 'police'
    ? name
    : locale.text(messages.areaOf, { name })
}

/** For a service that covers a part of a municipality only: 'Bare i bydel Frogner'. */
export function partInWords(
  locale: Locale,
  geography: Geography,
  codes: readonly string[],
  municipality: string,
): string {
  const names = codes
    .flatMap(code => geography.get(code) ?? [])
    .filter(area => area.kind === 'district' && geography.municipalityOf(area.code)?.code === municipality)
    .map(area => area.name)
  return locale.text(messages.onlyInDistrict, { name: names.join(', ') })
}
