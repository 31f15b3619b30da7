import type { Geography } from '#modules/areas/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { urls } from '../urls.ts'

/** The municipalities of a county, each with a link to its pyramid. */
export function MunicipalityLinks({ county, geography }: { county: string; geography: Geography }) {
  const { link, language } = useLocale()
  return (
    <ul class="plain-list link-list">
      {geography.municipalitiesOf(county).map(area => (
        <li key={area.code}>
          <a href={link(urls.pyramid.href({ code: area.code }))}>{geography.localName(area, language)}</a>
        </li>
      ))}
    </ul>
  )
}
