/** The pyramid: rooms by level, what is in them and what is missing. The face of the module. */
export { pyramidRoutes } from './routes.ts'
export { urls as pyramidUrls } from './urls.ts'
export { findRooms } from './pyramid/pyramid.tsx'
export type { PyramidRoom } from './rules.ts'
export { gapWords } from './words.ts'
