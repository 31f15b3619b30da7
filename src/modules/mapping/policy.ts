import type { Action } from '#platform/auth/permission.ts'

/** Where each may do it the database's policies say (0024_mapping.sql). */

/** See the rounds of one's organisation, or those that ask one's unit. */
export const seeRounds: Action = {
  action: 'mapping.see',
  roles: ['coordinator', 'leader', 'administrator', 'editor', 'publisher'],
}

/** Open a round, write findings, close it. */
export const runRounds: Action = { action: 'mapping.run', roles: ['coordinator'] }

/** See the whole of a round: progress, findings, the frozen report, comparison. */
export const readRounds: Action = {
  action: 'mapping.read',
  roles: ['coordinator', 'leader', 'administrator'],
}

/** Answer for one's unit; who leads the whole organisation reads instead. */
export const answerRounds: Action = { action: 'mapping.answer', roles: ['editor', 'publisher', 'leader'] }

/** See what goes into the services that one sees as they are worked on. */
export const seeResources: Action = {
  action: 'resource.see',
  roles: ['editor', 'publisher', 'administrator', 'leader', 'coordinator'],
}

/** Write it. */
export const writeResources: Action = {
  action: 'resource.write',
  roles: ['editor', 'publisher', 'administrator'],
}
