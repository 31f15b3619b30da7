import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { today } from '#platform/clock.ts'
import type { Tx } from '#platform/db/sql.ts'
import { invalid, notFound, page, redirect, type PageHead, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import { pickText, type Language } from '#platform/i18n/language.ts'
import { fillForm, readForm } from '../draft/controls.ts'
import type { FieldError, StepSpec } from '../draft/control.ts'
import { coverageChoice } from '../draft/coverage.ts'
import { findDraft, saveStep, type ClashWithWhom, type Draft } from '../draft/draft.store.ts'
import { listChainable } from '../draft/chain.store.ts'
import { makeLookups, type Lookups } from '../draft/lookups.ts'
import { listParties } from '../draft/parts.store.ts'
import { partsControl } from '../draft/row-controls.ts'
import type { Form, StepForm } from '../draft/form.ts'
import { several } from '../draft/form.ts'
import { steps, stepBySlug } from '../draft/steps.ts'
import type { CatalogueParts } from '../parts.ts'
import { urls } from '../urls.ts'
import { checkDraft } from './draft-checks.ts'
import type { StepParams, StepQuery } from './draft-list.schema.ts'
import { messages } from './messages.ts'
import { listNames } from './names.store.ts'
import { StepPage } from './step.view.tsx'

/** One step, filled with what has been saved. */
export async function showStep(
  {
    tx,
    actor,
    input,
    language,
    clock,
  }: Context<'GET', typeof StepParams, typeof StepQuery, undefined, Action>,
  { geography }: CatalogueParts,
): Promise<Result> {
  const found = await findStep(tx, input.params, today(clock))
  if (!found) return notFound()
  const { draft, step } = found
  const checks = await checkDraft(tx, draft)
  const head = headOf(draft, step, language)
  const lookups = await lookupsOf(tx, draft, step, { geography, language, form: {} })
  const form = fillForm(step.controls, draft.document, lookups)
  return page(
    head,
    <StepPage
      {...commonOf(draft, step, form, language, geography)}
      lookups={lookups}
      title={head.title}
      submission={randomUUID()}
      revision={draft.revision}
      errors={[]}
      clashes={[]}
      advice={checks.filter(check => check.step === step.slug && check.weight === 'should')}
      isSaved={input.query.lagret !== undefined}
      me={actor.personId}
      names={new Map()}
    />,
  )
}

/** Saves a step; what cannot be read, or was changed by somebody else meanwhile, comes back with all that was typed. */
export async function saveStepForm(
  {
    tx,
    actor,
    input,
    language,
    clock,
  }: Context<'POST', typeof StepParams, undefined, typeof StepForm, Action>,
  { geography }: CatalogueParts,
): Promise<Result> {
  const found = await findStep(tx, input.params, today(clock))
  if (!found) return notFound()
  const { draft, step } = found
  const { submission, revision, ...rest } = input.body
  const form = rest as Form
  const lookups = await lookupsOf(tx, draft, step, { geography, language, form })
  const { fields, errors } = readForm(step.controls, form, lookups)
  const again = async (wrong: FieldError[], clashes: ClashWithWhom[], at: number): Promise<Result> => {
    const head = headOf(draft, step, language)
    return invalid(
      head,
      <StepPage
        {...commonOf(draft, step, form, language, geography)}
        lookups={lookups}
        title={head.title}
        // The next is another step, also where this form was sent before.
        submission={randomUUID()}
        revision={at}
        errors={wrong}
        clashes={clashes}
        advice={[]}
        isSaved={false}
        me={actor.personId}
        names={await listNames(
          tx,
          clashes.flatMap(clash => clash.person_id ?? []),
        )}
      />,
    )
  }
  if (errors.length > 0) return again(errors, [], revision)
  const saved = await saveStep(
    tx,
    draft.id,
    { step: step.slug, submission, revision, fields, isInsisting: form['likevel'] === 'ja' },
    actor.personId,
  )
  if (saved.kind === 'clash') return again([], saved.clashes, saved.revision)
  const next = steps[steps.indexOf(step) + 1]
  if (form['videre'] !== 'ja')
    return redirect(urls.draftStep.href({ id: draft.id, step: step.slug }, { lagret: 'ja' }))
  return redirect(
    next ? urls.draftStep.href({ id: draft.id, step: next.slug }) : urls.draft.href({ id: draft.id }),
  )
}

const Codes = z.array(z.string()).catch([])
const Parts = z.array(z.object({ organization: z.string(), unit: z.string().optional() })).catch([])

/** Keys of the organisations and units that documents, or changes of them, name. */
export function partiesIn(documents: readonly Record<string, unknown>[]): string[] {
  return documents.flatMap(document =>
    Parts.parse(document['organizations']).flatMap(({ organization, unit }) =>
      [organization, unit ?? []].flat(),
    ),
  )
}

/** Names of what the step names; services only where it asks for them. */
async function lookupsOf(
  tx: Tx,
  { id, document, owner_id: ownerId, territory }: Draft,
  step: StepSpec,
  { geography, language, form }: { geography: CatalogueParts['geography']; language: Language; form: Form },
): Promise<Lookups> {
  const asksForServices = step.controls.some(
    control => control.kind === 'choice' && control.more?.from === 'services',
  )
  const services = asksForServices
    ? await listChainable(tx, {
        id,
        coverage: Codes.parse(document['coverage']),
        named: [...Codes.parse(document['weaker']), ...Codes.parse(document['stronger'])],
      })
    : []
  const parties = step.controls.includes(partsControl)
    ? await listParties(tx, {
        ownerId,
        territory,
        named: partiesIn([document]),
        typed: Object.entries(form).flatMap(([name, value]) =>
          name.startsWith(`${partsControl.name}-`) ? value : [],
        ),
      })
    : []
  return makeLookups(geography, services, language, parties)
}

async function findStep(
  tx: Parameters<typeof findDraft>[0],
  { id, step: slug }: { id: string; step: string },
  day: string,
): Promise<{ draft: Draft; step: StepSpec } | null> {
  const step = stepBySlug(slug)
  const draft = step ? await findDraft(tx, id, day) : null
  return step && draft?.may_edit ? { draft, step } : null
}

function commonOf(
  draft: Draft,
  step: StepSpec,
  form: Form,
  language: Language,
  geography: CatalogueParts['geography'],
) {
  const isFree = !['voluntary', 'private'].includes(draft.owner_level)
  return {
    draftId: draft.id,
    step,
    number: steps.indexOf(step) + 1,
    total: steps.length,
    form,
    coverage: step.controls.some(control => control.kind === 'coverage')
      ? coverageChoice(geography, { territory: draft.territory, isFree }, several(form, 'dekker'), language)
      : null,
  }
}

/** The name of a draft, in the nearest language. */
export function nameOf(draft: Pick<Draft, 'document'>, language: Language): string {
  const name = draft.document['name']
  const text = typeof name === 'object' && name !== null ? pickText(name, language)?.text : null
  return text ?? localeOf(language).text(messages.withoutName)
}

function headOf(draft: Draft, step: StepSpec, language: Language): PageHead {
  const { text } = localeOf(language)
  return {
    title: text(step.title),
    path: urls.draftStep.href({ id: draft.id, step: step.slug }),
    crumbs: [
      { label: text(messages.services), path: urls.drafts.href() },
      { label: nameOf(draft, language), path: urls.draft.href({ id: draft.id }) },
    ],
  }
}
