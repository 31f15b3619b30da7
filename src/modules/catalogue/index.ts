/** The catalogue of services: the face of the module. */
import { hashOfFiles } from '#platform/content/content.ts'
import { loadOnce } from '#platform/db/loading.ts'
import type { Tx } from '#platform/db/sql.ts'
import { analysisHash } from './analysis/analysis.ts'
import { refreshDerived } from './publication/publication.store.ts'
import { syncVocabularies } from './vocabulary/vocabulary.store.ts'
import { vocabularyFiles } from './vocabulary/vocabulary.ts'

export { loadSearchKnowledge, type SearchKnowledge } from './search/knowledge.ts'
export { loadDemo, stableId } from './demo/demo.ts'
export { line, lines, several, type Form } from './draft/form.ts'
export { mergeFields, type Clash, type Fields } from './draft/merge.ts'
export { beginWantedDraft } from './draft/wanted-draft.store.ts'
export { momentInWords } from './publishing/moment.ts'
export { gatherUnmetNeeds, type UnmetNeeds } from './unmet-need/unmet-need.ts'
export { gatherViews, type ServiceViews } from './views/gather-views.ts'
export { viewJobs } from './views/forget-views.ts'
export { viewsDeskPart } from './views/views-desk-part.ts'
export { noteViews } from './views/views.store.ts'
export { webhooksDoor } from './webhooks/webhooks.tsx'
export { webhookJobs } from './webhooks/tell-webhook.ts'
export { listUnmetNeed, listUnmetNeedIn, noteUnmetNeed } from './unmet-need/unmet-need.store.ts'

/** Counts up when the way of deriving changes, so that what is derived is written anew. */
const DERIVED_BY = 7

/** Brings the tables of codes up to date with the vocabularies in content/, and what services derive from them. */
export function loadVocabularies(tx: Tx): Promise<boolean> {
  const hash = `${hashOfFiles([...vocabularyFiles, 'data/los.json'])} ${analysisHash()} ${DERIVED_BY}`
  return loadOnce(tx, 'vocabularies', hash, async () => {
    await syncVocabularies(tx)
    await refreshDerived(tx)
  })
}

export { importLink } from './import/import-routes.ts'
export { importJobs } from './import/work/import-jobs.ts'
export { catalogueRoutes } from './routes.ts'
export { catalogueWorkLinks } from './publishing/work-links.ts'
export { catalogueDeskPart } from './work-desk/desk-part.ts'
export { feedbackLink } from './feedback-answers/feedback-answers.tsx'
export { linkJobs } from './links/check-links.ts'
export { reminderJobs } from './reminders/remind.ts'
export { catalogueJobs } from './publishing/write-service.ts'
export { urls as catalogueUrls } from './urls.ts'
export { hearDangerInPlace, type DangerHeard } from './search/hear-danger.ts'
export { DangerNumbers } from './listing/danger-numbers.view.tsx'
export { searchPath } from './search/search-path.ts'
export { SearchQuery, type FilterName } from './search/search.schema.ts'
export { choiceOf, filterChoices } from './search/filter-choices.ts'
export { messages as catalogueMessages } from './messages.ts'
export { findOffice, listHelpLines, type HelpLine, type Office } from './listing/help-lines.store.ts'
export { helpNumbers, numbersOf, type HelpNumber } from './listing/help-numbers.ts'
export {
  accessKinds,
  ageBands,
  audiences,
  costKinds,
  diagnosisGroups,
  levels,
  riskGroups,
  rooms,
  spokenLanguages,
  targetGroups,
  themes,
} from './vocabulary/vocabulary.ts'
export type { LevelEntry, RoomEntry } from './vocabulary/vocabulary.schema.ts'
export { lookAtPlace, type CountedRooms, type RoomCount } from './rooms/count-rooms.ts'
export { besideOthers, type BesideOthers, type FiguresBesideOthers } from './reports/beside-others.ts'
export { listSteps, type Step } from './rooms/steps.store.ts'
export { findRoomOfPlace, type RoomOfPlace } from './rooms/find-room.ts'
export { streamRoomServices, type RoomService } from './rooms/room-services.store.ts'
export { ServiceHits } from './listing/service-hits.view.tsx'
export { crumbsTo } from './listing/crumbs.ts'
export { PlaceChoice } from './places/place-choice.view.tsx'
export { missingPlace } from './overview/overview.tsx'
export { AreaParams } from './overview/overview.schema.ts'
export { readCsv } from './import/file/csv.ts'
export { decodeText } from './import/file/text.ts'
export { listRelevant } from './search/relevance.ts'
export { ageInWords } from './service/age.ts'
export { listPublished } from './service/published.store.ts'
