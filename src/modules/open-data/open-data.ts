import type { Geography } from '#modules/areas/index.ts'
import type { SearchKnowledge } from '#modules/catalogue/index.ts'
import type { Service, ServicePlace, TaxonomyTerm } from './hsds/hsds.schema.ts'
import { makeFigures, type Figures } from './paging/figures.ts'
import { makeTaxonomies, type Taxonomies } from './taxonomies/taxonomies.ts'
import type { hsdsUrls, ukUrls } from './urls.ts'

/** What the handlers of open data share, made once at start. */
export type OpenData = {
  world: { geography: Geography; taxonomies: Taxonomies; search: SearchKnowledge }
  /** How many items a query has. */
  counts: Figures<Promise<number>>
  /** The last id of a page, so that the next one begins there instead of counting up to it. */
  lastIds: Figures<string>
}

/** One of the two forms in which the same is offered. */
export type Api = {
  name: 'hsds' | 'oruk'
  urls: typeof hsdsUrls | typeof ukUrls
  service: (service: Service) => unknown
  servicePlace: (place: ServicePlace) => unknown
  term: (term: TaxonomyTerm) => unknown
}

export function makeOpenData(geography: Geography, search: SearchKnowledge): OpenData {
  return {
    world: { geography, taxonomies: makeTaxonomies(), search },
    counts: makeFigures(),
    lastIds: makeFigures(),
  }
}
