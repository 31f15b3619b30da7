import { randomUUID } from 'node:crypto'
import type { Form } from '#modules/catalogue/index.ts'
import { invalid, page, type PageHead, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import type { Message, Params } from '#platform/i18n/messages.ts'
import type { Control, FieldError } from './control.ts'
import { listUnits } from './home.store.ts'
import { PaperLinks, type PaperForm, type PaperLink } from './paper.schema.ts'
import {
  insertPaper,
  listNames,
  savePaper,
  type ClashWithWhom,
  type NewPaper,
  type PaperRow,
} from './paper.store.ts'
import { PaperFormPage } from './paper-form.view.tsx'
import { fillForm, readForm } from './read-form.ts'

type Reading = Pick<Context<'GET', undefined, undefined, undefined, Action>, 'tx' | 'actor'>
type Sending = Pick<Context<'POST', undefined, undefined, typeof PaperForm, Action>, 'tx' | 'actor'> & {
  input: { body: PaperForm }
}

/** A form for a paper: what it asks for, and where it stands. */
export type Asking = {
  head: PageHead
  lead: Message
  leadParams?: Params
  controls: readonly Control[]
  action: string
  backHref: string
  organizationId: string
  /** What is wrong with fields that are right one by one. */
  check?: (fields: Record<string, unknown>) => FieldError[]
  step?: { n: number; total: number }
  hidden?: Readonly<Record<string, string>>
  /** What a new paper is linked to from its beginning. */
  links?: readonly PaperLink[]
}

type State = {
  form: Form
  submission: string
  revision: number
  errors: readonly FieldError[]
  clashes: readonly ClashWithWhom[]
  links: readonly PaperLink[]
}

const linksIn = (fields: object): PaperLink[] =>
  PaperLinks.catch([]).parse('links' in fields ? fields.links : [])

/** The form, filled with what the paper holds. */
export async function showForm(
  context: Reading,
  asking: Asking,
  paper: { fields: Readonly<Record<string, unknown>>; revision: number },
): Promise<Result> {
  return answer(context, asking, {
    form: fillForm(asking.controls, paper.fields),
    submission: randomUUID(),
    revision: paper.revision,
    errors: [],
    clashes: [],
    links: asking.links ?? linksIn(paper.fields),
  })
}

/**
 * Begins a paper with what was sent.
 * @returns its id, or the form again with what is wrong
 */
export async function beginByForm(
  context: Sending,
  asking: Asking,
  paper: Omit<NewPaper, 'fields' | 'submission' | 'organizationId'>,
  more: Readonly<Record<string, unknown>> = {},
): Promise<{ id: string } | Result> {
  const read = await readSent(context, asking, asking.links ?? [])
  if ('again' in read) return read.again
  const { submission } = context.input.body
  const fields = { ...read.fields, ...more }
  const { organizationId } = asking
  const id = await insertPaper(
    context.tx,
    { ...paper, organizationId, fields, submission },
    context.actor.personId,
  )
  return { id }
}

/**
 * Saves what was sent on a paper.
 * @returns null when it is saved; else the form again, with what is wrong or what somebody else has changed
 */
export async function saveByForm(
  context: Sending,
  asking: Asking,
  paper: Pick<PaperRow, 'id'> & { fields: object },
): Promise<Result | null> {
  const links = linksIn(paper.fields)
  const read = await readSent(context, asking, links)
  if ('again' in read) return read.again
  const { submission, revision, ...form } = context.input.body
  const saved = await savePaper(
    context.tx,
    paper.id,
    { submission, revision, fields: read.fields, isInsisting: form['likevel'] === 'ja' },
    context.actor.personId,
  )
  if (saved.kind === 'saved') return null
  return answer(context, asking, {
    form,
    submission,
    revision: saved.revision,
    errors: [],
    clashes: saved.clashes,
    links,
  })
}

async function readSent(
  context: Sending,
  asking: Asking,
  links: readonly PaperLink[],
): Promise<{ fields: Record<string, unknown> } | { again: Result }> {
  const { submission, revision, ...rest } = context.input.body
  const form = rest as Form
  const units = await listUnits(context.tx, asking.organizationId)
  const { fields, errors } = readForm(asking.controls, form, units, links)
  const wrong = errors.length > 0 ? errors : (asking.check?.(fields) ?? [])
  if (wrong.length === 0) return { fields }
  return {
    again: await answer(context, asking, { form, submission, revision, errors: wrong, clashes: [], links }),
  }
}

async function answer({ tx, actor }: Reading, asking: Asking, state: State): Promise<Result> {
  const { head, lead, controls, action, backHref } = asking
  const isWrong = state.errors.length > 0 || state.clashes.length > 0
  return (isWrong ? invalid : page)(
    head,
    <PaperFormPage
      {...{ lead, controls, action, backHref }}
      {...state}
      title={head.title}
      units={await listUnits(tx, asking.organizationId)}
      leadParams={asking.leadParams ?? {}}
      step={asking.step ?? null}
      hidden={asking.hidden ?? {}}
      me={actor.personId}
      names={await listNames(
        tx,
        state.clashes.map(clash => clash.person_id),
      )}
    />,
  )
}
