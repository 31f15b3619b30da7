/** Plans and what is in them, the method with its rounds, and what units say of their cooperation. The face of the module. */
export { loadDemoMethod } from './demo/demo-method.ts'
export { loadDemoPlans } from './demo/demo-plans.ts'
export { methodPages } from './method/method-pages.ts'
export { planningJobs } from './reminders/remind.ts'
export { planningRoutes } from './routes.ts'
export { takeUpHref } from './take-up/take-up.tsx'
export { planningDeskPart } from './work-desk/desk-part.ts'
export { cooperationLink, methodLink, planningLink } from './work-links.ts'
