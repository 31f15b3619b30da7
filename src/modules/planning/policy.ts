import type { Action } from '#platform/auth/permission.ts'

/** Where each may do it the database's policies say (0025_plans.sql). */

/** Read the plans of an organisation in which one works, also in one of its units. */
export const seePlans: Action = {
  action: 'plan.see',
  roles: ['coordinator', 'leader', 'administrator', 'professional'],
}

/** Read guidelines and enquiries from above, and what is known about the place: who reads the plans that they are for. */
export const seeGuidance: Action = { action: 'guidance.see', roles: seePlans.roles }

/** Write and publish guidelines, send and answer enquiries, acknowledge, and keep what is known. */
export const keepGuidance: Action = { action: 'guidance.keep', roles: ['coordinator'] }

/** Write plans, measures, consultations and concretisations of an organisation as a whole. */
export const writePlans: Action = { action: 'plan.write', roles: ['coordinator'] }
