import { randomUUID } from 'node:crypto'
import { today } from '#platform/clock.ts'
import { rowsOf } from '#platform/paging.ts'
import { invalid, notFound, page, redirect, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import type { Tx } from '#platform/db/sql.ts'
import type { Language } from '#platform/i18n/language.ts'
import { localeOf, pageLocaleOf } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import { listMunicipalities, type Municipality } from '../enquiries/enquiry.store.ts'
import type { FieldError } from '../paper/control.ts'
import { beginByForm, saveByForm, showForm, type Asking } from '../paper/edit.tsx'
import { listHomes } from '../paper/home.store.ts'
import type { IdParams, PaperForm } from '../paper/paper.schema.ts'
import { changesSince, listNames } from '../paper/paper.store.ts'
import { urls } from '../urls.ts'
import { checkGuideline, guidelineControls } from './guideline-controls.ts'
import { GuidelineList, pageQuery } from './guideline-list.view.tsx'
import type {
  AcknowledgementForm,
  GuidelinesQuery,
  HomeQuery,
  PublicationForm,
  SavedQuery,
} from './guideline.schema.ts'
import {
  acknowledge,
  countReceived,
  countWritten,
  decide,
  findPublished,
  findWritten,
  isChanged,
  listAcknowledgements,
  listDue,
  listNotes,
  listPublications,
  listReceived,
  listSenders,
  listStandings,
  listTaken,
  listWritten,
  type Published,
  type Sender,
  type Taken,
} from './guideline.store.ts'
import { noteFieldOf, type SentNote } from './acknowledgement.view.tsx'
import { GuidelinePage } from './guideline.view.tsx'
import { messages } from './messages.ts'

type Params = typeof IdParams
type Reading = Pick<
  Context<'GET', Params, undefined, undefined, Action>,
  'tx' | 'actor' | 'language' | 'clock'
>

const crumbs = (language: Language) => [
  { label: localeOf(language).text(messages.guidelines), path: urls.guidelines.href() },
]

/** What comes from above to one's places, and what one's own organisations above have written. */
export async function showGuidelines({
  tx,
  input,
  language,
  clock,
}: Context<'GET', undefined, typeof GuidelinesQuery, undefined, Action>): Promise<Result> {
  const day = today(clock)
  const { side, egne } = input.query
  const received = await listReceived(tx, rowsOf(side))
  const written = await listWritten(tx, rowsOf(egne))
  const standings = await listStandings(
    tx,
    written.map(({ id }) => id),
  )
  const receivedIds = received.map(({ id }) => id)
  const standingIds = standings.map(({ id }) => id)
  const title = pageLocaleOf(language).text(messages.guidelines)
  return page(
    { title, path: urls.guidelines.href(), here: urls.guidelines.href(pageQuery(input.query)) },
    <GuidelineList
      title={title}
      today={day}
      query={input.query}
      rows={{ own: await countWritten(tx), others: await countReceived(tx) }}
      received={received}
      written={written}
      published={new Map(standings.map(one => [one.paper_id, one]))}
      acknowledgements={await listAcknowledgements(tx, receivedIds)}
      notes={await listNotes(tx, receivedIds)}
      taken={await listTaken(tx, standingIds)}
      due={await listDue(tx, day, receivedIds)}
      senders={await listSenders(tx)}
    />,
  )
}

/** A guideline: as it was published to those it is for; with what stands on it to those who write it. */
export async function showGuideline(
  context: Context<'GET', Params, typeof SavedQuery, undefined, Action>,
): Promise<Result> {
  return show(context, context.input.params.id, context.input.query.lagret !== undefined, null)
}

async function show(
  { tx, actor, language, clock }: Reading,
  id: string,
  isSaved: boolean,
  sent: { note?: SentNote; errors: readonly FieldError[]; meanwhile?: boolean } | null,
): Promise<Result> {
  const [written, published] = [await findWritten(tx, id), await findPublished(tx, id)]
  // Who it is for sees what holds; what was withdrawn is gone for her.
  const isForHer = published?.outcome === 'published'
  if (!written && !isForHer) return notFound()
  const fields = written?.fields ?? published!.fields
  const publications = written ? await listPublications(tx, id) : []
  const own = published ? await listAcknowledgements(tx, [published.id]) : []
  const notes = published ? await listNotes(tx, [published.id]) : []
  const taken = written && published ? await listTaken(tx, [published.id]) : []
  const silent = written && isForHer ? await listSilent(tx, published, taken) : []
  const changes = written ? await changesSince(tx, id, 0) : []
  return (sent ? invalid : page)(
    { title: fields.title, path: urls.guideline.href({ id }), crumbs: crumbs(language) },
    <GuidelinePage
      id={id}
      fields={fields}
      written={written}
      published={published}
      isChanged={written !== null && isChanged(written, published)}
      senders={written ? await listSenders(tx) : []}
      publications={publications}
      changes={changes}
      taken={taken}
      silent={silent.map(({ name }) => name)}
      acknowledgements={own}
      notes={notes}
      due={isForHer ? (await listDue(tx, today(clock))).filter(one => one.paper_id === id) : []}
      place={(await listHomes(tx)).find(home => home.area !== null)?.area ?? null}
      today={today(clock)}
      isSaved={isSaved}
      submission={randomUUID()}
      sentNote={sent?.note ?? null}
      errors={sent?.errors ?? []}
      meanwhile={sent?.meanwhile ?? false}
      me={actor.personId}
      names={await listNames(tx, [
        ...publications.map(one => one.decided_by),
        ...own.map(one => one.acknowledged_by),
        ...notes.map(one => one.written_by),
        ...changes.map(one => one.person_id),
      ])}
    />,
  )
}

/** The municipalities that a guideline is for and that have not taken note of it, by name. */
export async function listSilent(
  tx: Tx,
  { area_code }: Pick<Published, 'area_code'>,
  taken: readonly Taken[],
): Promise<Municipality[]> {
  const has = new Set(taken.map(({ area }) => area))
  return (await listMunicipalities(tx, area_code)).filter(({ code }) => !has.has(code))
}

const senderOf = (senders: readonly Sender[], wanted: string | undefined) =>
  wanted === undefined ? senders[0] : senders.find(one => one.id === wanted)

export async function showNewGuideline(
  context: Context<'GET', undefined, typeof HomeQuery, undefined, Action>,
): Promise<Result> {
  const sender = senderOf(await listSenders(context.tx), context.input.query.organisasjon)
  if (!sender) return notFound()
  return showForm(context, newAsking(sender, context.language), { fields: {}, revision: 0 })
}

export async function beginGuideline(
  context: Context<'POST', undefined, typeof HomeQuery, typeof PaperForm, Action>,
): Promise<Result> {
  const sender = senderOf(await listSenders(context.tx), context.input.query.organisasjon)
  if (!sender) return notFound()
  const begun = await beginByForm(context, newAsking(sender, context.language), {
    kind: 'guideline',
    planId: null,
  })
  return 'id' in begun ? redirect(urls.guideline.href({ id: begun.id }, { lagret: 'ja' })) : begun
}

function newAsking(sender: Sender, language: Language): Asking {
  return {
    head: {
      title: localeOf(language).text(messages.newGuideline),
      path: urls.newGuideline.href(),
      crumbs: crumbs(language),
    },
    lead: messages.formLead,
    controls: guidelineControls,
    action: urls.newGuideline.href({ organisasjon: sender.id }),
    backHref: urls.guidelines.href(),
    organizationId: sender.id,
    check: checkGuideline,
  }
}

export async function showGuidelineForm(
  context: Context<'GET', Params, undefined, undefined, Action>,
): Promise<Result> {
  const written = await findWritten(context.tx, context.input.params.id)
  if (!written?.may_write) return notFound()
  return showForm(context, editAsking(written, context.language), written)
}

/** Saves what is written; those it is for go on seeing what was published. */
export async function saveGuideline(
  context: Context<'POST', Params, undefined, typeof PaperForm, Action>,
): Promise<Result> {
  const written = await findWritten(context.tx, context.input.params.id)
  if (!written?.may_write) return notFound()
  const again = await saveByForm(context, editAsking(written, context.language), written)
  return again ?? redirect(urls.guideline.href({ id: written.id }, { lagret: 'ja' }))
}

type ToEdit = { id: string; organization_id: string; fields: { title: string } }

function editAsking({ id, organization_id, fields }: ToEdit, language: Language): Asking {
  return {
    head: {
      title: localeOf(language).text(messages.edit),
      path: urls.guidelineForm.href({ id }),
      crumbs: [...crumbs(language), { label: fields.title, path: urls.guideline.href({ id }) }],
    },
    lead: messages.formLead,
    controls: guidelineControls,
    action: urls.guidelineForm.href({ id }),
    backHref: urls.guideline.href({ id }),
    organizationId: organization_id,
    check: checkGuideline,
  }
}

/** Publishes what stands there, or withdraws it; who comes second is told so. */
export async function decideGuideline(
  context: Context<'POST', Params, undefined, typeof PublicationForm, Action>,
): Promise<Result> {
  const { tx, actor, input } = context
  const written = await findWritten(tx, input.params.id)
  if (!written?.may_write) return notFound()
  const { submission, kjent, utfall } = input.body
  const decided = await decide(tx, written.id, { outcome: utfall, submission, known: kjent }, actor.personId)
  if (decided === 'done') return redirect(urls.guideline.href({ id: written.id }, { lagret: 'ja' }))
  return show(context, written.id, false, { errors: [], meanwhile: true })
}

/**
 * A municipality takes note of what was published, or writes its note anew. If it was published anew meanwhile, she reads that first; if a
 * colleague was there, she reads what she wrote.
 */
export async function acknowledgeGuideline(
  context: Context<'POST', Params, undefined, typeof AcknowledgementForm, Action>,
): Promise<Result> {
  const { tx, actor, input, clock } = context
  const { id } = input.params
  const { body } = input
  const published = await findPublished(tx, id)
  if (published?.outcome !== 'published') return notFound()
  const due = await listDue(tx, today(clock))
  const noted = await listAcknowledgements(tx, [published.id])
  const isHers =
    due.some(one => one.paper_id === id && one.organization_id === body.organisasjon) ||
    noted.some(one => one.organization_id === body.organisasjon && one.may_write)
  if (!isHers) return notFound()
  const again = (message: Message) =>
    show(context, id, false, {
      note: { organization: body.organisasjon, text: body.merknad },
      errors: [{ id: noteFieldOf(body.organisasjon), message }],
    })
  if (body.publisering !== published.id) return again(messages.publishedAnew)
  if (body.merknad.length > 2000) return again(messages.noteLong)
  const done = await acknowledge(tx, body, actor.personId)
  return done === 'done'
    ? redirect(urls.guideline.href({ id }, { lagret: 'ja' }))
    : again(messages.noteMeanwhile)
}
