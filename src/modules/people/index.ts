/** Persons who log in, and their sessions: the face of the module. */
export { DEMO_PEOPLE_FILE, demoPeople, demoPersonId } from './demo/people.ts'
export { loadDemoPeople } from './demo/demo.ts'
export { makeDemoLogins, type DemoLogins } from './demo-login/demo-login.tsx'
export type { LoginParts } from './login/login.tsx'
export { findActor } from './session/session.ts'
export { peopleJobs } from './session/forget.ts'
export { peopleRoutes } from './routes.ts'
export { loginPath, urls as peopleUrls } from './urls.ts'
