import type { Geography } from '#modules/areas/index.ts'
import type { SearchKnowledge } from './search/knowledge.ts'

/** What the catalogue's pages need from outside, made once at start. */
export type CatalogueParts = {
  geography: Geography
  search: SearchKnowledge
  /** Address of the drawing of the counties. */
  countryMapHref: string
  /** Demo data is confirmed by nobody, and its pages say so. */
  demo: boolean
}
