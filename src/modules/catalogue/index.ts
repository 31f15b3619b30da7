/** The catalogue of services: the face of the module. */
import { hashOfFiles } from '#platform/content/content.ts'
import { loadOnce } from '#platform/db/loading.ts'
import type { Tx } from '#platform/db/sql.ts'
import { syncVocabularies } from './vocabulary/vocabulary.store.ts'
import { vocabularyFiles } from './vocabulary/vocabulary.ts'

export { loadDemo } from './demo/demo.ts'

/** Brings the tables of codes up to date with the vocabularies in content/. */
export function loadVocabularies(tx: Tx): Promise<boolean> {
  return loadOnce(tx, 'vocabularies', hashOfFiles([...vocabularyFiles, 'data/los.json']), () =>
    syncVocabularies(tx),
  )
}
export type { CatalogueParts } from './parts.ts'
export { catalogueRoutes } from './routes.ts'
export { urls as catalogueUrls } from './urls.ts'
export { searchPath } from './search/search-path.ts'
export { messages as catalogueMessages } from './messages.ts'
export { listHelpLines, type HelpLine } from './overview/overview.store.ts'
export { findService, type PublishedService } from './service/service.store.ts'
export { levels } from './vocabulary/vocabulary.ts'
export { listPublished } from './service/published.store.ts'
