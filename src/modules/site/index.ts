/** The front door of the public site: the face of the module. */
export { makeLayout, troublePage } from './frame/frame.tsx'
export { failedJobsDoor } from './failed-jobs/failed-jobs.tsx'
export { siteRoutes } from './routes.tsx'
export { coordinationLabel, workDeskLink } from './work-desk/work-desk.tsx'
