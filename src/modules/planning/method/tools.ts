import { catalogueUrls } from '#modules/catalogue/index.ts'
import { mappingUrls } from '#modules/mapping/index.ts'
import { pyramidUrls } from '#modules/pyramid/index.ts'
import type { Message } from '#platform/i18n/messages.ts'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import type { ToolCode } from './method-content.ts'

/** What Nettungen has for the steps, and where. */
export const tools: Record<ToolCode, { name: Message; path: string; isPublic: boolean }> = {
  // Everybody's pyramid is reached by its place.
  pyramid: { name: messages.toolPyramid, path: catalogueUrls.country.href(), isPublic: true },
  services: { name: messages.toolServices, path: catalogueUrls.drafts.href(), isPublic: false },
  import: { name: messages.toolImport, path: catalogueUrls.imports.href(), isPublic: false },
  mapping: { name: messages.toolMapping, path: mappingUrls.rounds.href(), isPublic: false },
  unmet: { name: messages.toolUnmet, path: catalogueUrls.unmetNeed.href(), isPublic: false },
  reports: { name: messages.toolReports, path: catalogueUrls.reports.href(), isPublic: false },
  plans: { name: messages.toolPlans, path: urls.plans.href(), isPublic: false },
  concretisation: { name: messages.toolConcretisation, path: urls.concretisations.href(), isPublic: false },
  cooperation: { name: messages.toolCooperation, path: urls.cooperations.href(), isPublic: false },
}

/** Where a tool is for an organisation: the pyramid of a municipality or a county is its own. */
export function toolPath(code: ToolCode, { level, area }: { level: string; area: string | null }): string {
  const hasPyramid = area !== null && (level === 'municipality' || level === 'county')
  return code === 'pyramid' && hasPyramid ? pyramidUrls.pyramid.href({ code: area }) : tools[code].path
}
