import { countryMap, type Geography } from '#modules/areas/index.ts'
import { pageLocaleOf } from '#platform/i18n/locale.tsx'
import { page, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import { messages } from '../messages.ts'
import { urls } from '../urls.ts'
import { FrontPage } from './front.view.tsx'

/** The front page: a place and a need. */
export function showFront(
  { language, baseUrl }: Context<'GET', undefined, undefined, undefined>,
  geography: Geography,
  countryMapHref: string,
): Result {
  const { text } = pageLocaleOf(language)
  const title = text(messages.frontTitle)
  const data = {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: 'Nettungen',
    url: `${baseUrl}/`,
    potentialAction: {
      '@type': 'SearchAction',
      target: `${baseUrl}/tilbud?q={q}`,
      'query-input': 'required name=q',
    },
  }
  return page(
    {
      title,
      description: text(messages.frontDescription),
      path: urls.front.href(),
      data: [data],
      scripts: ['suggest'],
    },
    <FrontPage
      title={title}
      geography={geography}
      map={{ href: countryMapHref, viewBox: countryMap().viewBox }}
    />,
  )
}
