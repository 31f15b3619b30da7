import type { Actor } from './actor.ts'

/**
 * What one may do, in words (`service.edit`), and the roles that may. At a route it is enough to hold one of them somewhere;
 * WHERE is decided by row-level security, so that forbidden looks like missing.
 */
export type Action = { readonly action: string; readonly roles: readonly string[] }

/** `public` and `person` (whoever is logged in) are written out; anything else is an action of a module's policy.ts. */
export type Permission = 'public' | 'person' | Action

/** May she come in here at all? */
export function mayEnter(actor: Actor, permission: Permission): boolean {
  if (typeof permission === 'string') return true
  return actor.roles.some(({ role }) => permission.roles.includes(role))
}

/** Is it a permission that says something? A route without one does not start. */
export function isPermission(given: unknown): given is Permission {
  if (given === 'public' || given === 'person') return true
  if (typeof given !== 'object' || given === null || !('action' in given) || !('roles' in given)) return false
  const { action, roles } = given
  return (
    typeof action === 'string' &&
    action !== '' &&
    Array.isArray(roles) &&
    roles.length > 0 &&
    roles.every(role => typeof role === 'string' && role !== '')
  )
}
