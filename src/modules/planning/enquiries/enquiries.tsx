import { today } from '#platform/clock.ts'
import { notFound, page, redirect, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { rowsOf } from '#platform/paging.ts'
import type { Tx } from '#platform/db/sql.ts'
import type { Language } from '#platform/i18n/language.ts'
import { localeOf, pageLocaleOf } from '#platform/i18n/locale.tsx'
import type { HomeQuery } from '../guidelines/guideline.schema.ts'
import { listSenders, type Sender } from '../guidelines/guideline.store.ts'
import { beginByForm, saveByForm, showForm, type Asking } from '../paper/edit.tsx'
import { listOrganizations } from '../paper/home.store.ts'
import type { IdParams, PaperForm } from '../paper/paper.schema.ts'
import { urls } from '../urls.ts'
import { checkEnquiry, enquiryControls } from './enquiry-controls.ts'
import type { EnquiriesQuery } from './enquiry.schema.ts'
import { EnquiryList, pageQuery } from './enquiry-list.view.tsx'
import {
  countDrafts,
  countEnquiries,
  findDraft,
  findEnquiry,
  gathers,
  listAnswers,
  listDrafts,
  listEnquiriesOf,
  listMunicipalities,
  listUnanswered,
  type Draft,
} from './enquiry.store.ts'
import { messages } from './messages.ts'

type Params = typeof IdParams

export const crumbs = (language: Language) => [
  { label: localeOf(language).text(messages.enquiries), path: urls.enquiries.href() },
]

/** What is asked: by one's own organisations, of one's own municipality, and in the area by others. */
export async function showEnquiries({
  tx,
  input,
  language,
  clock,
}: Context<'GET', undefined, typeof EnquiriesQuery, undefined, Action>): Promise<Result> {
  const { side, egne } = input.query
  const counts = await countEnquiries(tx)
  const unsent = await countDrafts(tx)
  // One's own list begins with those that are not sent.
  const { limit, offset } = rowsOf(egne)
  const drafts = await listDrafts(tx, { limit, offset })
  const sent = { limit: limit - drafts.length, offset: Math.max(0, offset - unsent) }
  const enquiries = [
    ...(await listEnquiriesOf(tx, 'own', sent)),
    ...(await listEnquiriesOf(tx, 'others', rowsOf(side))),
  ]
  const ids = enquiries.map(({ id }) => id)
  const title = pageLocaleOf(language).text(messages.enquiries)
  return page(
    { title, path: urls.enquiries.href(), here: urls.enquiries.href(pageQuery(input.query)) },
    <EnquiryList
      title={title}
      today={today(clock)}
      query={input.query}
      rows={{ own: unsent + counts.own, others: counts.others }}
      drafts={drafts}
      enquiries={enquiries}
      answers={await listAnswers(tx, ids)}
      unanswered={new Set((await listUnanswered(tx, ids)).map(({ id }) => id))}
      senders={await listSenders(tx)}
      gathers={await gathers(tx)}
    />,
  )
}

const senderOf = (senders: readonly Sender[], wanted: string | undefined) =>
  wanted === undefined ? senders[0] : senders.find(one => one.id === wanted)

type Making = { tx: Tx; language: Language; clock: Parameters<typeof today>[0] }

export async function showNewEnquiry(
  context: Context<'GET', undefined, typeof HomeQuery, undefined, Action>,
): Promise<Result> {
  const sender = senderOf(await listSenders(context.tx), context.input.query.organisasjon)
  if (!sender) return notFound()
  return showForm(context, await newAsking(context, sender), { fields: { answer_kind: 'text' }, revision: 0 })
}

export async function beginEnquiry(
  context: Context<'POST', undefined, typeof HomeQuery, typeof PaperForm, Action>,
): Promise<Result> {
  const sender = senderOf(await listSenders(context.tx), context.input.query.organisasjon)
  if (!sender) return notFound()
  const begun = await beginByForm(context, await newAsking(context, sender), {
    kind: 'enquiry',
    planId: null,
  })
  return 'id' in begun ? redirect(urls.enquiry.href({ id: begun.id }, { lagret: 'ja' })) : begun
}

async function newAsking(
  { tx, language, clock }: Making,
  sender: { id: string; area: string },
): Promise<Asking> {
  return {
    head: {
      title: localeOf(language).text(messages.newEnquiry),
      path: urls.newEnquiry.href(),
      crumbs: crumbs(language),
    },
    lead: messages.formLead,
    controls: enquiryControls(await listMunicipalities(tx, sender.area)),
    action: urls.newEnquiry.href({ organisasjon: sender.id }),
    backHref: urls.enquiries.href(),
    organizationId: sender.id,
    check: fields => checkEnquiry(fields, today(clock)),
  }
}

/** One that can still be changed: it is not sent, and hers to write. */
async function findOpen(tx: Tx, id: string): Promise<Draft | null> {
  const draft = await findDraft(tx, id)
  return draft?.may_write && !(await findEnquiry(tx, id)) ? draft : null
}

export async function showEnquiryForm(
  context: Context<'GET', Params, undefined, undefined, Action>,
): Promise<Result> {
  const draft = await findOpen(context.tx, context.input.params.id)
  return draft ? showForm(context, await editAsking(context, draft), draft) : notFound()
}

export async function saveEnquiry(
  context: Context<'POST', Params, undefined, typeof PaperForm, Action>,
): Promise<Result> {
  const draft = await findOpen(context.tx, context.input.params.id)
  if (!draft) return notFound()
  const again = await saveByForm(context, await editAsking(context, draft), draft)
  return again ?? redirect(urls.enquiry.href({ id: draft.id }, { lagret: 'ja' }))
}

async function editAsking(making: Making, { id, organization_id, fields }: Draft): Promise<Asking> {
  const [home] = await listOrganizations(making.tx, [organization_id])
  return {
    ...(await newAsking(making, { id: organization_id, area: home?.area ?? '' })),
    head: {
      title: localeOf(making.language).text(messages.edit),
      path: urls.enquiryForm.href({ id }),
      crumbs: [...crumbs(making.language), { label: fields.question, path: urls.enquiry.href({ id }) }],
    },
    action: urls.enquiryForm.href({ id }),
    backHref: urls.enquiry.href({ id }),
  }
}
