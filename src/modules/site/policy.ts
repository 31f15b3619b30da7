import type { Action } from '#platform/auth/permission.ts'

/** Seeing jobs that failed and running them again: an administrator of an organisation of the state, for the whole of it. */
export const tendJobs: Action = { action: 'job.tend', roles: ['administrator'] }
