import { momentInWords } from '#modules/catalogue/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Table } from '#ui/table/table.tsx'
import type { Home } from '../paper/home.store.ts'
import { byWhomInWords, personInWords, type Names } from '../paper/words.ts'
import { urls } from '../urls.ts'
import { Assumptions } from './assumptions.view.tsx'
import { inRange, type Inputs } from './fields.ts'
import { inputsOfText, queryOfInputs } from './inputs.ts'
import { messages as valueMessages } from './messages.ts'
import type { Value } from './rules.ts'
import { scenarioMessages as messages } from './scenario-messages.ts'
import type { Scenario, Version } from './scenario.store.ts'
import { valueUrls } from './urls.ts'
import { ValueResult, type ValueResultProps } from './value-result.view.tsx'
import { changedInWords } from './version-words.ts'
import { aboutInWords } from './words.ts'

type ScenarioListProps = {
  title: string
  scenarios: readonly { scenario: Scenario; inputs: Inputs; value: Value }[]
  organizations: readonly Home[]
  /** Where who acts may save calculations. */
  homes: readonly Home[]
  me: string
  names: Names
}

/** Saved calculations: what each comes to, and who saved it last. */
export function ScenarioList(props: ScenarioListProps) {
  const locale = useLocale()
  const { t, text, local, localText, link } = locale
  const { scenarios, organizations, homes } = props
  const isSeveral = organizations.length > 1
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{props.title}</h1>
        <p class="lead">{t(messages.lead)}</p>
        <p class="row no-print">
          {homes.map(home => (
            <ButtonLink key={home.id} href={link(valueUrls.value.href({ organisasjon: home.id }))}>
              {homes.length === 1
                ? t(messages.newScenario)
                : t(messages.newFor, { home: localText(home.name) })}
            </ButtonLink>
          ))}
        </p>
      </div>
      {scenarios.length === 0 ? (
        <Empty title={text(messages.none)}>
          <p>{t(messages.noneText)}</p>
          <p>
            <a class="more" href={link(valueUrls.value.href())}>
              {t(messages.calculate)}
            </a>
          </p>
        </Empty>
      ) : (
        <div class="stack">
          <Table
            caption={props.title}
            rowHeader
            stacks
            columns={[
              { label: text(messages.name) },
              ...(isSeveral ? [{ label: text(messages.organization) }] : []),
              { label: text(messages.age) },
              { label: text(messages.cost), numeric: true },
              { label: text(messages.saved), numeric: true },
              { label: text(messages.changed) },
            ]}
            rows={scenarios.map(({ scenario, inputs, value }) => [
              <a href={link(valueUrls.scenario.href({ id: scenario.id }))}>{scenario.fields.title}</a>,
              ...(isSeveral
                ? [local(organizations.find(({ id }) => id === scenario.organization_id)?.name)]
                : []),
              t(messages.years, { ages: inRange(inputs.startAge) }),
              aboutInWords(value.cost, locale),
              aboutInWords(value.present.middle, locale),
              byWhomInWords(
                { by: scenario.saved_by, at: scenario.changed_at },
                props.me,
                props.names,
                locale,
              ),
            ])}
          />
          <p class="no-print">
            <a class="more" href={link(valueUrls.scenariosFile.href())}>
              {t(messages.download)}
            </a>
          </p>
        </div>
      )}
    </div>
  )
}

type ScenarioPageProps = Omit<ValueResultProps, 'query'> & {
  scenario: Scenario
  home: Home | null
  /** The present one. */
  year: number
  versions: readonly Version[]
  isSaved: boolean
  me: string
  names: Names
}

/** A saved calculation with its answer, what it rests on, and its versions. */
export function ScenarioPage(props: ScenarioPageProps) {
  const { t, text, local, link } = useLocale()
  const { scenario, home, inputs, year } = props
  const { id, fields } = scenario
  const query = queryOfInputs(inputs, year)
  return (
    <div class="value">
      <div class="page-head">
        <p class="quiet">{local(home?.name)}</p>
        <h1 class="page-title">{fields.title}</h1>
        {fields.about && <p class="lead written">{fields.about}</p>}
        <p class="row no-print">
          <ButtonLink
            href={link(valueUrls.value.href(scenario.may_write ? { ...query, regnestykke: id } : query))}
          >
            {t(messages.change)}
          </ButtonLink>
          {scenario.may_write && (
            <ButtonLink kind="quiet" href={link(valueUrls.scenarioForm.href({ id }))}>
              {t(messages.rename)}
            </ButtonLink>
          )}
          {scenario.may_write && home?.area && (
            <ButtonLink
              kind="quiet"
              href={link(urls.takeUp.href({ slag: 'scenario', nokkel: id, omrade: home.area }))}
            >
              {t(messages.takeUp)}
            </ButtonLink>
          )}
        </p>
      </div>
      <div class="stack">
        {props.isSaved && <Notice kind="success">{text(messages.isSaved)}</Notice>}
        <Notice kind="info" title={text(valueMessages.humanTitle)}>
          {text(valueMessages.human)}
        </Notice>
        <p>
          <strong>{t(valueMessages.modelTitle)}.</strong> {t(valueMessages.model)}
        </p>
        <ValueResult {...props} query={null} />
        <p class="row no-print">
          <a class="more" href={link(valueUrls.valueFile.href(query))}>
            {t(valueMessages.download)}
          </a>
          <a class="more" href={link(valueUrls.valueFile.href({ ...query, del: 'alder' }))}>
            {t(valueMessages.downloadAges)}
          </a>
          <a class="more" href={link(valueUrls.valueFile.href({ ...query, del: 'antakelser' }))}>
            {t(valueMessages.downloadAssumptions)}
          </a>
        </p>
        <Versions {...props} />
        <Assumptions inputs={inputs} year={year} />
        <p class="no-print">
          <a class="more" href={link(valueUrls.scenarios.href())}>
            {t(messages.back)}
          </a>
        </p>
      </div>
    </div>
  )
}

function Versions({ scenario, versions, year, me, names }: ScenarioPageProps) {
  const locale = useLocale()
  const { t, text, link } = locale
  return (
    <section class="stack stack-close">
      <h2>{t(messages.versions)}</h2>
      <Table
        caption={text(messages.versions)}
        rowHeader
        stacks
        columns={[
          { label: text(messages.version) },
          { label: text(messages.who) },
          { label: text(messages.what) },
        ]}
        rows={versions.map((version, index) => {
          const query = queryOfInputs(inputsOfText(version.fields.inputs, year).inputs, year)
          return [
            <a href={link(valueUrls.value.href(query))}>{version.number}</a>,
            `${personInWords(version.by, me, names, locale)}, ${momentInWords(version.at, locale.language)}`,
            changedInWords(version, versions[index + 1] ?? null, year, locale),
          ]
        })}
      />
      <p class="no-print">
        <a class="more" href={link(valueUrls.scenarioFile.href({ id: scenario.id }))}>
          {t(messages.downloadVersions)}
        </a>
      </p>
    </section>
  )
}
