import * as z from 'zod'
import { dayInNorway, today } from '#platform/clock.ts'
import { csvFile } from '#platform/http/csv.ts'
import { emptyAsMissing, uuid } from '#platform/http/input.ts'
import { notFound, page, redirect, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import type { Language } from '#platform/i18n/language.ts'
import { localeOf, pageLocaleOf, type Locale } from '#platform/i18n/locale.tsx'
import type { Control, FieldError } from '../paper/control.ts'
import { beginByForm, saveByForm, showForm, type Asking } from '../paper/edit.tsx'
import { listHomes, listOrganizations } from '../paper/home.store.ts'
import type { IdParams, PaperForm } from '../paper/paper.schema.ts'
import { listNames } from '../paper/paper.store.ts'
import { assumptionsOf, inRange } from './fields.ts'
import { inputsOfText } from './inputs.ts'
import { valueAtEachAge, valueOf } from './rules.ts'
import { scenarioMessages as messages } from './scenario-messages.ts'
import { findScenario, listScenarios, listVersions, type Scenario } from './scenario.store.ts'
import { ScenarioList, ScenarioPage } from './scenario.view.tsx'
import { valueUrls } from './urls.ts'
import { versionLines } from './version-words.ts'
import { aboutInWords, wholeKroner } from './words.ts'

type Params = typeof IdParams

/** The figures to be saved, and where. */
export const NewScenarioQuery = z.object({
  tall: emptyAsMissing(z.string().max(3000).optional()),
  organisasjon: emptyAsMissing(uuid.optional()),
})
export const ScenarioFormQuery = NewScenarioQuery.pick({ tall: true })
export const ScenarioQuery = z.object({ lagret: z.string().optional() })

const crumbs = (language: Language) => [
  { label: localeOf(language).text(messages.scenarios), path: valueUrls.scenarios.href() },
]
const yearOf = (clock: Parameters<typeof today>[0]) => Number(today(clock).slice(0, 4))

/** Calculations of the organisations where who acts leads, coordinates or administers. */
export async function showScenarios({
  tx,
  actor,
  language,
  clock,
}: Context<'GET', undefined, undefined, undefined, Action>): Promise<Result> {
  const scenarios = await listScenarios(tx)
  const title = pageLocaleOf(language).text(messages.scenarios)
  return page(
    { title, path: valueUrls.scenarios.href() },
    <ScenarioList
      title={title}
      scenarios={scenarios.map(scenario => calculated(scenario, yearOf(clock)))}
      organizations={await listOrganizations(tx, [...new Set(scenarios.map(one => one.organization_id))])}
      homes={await listHomes(tx)}
      me={actor.personId}
      names={await listNames(
        tx,
        scenarios.map(({ saved_by }) => saved_by),
      )}
    />,
  )
}

function calculated(scenario: Scenario, year: number) {
  const { inputs } = inputsOfText(scenario.fields.inputs, year)
  return { scenario, inputs, value: valueOf(assumptionsOf(inputs)) }
}

/** The same for a spreadsheet, in whole kroner as in the file of each. */
export async function downloadScenarios({
  tx,
  language,
  clock,
}: Context<'GET', undefined, undefined, undefined, Action>): Promise<Result> {
  const { text, localText } = localeOf(language)
  const scenarios = await listScenarios(tx)
  const homes = await listOrganizations(tx, [...new Set(scenarios.map(one => one.organization_id))])
  const head = [
    messages.name,
    messages.organization,
    messages.age,
    messages.cost,
    messages.saved,
    messages.changed,
  ]
  const lines = scenarios.map(scenario => {
    const { inputs, value } = calculated(scenario, yearOf(clock))
    return [
      scenario.fields.title,
      localText(homes.find(({ id }) => id === scenario.organization_id)?.name),
      text(messages.years, { ages: inRange(inputs.startAge) }),
      String(wholeKroner(value.cost)),
      String(wholeKroner(value.present.middle)),
      dayInNorway(scenario.changed_at),
    ]
  })
  return csvFile(`beregninger-${today(clock)}.csv`, [head.map(label => text(label)), ...lines])
}

export async function showScenario({
  tx,
  actor,
  input,
  language,
  clock,
}: Context<'GET', Params, typeof ScenarioQuery, undefined, Action>): Promise<Result> {
  const scenario = await findScenario(tx, input.params.id)
  if (!scenario) return notFound()
  const year = yearOf(clock)
  const { inputs } = inputsOfText(scenario.fields.inputs, year)
  const assumed = assumptionsOf(inputs)
  const versions = await listVersions(tx, scenario)
  const [home] = await listOrganizations(tx, [scenario.organization_id])
  return page(
    {
      title: scenario.fields.title,
      path: valueUrls.scenario.href({ id: scenario.id }),
      crumbs: crumbs(language),
    },
    <ScenarioPage
      scenario={scenario}
      home={home ?? null}
      year={year}
      inputs={inputs}
      value={valueOf(assumed)}
      atEachAge={valueAtEachAge(assumed)}
      versions={versions}
      isSaved={input.query.lagret === 'ja'}
      me={actor.personId}
      names={await listNames(
        tx,
        versions.map(({ by }) => by),
      )}
    />,
  )
}

/** The versions of a saved calculation for a spreadsheet. */
export async function downloadVersions({
  tx,
  input,
  language,
  clock,
}: Context<'GET', Params, undefined, undefined, Action>): Promise<Result> {
  const scenario = await findScenario(tx, input.params.id)
  if (!scenario) return notFound()
  const versions = await listVersions(tx, scenario)
  const names = await listNames(
    tx,
    versions.map(({ by }) => by),
  )
  const lines = versionLines(versions, names, yearOf(clock), localeOf(language))
  return csvFile(`beregning-utgaver-${today(clock)}.csv`, lines)
}

type New<M extends 'GET' | 'POST', B> = Context<M, undefined, typeof NewScenarioQuery, B, Action>

/** The name of what is to be saved; the figures come along. */
export async function showNewScenario(context: New<'GET', undefined>): Promise<Result> {
  const { tall } = context.input.query
  const asking = await newAsking(context, tall ?? exampleText)
  if (!asking) return notFound()
  return showForm(context, asking, { fields: { inputs: tall ?? exampleText }, revision: 0 })
}

export async function beginScenario(context: New<'POST', typeof PaperForm>): Promise<Result> {
  const asking = await newAsking(context, textIn(context.input.body))
  if (!asking) return notFound()
  const begun = await beginByForm(context, asking, { kind: 'scenario', planId: null })
  return 'id' in begun ? redirect(valueUrls.scenario.href({ id: begun.id }, { lagret: 'ja' })) : begun
}

/** The example as it is. */
const exampleText = 'alder=3-5'

const textIn = (body: PaperForm) => [body['tall'] ?? ''].flat()[0] ?? ''

type Asked = Pick<Context<'GET', undefined, undefined, undefined, Action>, 'tx' | 'language' | 'clock'>

/** For the organisation that was asked for, else the first. Null: none of hers. */
async function newAsking(
  context: Asked & { input: { query: z.output<typeof NewScenarioQuery> } },
  text: string,
): Promise<Asking | null> {
  const { organisasjon } = context.input.query
  const homes = await listHomes(context.tx)
  const home = organisasjon === undefined ? homes[0] : homes.find(one => one.id === organisasjon)
  if (!home) return null
  const locale = localeOf(context.language)
  return {
    ...askingOf(context),
    organizationId: home.id,
    leadParams: { home: locale.localText(home.name), what: inShort(text, yearOf(context.clock), locale) },
    head: {
      title: locale.text(messages.save),
      path: valueUrls.newScenario.href(),
      crumbs: crumbs(context.language),
    },
    action: valueUrls.newScenario.href({ organisasjon: home.id }),
    backHref: valueUrls.scenarios.href(),
  }
}

function askingOf({ clock }: Asked) {
  const year = yearOf(clock)
  const controls: Control[] = [
    { kind: 'words', name: 'navn', field: 'title', label: messages.name, lines: 1, max: 200, isMust: true },
    { kind: 'words', name: 'om', field: 'about', label: messages.about, lines: 4, max: 4000 },
    {
      kind: 'kept',
      name: 'tall',
      field: 'inputs',
      label: messages.inputs,
      max: 3000,
      inWords: (text, locale) => [inShort(text, year, locale)],
    },
  ]
  const check = ({ inputs }: Record<string, unknown>): FieldError[] =>
    typeof inputs === 'string' && inputs !== '' && inputsOfText(inputs, year).errors.length === 0
      ? []
      : [{ id: 'navn', message: messages.unreadable }]
  return { lead: messages.saveLead, controls, check }
}

/** What a calculation comes to, in a sentence. */
function inShort(text: string, year: number, locale: Locale): string {
  const { inputs } = inputsOfText(text, year)
  const { present } = valueOf(assumptionsOf(inputs))
  return locale.text(messages.inShort, {
    ages: inRange(inputs.startAge),
    amount: aboutInWords(present.middle, locale),
  })
}

/** Its name and text; with figures in the address those are to be saved. */
export async function showScenarioForm(
  context: Context<'GET', Params, typeof ScenarioFormQuery, undefined, Action>,
): Promise<Result> {
  const scenario = await findScenario(context.tx, context.input.params.id)
  if (!scenario?.may_write) return notFound()
  const inputs = context.input.query.tall ?? scenario.fields.inputs
  const fields = { ...scenario.fields, inputs }
  return showForm(context, await editAsking(context, scenario, inputs), {
    fields,
    revision: scenario.revision,
  })
}

/** Saves a new version; what two have changed comes back to the second, with all she wrote. */
export async function saveScenario(
  context: Context<'POST', Params, undefined, typeof PaperForm, Action>,
): Promise<Result> {
  const scenario = await findScenario(context.tx, context.input.params.id)
  if (!scenario?.may_write) return notFound()
  const asking = await editAsking(context, scenario, textIn(context.input.body))
  const again = await saveByForm(context, asking, scenario)
  return again ?? redirect(valueUrls.scenario.href({ id: scenario.id }, { lagret: 'ja' }))
}

async function editAsking(context: Asked, scenario: Scenario, text: string): Promise<Asking> {
  const locale = localeOf(context.language)
  const [home] = await listOrganizations(context.tx, [scenario.organization_id])
  const { id } = scenario
  return {
    ...askingOf(context),
    organizationId: scenario.organization_id,
    leadParams: {
      home: locale.localText(home?.name),
      what: inShort(text, yearOf(context.clock), locale),
    },
    head: {
      title: locale.text(messages.newVersion),
      path: valueUrls.scenarioForm.href({ id }),
      crumbs: [
        ...crumbs(context.language),
        { label: scenario.fields.title, path: valueUrls.scenario.href({ id }) },
      ],
    },
    action: valueUrls.scenarioForm.href({ id }),
    backHref: valueUrls.scenario.href({ id }),
  }
}
