import { levels, rooms } from '#modules/catalogue/index.ts'
import { intlLocale } from '#platform/i18n/language.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Field, Select } from '#ui/field/field.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { AsTable } from '#ui/table/as-table.tsx'
import { Table } from '#ui/table/table.tsx'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import type { ResourceForm } from './resource.schema.ts'
import type { Held, Line, Listed, Owner, ResourceService } from './resources.store.ts'
import type { YearError } from './resources.tsx'
import type { byYear, LevelSum } from './rules.ts'
import { resourceLines } from './resource-lines.ts'
import { StackedBars } from './stacked-bars.view.tsx'

type Years = ReturnType<typeof byYear>

type SumsPageProps = {
  title: string
  owners: readonly Owner[]
  /** Null: who acts works with no service. */
  owner: Owner | null
  lines: readonly Line[]
  years: Years
  /** Of the list of services and the table by room. */
  year: number
  services: readonly Listed[]
}

/** Two decimals, in the way of the language. */
function useFigures() {
  const { language, number } = useLocale()
  const exact = new Intl.NumberFormat(intlLocale[language], {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  })
  return { fte: (value: number) => exact.format(value), nok: number }
}

export function SumsPage(props: SumsPageProps) {
  const { t, text, link, localText } = useLocale()
  const { title, owners, owner, years } = props
  if (!owner)
    return (
      <div class="mapping">
        <div class="page-head">
          <h1 class="page-title">{title}</h1>
        </div>
        <Empty title={text(messages.noOwners)}>{text(messages.noOwnersText)}</Empty>
      </div>
    )
  return (
    <div class="mapping">
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.lead, { name: localText(owner.name) })}</p>
        <p>{t(messages.coverage, { told: owner.told, services: owner.services })}</p>
        {!owner.isWhole && <p>{t(messages.onlyUnits)}</p>}
      </div>
      <div class="stack">
        {owners.length > 1 && (
          <form method="get" action={link(urls.resources.href())} class="draft-filter no-print">
            <Select
              id="organisasjon"
              name="organisasjon"
              label={text(messages.organization)}
              value={owner.id}
              options={owners.map(one => ({ value: one.id, label: localText(one.name) }))}
            />
            <Button kind="quiet">{t(messages.show)}</Button>
          </form>
        )}
        {years.length === 0 ? (
          <Empty title={text(messages.none)}>{text(messages.noneText)}</Empty>
        ) : (
          <>
            <Chart {...props} figure="fullTimeEquivalents" />
            <Chart {...props} figure="budgetNok" />
            <ByRoom {...props} />
            <p class="no-print">
              <a class="more" href={link(urls.resourcesFile.href({ organisasjon: owner.id }))}>
                {t(messages.download)}
              </a>
            </p>
          </>
        )}
        <ServiceList {...props} />
      </div>
    </div>
  )
}

function Chart({ years, figure }: SumsPageProps & { figure: 'fullTimeEquivalents' | 'budgetNok' }) {
  const { text, localText } = useLocale()
  const { fte, nok } = useFigures()
  const shown = figure === 'budgetNok' ? nok : fte
  const caption = text(figure === 'budgetNok' ? messages.nokByYear : messages.fteByYear)
  const partOf = (sum: LevelSum | undefined) => sum?.[figure] ?? 0
  return (
    <section class="stack stack-close">
      <h2>{caption}</h2>
      <StackedBars
        label={caption}
        bars={years.map(one => ({
          name: String(one.year),
          text: shown(one.sum[figure]),
          parts: levels.list.map(({ code, name }) => ({
            code,
            name: localText(name),
            value: partOf(one.levels[code]),
          })),
        }))}
      />
      <Table
        caption={caption}
        rowHeader
        columns={[
          { label: text(messages.year) },
          ...levels.list.map(({ name }) => ({ label: localText(name), numeric: true })),
          { label: text(messages.sum), numeric: true },
        ]}
        rows={years.map(one => [
          String(one.year),
          ...levels.list.map(({ code }) => shown(partOf(one.levels[code]))),
          <strong>{shown(one.sum[figure])}</strong>,
        ])}
      />
    </section>
  )
}

function ByRoom({ lines, year }: SumsPageProps) {
  const { text, local } = useLocale()
  const { fte, nok } = useFigures()
  const caption = text(messages.byRoom, { year })
  const order = (line: Line) => rooms.list.findIndex(room => room.code === line.room)
  const ofLevel = (line: Line) => levels.list.findIndex(level => level.code === line.level)
  const inYear = lines
    .filter(line => line.year === year)
    .toSorted((a, b) => ofLevel(a) - ofLevel(b) || order(a) - order(b))
  if (inYear.length === 0) return null
  return (
    <Table
      caption={caption}
      rowHeader
      columns={[
        { label: text(messages.room) },
        { label: text(messages.level) },
        { label: text(messages.services), numeric: true },
        { label: text(messages.fullTimeEquivalents), numeric: true },
        { label: text(messages.budget), numeric: true },
      ]}
      rows={inYear.map(line => [
        local(rooms.get(line.room)?.name ?? { nb: line.room }),
        local(levels.get(line.level)?.short),
        String(line.services),
        fte(line.fullTimeEquivalents),
        nok(line.budgetNok),
      ])}
    />
  )
}

