import { today } from '#platform/clock.ts'
import { csvFile } from '#platform/http/csv.ts'
import { notFound, page, redirect, type Result } from '#platform/http/result.ts'
import { rowsOf } from '#platform/paging.ts'
import type { Action, Context } from '#platform/http/route.ts'
import type { Language } from '#platform/i18n/language.ts'
import { localeOf, pageLocaleOf } from '#platform/i18n/locale.tsx'
import { saveByForm, showForm, type Asking } from '../paper/edit.tsx'
import type { IdParams, PaperForm } from '../paper/paper.schema.ts'
import { changesSince, insertPaper, listNames } from '../paper/paper.store.ts'
import { readForm } from '../paper/read-form.ts'
import { urls } from '../urls.ts'
import { cooperationControls } from './cooperation-controls.ts'
import { cooperationLines, versionLines } from './cooperation-file.ts'
import {
  CooperationFields,
  type CooperationQuery,
  type SavedQuery,
  type VersionParams,
} from './cooperation.schema.ts'
import {
  countCooperatingUnits,
  findCooperatingUnit,
  listCooperatingUnits,
  waitForDescription,
  type CooperatingUnit,
} from './cooperation.store.ts'
import { CooperationList, CooperationPage } from './cooperation.view.tsx'
import { messages } from './messages.ts'
import { versionsOf, writtenAt } from './versions.ts'

type Params = typeof IdParams

const crumbs = (language: Language) => [
  { label: localeOf(language).text(messages.cooperation), path: urls.cooperations.href() },
]

/** What the units of one's organisations say of their cooperation; by words, those that hold them. */
export async function showCooperations({
  tx,
  input,
  language,
}: Context<'GET', undefined, typeof CooperationQuery, undefined, Action>): Promise<Result> {
  const { sok, side } = input.query
  const words = sok ?? null
  const title = pageLocaleOf(language).text(messages.cooperation)
  return page(
    {
      title,
      path: urls.cooperations.href(),
      here: urls.cooperations.href({ sok, side: side > 1 ? side : null }),
    },
    <CooperationList
      title={title}
      units={await listCooperatingUnits(tx, words, rowsOf(side))}
      counts={await countCooperatingUnits(tx, words)}
      side={side}
      words={words}
    />,
  )
}

/** The same for a spreadsheet. */
export async function downloadCooperations({
  tx,
  input,
  language,
  clock,
}: Context<'GET', undefined, typeof CooperationQuery, undefined, Action>): Promise<Result> {
  const units = await listCooperatingUnits(tx, input.query.sok ?? null)
  return csvFile(`samhandling-${today(clock)}.csv`, cooperationLines(units, localeOf(language)))
}

/** What a unit says of its cooperation. */
export async function showCooperation(
  context: Context<'GET', Params, typeof SavedQuery, undefined, Action>,
): Promise<Result> {
  const unit = await findCooperatingUnit(context.tx, context.input.params.id)
  return unit ? show(context, unit, null) : notFound()
}

/** All its versions for a spreadsheet. */
export async function downloadCooperation({
  tx,
  input,
  language,
  clock,
}: Context<'GET', Params, undefined, undefined, Action>): Promise<Result> {
  const unit = await findCooperatingUnit(tx, input.params.id)
  if (!unit?.description) return notFound()
  const changes = await changesSince(tx, unit.description.id, 0)
  const names = await listNames(tx, [unit.description.created_by, ...changes.map(one => one.person_id)])
  const lines = versionLines(unit.description, changes, names, localeOf(language))
  return csvFile(`samhandling-versjoner-${today(clock)}.csv`, lines)
}

/** What it said once. */
export async function showCooperationVersion(
  context: Context<'GET', typeof VersionParams, undefined, undefined, Action>,
): Promise<Result> {
  const { id, version } = context.input.params
  const unit = await findCooperatingUnit(context.tx, id)
  if (!unit) return notFound()
  return show(context, unit, version)
}

