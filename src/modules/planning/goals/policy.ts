import type { Action } from '#platform/auth/permission.ts'
import { seePlans } from '../policy.ts'

/** Where each may do it the database's policies say (0028_goals_and_scenarios.sql). */

/** Read the result goals of an organisation in which one works, and its yearly report: whoever reads its plans. */
export const seeGoals: Action = { action: 'goal.see', roles: seePlans.roles }

/** Write the goals of an organisation and its units. */
export const writeGoals: Action = { action: 'goal.write', roles: ['coordinator'] }

/** Finish the yearly report of an organisation: who leads it. */
export const finishReports: Action = { action: 'report.finish', roles: ['leader'] }

/** Enter the figure of a year: the coordinator of all goals, who leads a unit of that unit's. */
export const enterFigures: Action = { action: 'goal.figure', roles: ['coordinator', 'leader'] }
