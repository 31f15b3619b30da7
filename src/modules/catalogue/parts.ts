import type { Geography } from '#modules/areas/index.ts'
import type { Vault } from '#platform/secrets/vault.ts'
import type { SearchKnowledge } from './search/knowledge.ts'
import type { UnmetNeeds } from './unmet-need/unmet-need.ts'
import type { ServiceViews } from './views/gather-views.ts'

/** What the catalogue's pages need from outside, made once at start. */
export type CatalogueParts = {
  geography: Geography
  search: SearchKnowledge
  /** Null: searches without a hit are not counted. */
  unmetNeeds: UnmetNeeds | null
  /** Null: views are not counted. */
  views: ServiceViews | null
  /** Address of the drawing of the counties. */
  countryMapHref: string
  /** The page of a place's pyramid, which is another module's: without language prefix. */
  pyramidPath: (code: string) => string
  /** Where it is written what goes into a service, which is another module's. */
  resourcesPath: (serviceId: string) => string
  /** Demo data is confirmed by nobody, and its pages say so. */
  demo: boolean
  /** Seals secrets of webhooks. Null: there are no keys, and none can be registered. */
  vault: Vault | null
}