function ServiceList({ services, year, years, owner }: SumsPageProps) {
  const { t, text, link, local } = useLocale()
  const { fte, nok } = useFigures()
  return (
    <section class="stack">
      <h2>{t(messages.servicesIn, { year })}</h2>
      {years.length > 1 && (
        <ul class="plain-list row no-print">
          {years.map(one => (
            <li key={one.year}>
              <a
                class="more"
                href={link(urls.resources.href({ organisasjon: owner?.id, ar: one.year }))}
                aria-current={one.year === year ? 'true' : undefined}
              >
                {one.year}
              </a>
            </li>
          ))}
        </ul>
      )}
      <Table
        caption={text(messages.servicesIn, { year })}
        rowHeader
        stacks
        columns={[
          { label: text(messages.services) },
          { label: text(messages.unit) },
          { label: text(messages.fullTimeEquivalents), numeric: true },
          { label: text(messages.budget), numeric: true },
        ]}
        rows={services.map(service => [
          <a href={link(urls.serviceResources.href({ service: service.id }))}>{local(service.name)}</a>,
          service.unitName ? local(service.unitName) : '–',
          service.fullTimeEquivalents === null ? '–' : fte(service.fullTimeEquivalents),
          service.budgetNok === null ? '–' : nok(service.budgetNok),
        ])}
      />
      {services.length > 0 && (
        <p class="no-print">
          <a
            class="more"
            href={link(urls.resourcesFile.href({ organisasjon: owner?.id, ar: year, del: 'tilbud' }))}
          >
            {t(messages.downloadServices)}
          </a>
        </p>
      )}
    </section>
  )
}

type ServiceResourcesProps = {
  title: string
  service: ResourceService
  years: readonly { year: number; held: Held | null }[]
  /** Of all years, the last first. */
  held: readonly Held[]
  error: YearError | null
  isSaved: boolean
}

export function ServiceResourcesPage({ title, service, years, held, error, isSaved }: ServiceResourcesProps) {
  const { t, text, local, link } = useLocale()
  const { fte, nok } = useFigures()
  const shown = (figure: number | null | undefined, write: (value: number) => string) =>
    figure === null || figure === undefined ? '–' : write(figure)
  return (
    <div class="mapping">
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">
          {service.unitName && <>{local(service.unitName)}, </>}
          {local(service.ownerName)}
        </p>
        <p>{t(messages.serviceLead)}</p>
      </div>
      <div class="stack">
        {error && (
          <ErrorSummary
            errors={[{ href: `#${error.field}-${error.year}`, text: text(error.message, error.params) }]}
          />
        )}
        {isSaved && <Notice kind="success">{text(messages.saved)}</Notice>}
        {service.mayWrite ? (
          years.map(one => (
            <YearForm
              key={one.year}
              {...one}
              service={service}
              error={error?.year === one.year ? error : null}
            />
          ))
        ) : (
          <>
            <p>{t(messages.readOnly)}</p>
            <Table
              caption={title}
              rowHeader
              columns={[
                { label: text(messages.year) },
                { label: text(messages.fullTimeEquivalents), numeric: true },
                { label: text(messages.budget), numeric: true },
              ]}
              rows={years.map(({ year, held }) => [
                String(year),
                shown(held?.fullTimeEquivalents, fte),
                shown(held?.budgetNok, nok),
              ])}
            />
          </>
        )}
        {held.length > 0 && (
          <>
            {service.mayWrite && <AsTable caption={title} lines={locale => resourceLines(held, locale)} />}
            <p class="no-print">
              <a class="more" href={link(urls.serviceResourcesFile.href({ service: service.id }))}>
                {t(messages.downloadYears)}
              </a>
            </p>
          </>
        )}
      </div>
    </div>
  )
}

type YearFormProps = { year: number; held: Held | null; service: ResourceService; error: YearError | null }

function YearForm({ year, held, service, error }: YearFormProps) {
  const { t, text, link } = useLocale()
  const typed = (field: keyof ResourceForm, figure: number | null | undefined) =>
    error
      ? error.typed[field]
      : figure === null || figure === undefined
        ? ''
        : String(figure).replace('.', ',')
  const errorAt = (field: YearError['field']) =>
    error?.field === field ? { error: text(error.message, error.params) } : {}
  return (
    <form
      method="post"
      action={link(urls.serviceResources.href({ service: service.id }))}
      class="stack stack-close"
    >
      <h2>{year}</h2>
      <input type="hidden" name="ar" value={String(year)} />
      <input type="hidden" name="sist" value={held ? String(held.number) : ''} />
      <div class="draft-filter">
        <Field
          id={`arsverk-${year}`}
          name="arsverk"
          inputmode="decimal"
          label={text(messages.fullTimeEquivalents)}
          hint={text(messages.fteHint)}
          value={typed('arsverk', held?.fullTimeEquivalents)}
          {...errorAt('arsverk')}
        />
        <Field
          id={`budsjett-${year}`}
          name="budsjett"
          inputmode="numeric"
          label={text(messages.budget)}
          hint={text(messages.nokHint)}
          value={typed('budsjett', held?.budgetNok)}
          {...errorAt('budsjett')}
        />
      </div>
      <p>
        <Button kind="quiet">{t(messages.save, { year })}</Button>
      </p>
    </form>
  )
}
