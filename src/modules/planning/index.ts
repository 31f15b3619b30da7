/** Plans and what is in them: measures, consultations, concretisations of new services. The face of the module. */
export { loadDemoGuidance } from './demo/demo-guidance.ts'
export { loadDemoPlans } from './demo/demo-plans.ts'
export { planningJobs } from './reminders/remind.ts'
export { planningRoutes } from './routes.ts'
export { takeUpHref } from './take-up/take-up.tsx'
export { planningDeskPart } from './work-desk/desk-part.ts'
export { guidanceLinks, planningLink } from './work-links.ts'
