/** Where a draft stands. Derived from what was done; nobody sets it. */
export const draftStates = [
  'draft',
  'in-review',
  'sent-back',
  'approved',
  'scheduled',
  'waiting',
  'published',
  'changed',
  'archived',
] as const
export type DraftState = (typeof draftStates)[number]

/** What was done to a draft, each list in the order it was done. Days are `YYYY-MM-DD`. */
export type DraftHistory = {
  revision: number
  requests: { revision: number; at: Date; outcome: 'approved' | 'sent-back' | null }[]
  publications: { revision: number; from: string | null; to: string | null; archived: boolean }[]
  archivings: { revision: number; at: Date }[]
  /** The public sees the service now. */
  isShown: boolean
}

/**
 * Where a draft stands on a day. The twin of `catalogue.draft_states` in the database.
 *
 * - `draft`: being written, and not public; `in-review`: a publisher is asked; `sent-back`: with a reason; `approved`: may be published
 * - `scheduled`: will be public; `waiting`: is to be public, but nobody has accepted it where it is to be shown, or the job has not written it
 * - `published`: what stands in the draft is what the public sees; `changed`: the public sees an older revision
 * - `archived`: was put away, or its time is over
 */
export function stateOf(history: DraftHistory, today: string): DraftState {
  const { revision } = history
  const current = history.publications.findLast(publication => !publication.archived)
  if (current?.revision === revision) {
    if (current.to !== null && current.to < today) return 'archived'
    if (current.from !== null && current.from > today) return 'scheduled'
    return history.isShown ? 'published' : 'waiting'
  }
  const ended = history.archivings.at(-1)
  const asked = history.requests.at(-1)
  const isAskedSince = asked !== undefined && ended !== undefined && asked.at > ended.at
  if (!current && ended?.revision === revision && !isAskedSince) return 'archived'
  if (asked?.revision === revision && asked.outcome === null) return 'in-review'
  if (asked?.revision === revision && asked.outcome === 'approved') return 'approved'
  const settled = Math.max(ended?.revision ?? 0, history.publications.at(-1)?.revision ?? 0)
  if (asked?.outcome === 'sent-back' && asked.revision > settled) return 'sent-back'
  if (current && (current.to === null || current.to >= today)) return 'changed'
  return 'draft'
}
