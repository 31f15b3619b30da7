import type { GeoArea, Geography } from '#modules/areas/index.ts'
import type { Crumb } from '#platform/http/result.ts'
import type { Language } from '#platform/i18n/language.ts'
import { pageLocaleOf } from '#platform/i18n/locale.tsx'
import { messages } from '../messages.ts'
import { urls } from '../urls.ts'

/**
 * Breadcrumbs by geography, the same everywhere: from the country down to a county or municipality, with it.
 * @param code null: we know no place, and the country is all
 */
export function crumbsTo(code: string | null, geography: Geography, language: Language): Crumb[] {
  const area = code === null ? geography.country() : geography.need(code)
  return [...crumbsAbove(area, geography, language), crumbOf(area, geography, language)]
}

/** Breadcrumbs of an area's own page: what it lies in. */
export function crumbsAbove(area: GeoArea, geography: Geography, language: Language): Crumb[] {
  return geography
    .ancestorsOf(area.code)
    .toReversed()
    .map(above => crumbOf(above, geography, language))
}

function crumbOf(area: GeoArea, geography: Geography, language: Language): Crumb {
  if (area.kind === 'country')
    return { label: pageLocaleOf(language).text(messages.norway), path: urls.country.href() }
  const label = geography.localName(area, language)
  const { code } = area
  return area.kind === 'county'
    ? { label, path: urls.county.href({ code }) }
    : { label, path: urls.municipality.href({ code }) }
}
