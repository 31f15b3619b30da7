import type { Action } from '#platform/auth/permission.ts'

/** Reads files with services and makes drafts of them, for the organisation or unit where she may begin drafts; and takes services out again. */
export const importServices: Action = {
  action: 'service.import',
  roles: ['editor', 'publisher', 'administrator'],
}
