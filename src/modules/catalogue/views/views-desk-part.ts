import { mayEnter } from '#platform/auth/permission.ts'
import type { WorkDeskPart } from '#platform/auth/work-desk-part.ts'
import { readServices } from '../policy.ts'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import { countViews } from './views.store.ts'

/** How often one's services are looked at, on the work desk; nothing when hardly anybody did. */
export const viewsDeskPart: WorkDeskPart = {
  waiting: () => Promise.resolve({ items: [], more: [] }),
  async own(tx, actor, day) {
    if (!mayEnter(actor, readServices)) return null
    const { last } = await countViews(tx, day, null)
    if (!last) return null
    return { title: messages.views, lines: [{ label: messages.last, n: last, path: urls.views.href() }] }
  },
  suggestions: [],
}
