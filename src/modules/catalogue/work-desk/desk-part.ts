import { randomUUID } from 'node:crypto'
import { mayEnter } from '#platform/auth/permission.ts'
import type { MoreWaiting, Waiting, WorkDeskPart } from '#platform/auth/work-desk-part.ts'
import type { Message } from '#platform/i18n/messages.ts'
import { countStates } from '../draft/draft-list.store.ts'
import { decideCoverage, editServices, readServices } from '../policy.ts'
import { stateNames } from '../publishing/states.ts'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import { listWaiting, type WaitingKind, type WaitingRow } from './waiting.store.ts'

/** Of each kind, before the rest is a link to its list. */
const SHOWN = 6

type Kind = { task: Message; path: (row: WaitingRow) => string; more: Message; list: string }

const draft = ({ id }: WaitingRow) => urls.draft.href({ id })
const question = ({ id }: WaitingRow) => urls.coverageRequest.href({ id })
const late = { path: () => urls.unconfirmed.href(), list: urls.unconfirmed.href() }
const due = urls.drafts.href({ frist: 'ja' })

const kinds: Record<WaitingKind, Kind> = {
  confirm: {
    task: messages.confirm,
    path: ({ id }) => urls.confirmation.href({ id }),
    more: messages.allConfirm,
    list: due,
  },
  archive: { task: messages.archive, path: draft, more: messages.allArchive, list: due },
  'sent-back': {
    task: messages.sentBack,
    path: draft,
    more: messages.allSentBack,
    list: urls.drafts.href({ tilstand: 'sent-back' }),
  },
  review: {
    task: messages.review,
    path: draft,
    more: messages.allReview,
    list: urls.drafts.href({ tilstand: 'in-review' }),
  },
  publish: {
    task: messages.publish,
    path: draft,
    more: messages.allPublish,
    list: urls.drafts.href({ tilstand: 'approved' }),
  },
  coverage: {
    task: messages.coverage,
    path: question,
    more: messages.allCoverage,
    list: urls.coverageRequests.href(),
  },
  'first-approval': {
    task: messages.firstApproval,
    path: question,
    more: messages.allFirstApproval,
    list: urls.coverageRequests.href(),
  },
  feedback: {
    task: messages.feedback,
    path: ({ id }) => urls.toldFeedback.href({ id }),
    more: messages.allFeedback,
    list: urls.feedbackList.href(),
  },
  links: {
    task: messages.mendLinks,
    path: () => urls.drafts.href({ lenker: 'ja' }),
    more: messages.countLinks,
    list: urls.drafts.href({ lenker: 'ja' }),
  },
  unconfirmed: { task: messages.unconfirmed, more: messages.countServices, ...late },
  left: { task: messages.left, more: messages.countServices, ...late },
}

/** Kinds that are one line for all there is. */
const countsOf: Partial<Record<WaitingKind, Message>> = {
  links: messages.countLinks,
  unconfirmed: messages.countServices,
  left: messages.countServices,
}

/** The catalogue's part of the work desk. */
export const catalogueDeskPart: WorkDeskPart = {
  async waiting(tx, actor, day) {
    const rows = await listWaiting(tx, actor.personId, day, SHOWN)
    return { items: rows.map(itemOf), more: moreOf(rows) }
  },
  async own(tx, actor, day) {
    if (!mayEnter(actor, readServices)) return null
    const counts = await countStates(tx, { q: '', state: null, dueBefore: null, deadLinks: false }, day)
    if (counts.size === 0) return null
    const lines = [...counts].map(([state, n]) => ({
      label: stateNames[state],
      n,
      path: urls.drafts.href({ tilstand: state }),
    }))
    return { title: messages.myServices, lines: lines.toSorted((a, b) => b.n - a.n) }
  },
  suggestions: [
    { label: messages.beginService, path: urls.newDraft.href(), permission: editServices },
    { label: messages.seeServices, path: urls.drafts.href(), permission: readServices },
    { label: messages.seeCoverage, path: urls.coverageRequests.href(), permission: decideCoverage },
  ],
}

function itemOf(row: WaitingRow): Waiting {
  const kind = kinds[row.kind]
  const ofMany = countsOf[row.kind]
  return {
    id: `${row.kind} ${row.id}`,
    task: kind.task,
    about: ofMany
      ? { message: ofMany, params: { n: row.total } }
      : row.name && Object.keys(row.name).length > 0
        ? row.name
        : { message: row.kind === 'feedback' ? messages.withoutService : messages.withoutName, params: {} },
    path: kind.path(row),
    due: row.due,
    since: row.since,
    ...(row.kind === 'confirm' && {
      press: {
        path: urls.confirmation.href({ id: row.id }),
        fields: { submission: randomUUID(), fra: 'arbeid' },
        label: messages.stillTrue,
      },
    }),
  }
}

/** A link for each kind of which not all are shown. */
function moreOf(rows: WaitingRow[]): MoreWaiting[] {
  const totals = new Map(rows.map(row => [row.kind, row.total]))
  return [...totals]
    .filter(([kind, n]) => n > SHOWN && !countsOf[kind])
    .map(([kind, n]) => ({ label: kinds[kind].more, n, path: kinds[kind].list }))
}
