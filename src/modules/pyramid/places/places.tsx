import { crumbsTo } from '#modules/catalogue/index.ts'
import { page, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import { pageLocaleOf } from '#platform/i18n/locale.tsx'
import { messages } from '../messages.ts'
import type { PyramidParts } from '../place.ts'
import { urls } from '../urls.ts'
import { PlacesPage } from './places.view.tsx'

type PlacesContext = Pick<Context<'GET', undefined, undefined, undefined>, 'language'>

/** GET /pyramide: where there are pyramids, for who comes without a place. */
export function showPlaces({ language }: PlacesContext, { geography }: PyramidParts): Result {
  const { text } = pageLocaleOf(language)
  const title = text(messages.placesTitle)
  return page(
    {
      title,
      description: text(messages.placesLead),
      path: urls.places.href(),
      crumbs: crumbsTo(null, geography, language),
    },
    <PlacesPage title={title} geography={geography} />,
  )
}
