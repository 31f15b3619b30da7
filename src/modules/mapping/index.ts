/** Mapping rounds with their findings and frozen reports, and what goes into services: the face of the module. */
export { mappingRoutes } from './routes.ts'
export { mappingLink } from './round/rounds.tsx'
export { mappingDeskPart } from './work-desk/desk-part.ts'
export { mappingJobs } from './reminders/remind.ts'
export { loadDemoRounds } from './demo/demo.ts'
export { findFindingTitle, pathsOfFindings } from './finding/finding.store.ts'
export { urls as mappingUrls } from './urls.ts'
