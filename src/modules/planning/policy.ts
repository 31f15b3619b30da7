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

/** Read how an organisation goes through the method: who reads its plans does. */
export const seeMethod: Action = { action: 'method.see', roles: seePlans.roles }

/** Begin and end rounds of the method, and keep their steps, for an organisation as a whole. */
export const runMethod: Action = { action: 'method.run', roles: ['coordinator'] }

/** See how far the municipalities of a county, a region or the state have come: what has been done, never what was written. */
export const seeMethodStatus: Action = { action: 'method.status', roles: ['coordinator'] }

/** Read what the units of an organisation say of their cooperation: whoever has a role there. */
export const seeCooperation: Action = {
  action: 'cooperation.see',
  roles: [
    'editor',
    'publisher',
    'coordinator',
    'leader',
    'professional',
    'data-protection-officer',
    'administrator',
  ],
}

/** Write what a unit says of its cooperation: its editors and leaders, and the coordinator of the organisation. */
export const writeCooperation: Action = {
  action: 'cooperation.write',
  roles: ['editor', 'leader', 'coordinator'],
}
