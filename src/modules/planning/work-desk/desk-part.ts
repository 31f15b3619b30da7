import { mayEnter } from '#platform/auth/permission.ts'
import type { MoreWaiting, Waiting, WorkDeskPart } from '#platform/auth/work-desk-part.ts'
import { listUnanswered } from '../enquiries/enquiry.store.ts'
import { messages as enquiryMessages } from '../enquiries/messages.ts'
import { listDue } from '../guidelines/guideline.store.ts'
import { messages as guidelineMessages } from '../guidelines/messages.ts'
import { latenessOf } from '../measure/rules.ts'
import { seePlans, writePlans } from '../policy.ts'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import { listWaiting, type WaitingRow } from './waiting.store.ts'

/** Of each kind, before the rest is a link. */
const SHOWN = 6
/** Days before its date from which an evaluation is shown. */
const EVALUATION_DAYS = 30

/** The part of plans on the work desk: late measures, consultations with their deadlines, evaluations that are due, enquiries to answer and guidelines to acknowledge. */
export const planningDeskPart: WorkDeskPart = {
  async waiting(tx, actor, day) {
    if (!mayEnter(actor, writePlans)) return { items: [], more: [] }
    const rows = await listWaiting(tx, day, { evaluation: EVALUATION_DAYS })
    const late = lateIn(rows, day)
    const asked = rows.filter(({ kind }) => kind === 'consultation').map(consultationOf)
    const evaluations = rows.filter(({ kind }) => kind === 'evaluation').map(evaluationOf)
    const enquiries = (await listUnanswered(tx)).map(enquiryOf)
    const guidelines = [...Map.groupBy(await listDue(tx, day), due => due.paper_id).values()].map(guidelineOf)
    return {
      items: [late, asked, evaluations, enquiries, guidelines].flatMap(items => items.slice(0, SHOWN)),
      more: [
        ...moreOf([late, asked], messages.allPlans, urls.plans.href()),
        ...moreOf([evaluations], messages.allEvaluations, urls.concretisations.href()),
        ...moreOf([enquiries], messages.allEnquiries, urls.enquiries.href()),
        ...moreOf([guidelines], messages.allGuidelines, urls.guidelines.href()),
      ],
    }
  },
  suggestions: [
    { label: messages.begin, path: urls.newPlan.href(), permission: writePlans },
    { label: messages.seePlans, path: urls.plans.href(), permission: seePlans },
  ],
}

/** A line for each plan with late measures, with the first day that one of them has missed. */
function lateIn(rows: readonly WaitingRow[], day: string): Waiting[] {
  const late = rows.flatMap(({ kind, id, title, due, starts, state }) => {
    if (kind !== 'measure' || state === null) return []
    const lateness = latenessOf({ state, starts_on: starts, ends_on: due }, 'adopted', day)
    return lateness === null ? [] : [{ id, title, day: (lateness === 'end' ? due : starts)! }]
  })
  return [...Map.groupBy(late, one => one.id)].map(([id, some]) => ({
    id: `late ${id}`,
    task: messages.late,
    about: { message: messages.lateIn, params: { n: some.length, plan: some[0]!.title } },
    path: urls.plan.href({ id }, { sent: 'ja' }),
    due: some.map(one => one.day).toSorted()[0]!,
    since: null,
  }))
}

const consultationOf = ({ id, title, due }: WaitingRow): Waiting => ({
  id: `consultation ${id}`,
  task: messages.consultation,
  about: { nb: title },
  path: urls.consultation.href({ id }),
  due,
  since: null,
})

const evaluationOf = ({ id, title, due }: WaitingRow): Waiting => ({
  id: `evaluation ${id}`,
  task: messages.evaluation,
  about: { nb: title },
  path: urls.concretisation.href({ id }),
  due,
  since: null,
})

const enquiryOf = ({
  id,
  question,
  deadline,
}: Awaited<ReturnType<typeof listUnanswered>>[number]): Waiting => ({
  id: `enquiry ${id}`,
  task: enquiryMessages.waits,
  about: { nb: question },
  path: urls.enquiry.href({ id }),
  due: deadline,
  since: null,
})

/** @param due by one's municipalities, at least one */
const guidelineOf = (due: Awaited<ReturnType<typeof listDue>>): Waiting => ({
  id: `guideline ${due[0]!.paper_id}`,
  task: guidelineMessages.waiting,
  about: { nb: due[0]!.title },
  path: urls.guideline.href({ id: due[0]!.paper_id }),
  due: null,
  since: null,
})

function moreOf(lists: Waiting[][], label: MoreWaiting['label'], path: string): MoreWaiting[] {
  const n = lists.flat().length
  return lists.some(list => list.length > SHOWN) ? [{ label, n, path }] : []
}
