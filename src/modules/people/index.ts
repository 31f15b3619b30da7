/** Persons who log in, and their sessions: the face of the module. */
export { demoPeople, demoPersonId } from './demo/people.ts'
export { loadDemoPeople } from './demo/demo.ts'
export { findActor } from './session/session.ts'
export { peopleRoutes } from './routes.ts'
export { loginPath, urls as peopleUrls } from './urls.ts'
