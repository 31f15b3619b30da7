import type { Geography } from '#modules/areas/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { messages } from '../messages.ts'
import { urls } from '../urls.ts'
import { MunicipalityLinks } from './municipality-links.view.tsx'

/** Every county with its municipalities, each with a link to its pyramid. */
export function PlacesPage({ title, geography }: { title: string; geography: Geography }) {
  const { t, text, link, language } = useLocale()
  return (
    <div class="pyramid-places">
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.placesLead)}</p>
      </div>
      <nav class="no-print" aria-label={text(messages.counties)}>
        <ul class="plain-list link-list">
          {geography.counties().map(county => (
            <li key={county.code}>
              <a href={`#fylke-${county.code}`}>{geography.localName(county, language)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {geography.counties().map(county => (
        <section key={county.code} class="section" aria-labelledby={`fylke-${county.code}`}>
          <h2 id={`fylke-${county.code}`}>
            <a href={link(urls.pyramid.href({ code: county.code }))}>
              {geography.localName(county, language)}
            </a>
          </h2>
          <MunicipalityLinks county={county.code} geography={geography} />
        </section>
      ))}
    </div>
  )
}
