import type { Geography } from '#modules/areas/index.ts'
import type { SearchKnowledge } from '#modules/catalogue/index.ts'

/** What the pages of mapping need from outside, made once at start. */
export type MappingParts = {
  geography: Geography
  search: SearchKnowledge
  /** The page where something is taken into a plan, which is another module's. Null: there is none. */
  takeUpHref: ((kind: 'finding' | 'room', key: string, areaCode: string) => string) | null
}

/** What is known without asking, to look at a round with. */
export type World = Pick<MappingParts, 'geography' | 'search'>
