import { mayEnter } from '#platform/auth/permission.ts'
import type { WorkDeskPart } from '#platform/auth/work-desk-part.ts'
import { admitOrganizations, seeRoles } from '../policy.ts'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import { listUndecided } from './waiting.store.ts'

/** Before the rest is a link. */
const SHOWN = 6

/** The part of organisations on the work desk: who asks to come in. */
export const organizationDeskPart: WorkDeskPart = {
  async waiting(tx, actor) {
    if (!mayEnter(actor, admitOrganizations)) return { items: [], more: [] }
    const asking = await listUndecided(tx, SHOWN)
    const total = asking[0]?.total ?? 0
    return {
      items: asking.map(({ id, name, since }) => ({
        id: `join ${id}`,
        task: messages.admit,
        about: { nb: name },
        path: urls.request.href({ id }),
        due: null,
        since,
      })),
      more: total > SHOWN ? [{ label: messages.allAsking, n: total, path: urls.requests.href() }] : [],
    }
  },
  suggestions: [{ label: messages.seeRoles, path: urls.administration.href(), permission: seeRoles }],
}
