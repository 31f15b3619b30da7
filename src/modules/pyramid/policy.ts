import type { Action } from '#platform/auth/permission.ts'

/** Where each may do it the database's policies say (0026_pyramid.sql). */

/** Rename, add, hide and reorder the rooms of one's municipality. */
export const arrangeRooms: Action = { action: 'pyramid.arrange', roles: ['coordinator'] }

/** See what lacks in one's area, beside what the public sees. */
export const seeGaps: Action = {
  action: 'pyramid.see-gaps',
  roles: ['coordinator', 'leader', 'administrator'],
}