type Showing = Pick<
  Context<'GET', undefined, undefined, undefined, Action>,
  'tx' | 'actor' | 'language' | 'clock'
> & { input: { query?: { lagret?: string | undefined } | undefined } }

async function show(
  { tx, actor, language, clock, input }: Showing,
  unit: CooperatingUnit,
  version: number | null,
): Promise<Result> {
  const { text, localText } = pageLocaleOf(language)
  const { description } = unit
  const changes = description ? await changesSince(tx, description.id, 0) : []
  const versions = description ? versionsOf(description, changes) : []
  const name = localText(unit.unit_name)
  const old = version === description?.revision ? undefined : versions.find(one => one.revision === version)
  if (version !== null && !versions.some(one => one.revision === version)) return notFound()
  const title = old ? text(messages.versionOf, { n: old.number, unit: name }) : name
  const own = urls.cooperation.href({ id: unit.unit_id })
  return page(
    {
      title,
      path: old ? urls.cooperationVersion.href({ id: unit.unit_id, version: String(old.revision) }) : own,
      crumbs: [...crumbs(language), ...(old ? [{ label: name, path: own }] : [])],
    },
    <CooperationPage
      {...{ title, unit, versions }}
      isOld={old !== undefined}
      fields={
        description &&
        (old
          ? CooperationFields.parse(writtenAt(description.fields, changes, old.revision))
          : description.fields)
      }
      isSaved={input.query?.lagret !== undefined}
      me={actor.personId}
      names={await listNames(
        tx,
        versions.map(({ by }) => by),
      )}
      today={today(clock)}
    />,
  )
}

export async function showCooperationForm(
  context: Context<'GET', Params, undefined, undefined, Action>,
): Promise<Result> {
  const unit = await findCooperatingUnit(context.tx, context.input.params.id)
  if (!unit?.may_write) return notFound()
  return showForm(context, asking(unit, context.language), unit.description ?? { fields: {}, revision: 0 })
}

/** Begins the description of a unit, or changes it. A unit has one: who begins second changes what the first has begun. */
export async function saveCooperation(
  context: Context<'POST', Params, undefined, typeof PaperForm, Action>,
): Promise<Result> {
  const { tx, input, language } = context
  const unit = await findCooperatingUnit(tx, input.params.id)
  if (!unit?.may_write) return notFound()
  const id = unit.unit_id
  // Looked for again: somebody may have begun it while this one waited.
  const begun = await waitForDescription(tx, id)
  return (
    (await saveByForm(context, asking(unit, language), {
      id: begun ?? (await begin(context, unit)) ?? '',
      fields: {},
    })) ?? redirect(urls.cooperation.href({ id }, { lagret: 'ja' }))
  )
}

/** With nothing in it: what is written is its first change, so that who begins at the same time is told. Null: the form is not right. */
async function begin(
  {
    tx,
    actor,
    input,
  }: Pick<Context<'POST', Params, undefined, typeof PaperForm, Action>, 'tx' | 'actor' | 'input'>,
  unit: CooperatingUnit,
): Promise<string | null> {
  const { submission, revision: _, ...form } = input.body
  if (readForm(cooperationControls, form, [], []).errors.length > 0) return null
  const { organization_id: organizationId, unit_id: unitId } = unit
  return insertPaper(
    tx,
    { kind: 'cooperation', organizationId, planId: null, unitId, fields: {}, submission },
    actor.personId,
  )
}

function asking(unit: CooperatingUnit, language: Language): Asking {
  const { text, localText } = localeOf(language)
  const id = unit.unit_id
  const name = localText(unit.unit_name)
  return {
    head: {
      title: text(unit.description ? messages.edit : messages.write),
      path: urls.cooperationForm.href({ id }),
      crumbs: [...crumbs(language), { label: name, path: urls.cooperation.href({ id }) }],
    },
    lead: messages.formLead,
    leadParams: { unit: name },
    controls: cooperationControls,
    action: urls.cooperationForm.href({ id }),
    backHref: urls.cooperation.href({ id }),
    organizationId: unit.organization_id,
  }
}
