import type { Action } from '#platform/auth/permission.ts'

/** Registering and removing the addresses that an organisation has told of changed services: its administrator. */
export const manageWebhooks: Action = { action: 'webhook.manage', roles: ['administrator'] }
