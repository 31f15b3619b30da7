/** The pyramid: rooms by level, what is in them and what is missing. The face of the module. */
export { pyramidRoutes } from './routes.ts'
export { urls as pyramidUrls } from './urls.ts'
export { findNationalRooms } from './place.ts'
export type { NationalRoom } from './rules.ts'
export { gapWordsOfNational } from './words.ts'
export { pyramidLink } from './arrangement/arrangement.tsx'
export { findGap, listNamedGaps } from './gaps/find-gaps.ts'
