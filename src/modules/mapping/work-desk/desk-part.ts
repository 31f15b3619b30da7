import { mayEnter } from '#platform/auth/permission.ts'
import type { WorkDeskPart } from '#platform/auth/work-desk-part.ts'
import { runRounds, seeRounds } from '../policy.ts'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import { listWaiting } from './waiting.store.ts'

/** Of each kind, before the rest is a link. */
const SHOWN = 3

/** The part of mapping on the work desk. */
export const mappingDeskPart: WorkDeskPart = {
  async waiting(tx, actor, day) {
    if (!mayEnter(actor, seeRounds)) return { items: [], more: [] }
    const rows = await listWaiting(tx, day, SHOWN)
    const total = rows.find(({ kind }) => kind === 'answer')?.total ?? 0
    return {
      items: rows.map(({ kind, id, name, due }) => ({
        id: `mapping ${kind} ${id}`,
        task: kind === 'answer' ? messages.answer : messages.close,
        about: name,
        path: kind === 'answer' ? urls.tasks.href({ respondent: id }) : urls.round.href({ id }),
        due,
        since: null,
      })),
      more: total > SHOWN ? [{ label: messages.all, n: total, path: urls.rounds.href() }] : [],
    }
  },
  suggestions: [{ label: messages.open, path: urls.newRound.href(), permission: runRounds }],
}
