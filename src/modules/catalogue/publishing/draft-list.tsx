import { randomUUID } from 'node:crypto'
import { mayEnter } from '#platform/auth/permission.ts'
import { today } from '#platform/clock.ts'
import { invalid, page, redirect, type PageHead, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import type { Language } from '#platform/i18n/language.ts'
import type { Message } from '#platform/i18n/messages.ts'
import { insertDraft, saveStep } from '../draft/draft.store.ts'
import { countStates, listDrafts, listHomes, PAGE } from '../draft/draft-list.store.ts'
import { countWithDeadLinks } from '../links/link-check.store.ts'
import { editServices, setPublishingRule } from '../policy.ts'
import { urls } from '../urls.ts'
import type { DraftListQuery, NewDraftForm, NewDraftQuery } from './draft-list.schema.ts'
import { DraftList } from './draft-list.view.tsx'
import { messages } from './messages.ts'
import { NewDraftPage } from './new-draft.view.tsx'

/** Days before the date when a service is said to be due. */
const DUE_DAYS = 30

/** Services that who acts may see, with where each stands. */
export async function showDrafts({
  tx,
  actor,
  input,
  language,
  clock,
}: Context<'GET', undefined, typeof DraftListQuery, undefined, Action>): Promise<Result> {
  const { q, tilstand = null, frist, lenker, side, bekreftet } = input.query
  const day = today(clock)
  const choice = {
    q,
    state: tilstand,
    dueBefore: frist ? plusDays(day, DUE_DAYS) : null,
    deadLinks: lenker === 'ja',
  }
  const counts = await countStates(tx, choice, day)
  const total = tilstand ? (counts.get(tilstand) ?? 0) : [...counts.values()].reduce((sum, n) => sum + n, 0)
  const drafts = await listDrafts(tx, choice, side, day)
  const title = localeOf(language).text(messages.servicesTitle)
  const soon = plusDays(day, DUE_DAYS)
  const due = drafts.filter(draft => draft.may_edit && draft.confirm_by !== null && draft.confirm_by < soon)
  return page(
    { title, path: urls.drafts.href(), here: urls.drafts.href({ q, tilstand, frist, lenker, side }) },
    <DraftList
      title={title}
      drafts={drafts}
      counts={counts}
      choice={{ q, tilstand, frist: frist === 'ja', lenker: lenker === 'ja', side }}
      withDeadLinks={await countWithDeadLinks(tx)}
      pages={Math.ceil(total / PAGE)}
      today={day}
      mayBegin={mayEnter(actor, editServices)}
      maySetRule={mayEnter(actor, setPublishingRule)}
      isConfirmed={bekreftet !== undefined}
      submissions={new Map(due.map(draft => [draft.id, randomUUID()]))}
    />,
  )
}

function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Where a new service begins: whose it is, and its name. */
export async function showNewDraft({
  tx,
  input,
  language,
}: Context<'GET', undefined, typeof NewDraftQuery, undefined, Action>): Promise<Result> {
  const head = newHead(language)
  const homes = await listHomes(tx)
  return page(
    head,
    <NewDraftPage
      title={head.title}
      homes={homes}
      room={input.query.rom}
      submission={randomUUID()}
      home=""
      name=""
      errors={[]}
    />,
  )
}

/** Begins it, once for each form, and leads to its steps. */
export async function beginDraft({
  tx,
  actor,
  input,
  language,
}: Context<'POST', undefined, undefined, typeof NewDraftForm, Action>): Promise<Result> {
  const { submission, sted, navn, rom } = input.body
  const homes = await listHomes(tx)
  // Who has one place is not asked for it; a place that is named and not hers is no other that is.
  const home = sted === '' && homes.length === 1 ? homes[0] : homes.find(one => homeValue(one) === sted)
  const errors: { id: string; message: Message }[] = []
  if (!home) errors.push({ id: 'sted', message: messages.belongsTo })
  if (navn === '' || navn.length > 120) errors.push({ id: 'navn', message: messages.nameMissing })
  const again = (sentBefore: string) => {
    const head = newHead(language)
    return invalid(
      head,
      <NewDraftPage
        title={head.title}
        homes={homes}
        room={rom}
        submission={sentBefore}
        home={sted}
        name={navn}
        errors={errors}
      />,
    )
  }
  if (!home || errors.length > 0) return again(submission)
  const id = await insertDraft(tx, {
    ownerId: home.organization_id,
    unitId: home.unit_id,
    submission,
    personId: actor.personId,
  })
  const saved = await saveStep(
    tx,
    id,
    // The draft is new, so this step is the first; a form that comes again finds it there under the draft's own id.
    { step: 'hva', submission: id, revision: 0, fields: { name: { nb: navn }, ...(rom && { room: rom }) } },
    actor.personId,
  )
  if (saved.kind === 'clash') {
    // She went back to the form that began one service, and wrote the name of another.
    errors.push({ id: 'navn', message: messages.formBeganAnother })
    return again(randomUUID())
  }
  return redirect(urls.draftStep.href({ id, step: 'hva' }))
}

/** The value of a place in the form. */
export const homeValue = (home: { organization_id: string; unit_id: string | null }): string =>
  home.unit_id ?? home.organization_id

function newHead(language: Language): PageHead {
  const { text } = localeOf(language)
  return {
    title: text(messages.newService),
    path: urls.newDraft.href(),
    crumbs: [{ label: text(messages.services), path: urls.drafts.href() }],
  }
}
