import type { Action } from '#platform/auth/permission.ts'

/** Where each may do it the database's policies say (0028_goals_and_scenarios.sql). */

/** Read the saved calculations of an organisation that one coordinates, leads or administers, also in a unit only. */
export const seeScenarios: Action = {
  action: 'scenario.see',
  roles: ['coordinator', 'leader', 'administrator'],
}

/** Save calculations for an organisation as a whole. */
export const writeScenarios: Action = { action: 'scenario.write', roles: ['coordinator'] }
