/** Open data for other systems: the face of the module. */
export { openDataRoutes } from './routes.ts'
