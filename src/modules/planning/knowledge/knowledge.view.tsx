import type { Population } from '#modules/areas/index.ts'
import { pagesOf } from '#platform/paging.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Bars } from '#ui/bars/bars.tsx'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Field, Select } from '#ui/field/field.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Pagination } from '#ui/pagination/pagination.tsx'
import { Table } from '#ui/table/table.tsx'
import type { FieldError } from '../paper/control.ts'
import { urls } from '../urls.ts'
import { IndicatorTable } from './indicator-table.view.tsx'
import { systemKinds, type LinkForm } from './indicator.schema.ts'
import type { Indicator, Place, SystemLink } from './indicator.store.ts'
import { agesOf, systemKindNames } from './knowledge-lines.ts'
import { messages } from './messages.ts'

/** A link that came back with something wrong. */
export type SentLink = { errors: readonly FieldError[]; typed: LinkForm }

export type KnowledgePageProps = {
  title: string
  place: Place
  /** All that who acts may read. */
  places: readonly Place[]
  population: Population | null
  /** Those of the page. */
  indicators: readonly Indicator[]
  side: number
  /** On all pages. */
  rows: number
  systems: readonly SystemLink[]
  isSaved: boolean
  submission: string
  sent: SentLink | null
}

/** What is known about a place. */
export function KnowledgePage(props: KnowledgePageProps) {
  const { t, text, link, localText } = useLocale()
  const { place, places, population, indicators, sent } = props
  const query = { organisasjon: place.id }
  return (
    <div>
      <div class="page-head">
        <p class="quiet">{localText(place.name)}</p>
        <h1 class="page-title">{props.title}</h1>
        <p class="lead">{t(messages.lead, { home: localText(place.name) })}</p>
        {place.may_write && (
          <p class="row no-print">
            <ButtonLink href={link(urls.newIndicator.href(query))}>{t(messages.newIndicator)}</ButtonLink>
            <ButtonLink kind="quiet" href={link(urls.knowledgeImport.href(query))}>
              {t(messages.import)}
            </ButtonLink>
          </p>
        )}
      </div>
      <div class="stack">
        {props.isSaved && <Notice kind="success">{text(messages.saved)}</Notice>}
        <ErrorSummary
          errors={(sent?.errors ?? []).map(one => ({ href: `#${one.id}`, text: text(one.message) }))}
        />
        <section class="stack stack-close">
          <h2>{t(messages.indicators)}</h2>
          {props.rows === 0 ? (
            <Empty headingLevel={3} title={text(messages.none)}>
              {text(messages.noneText)}
            </Empty>
          ) : (
            <>
              {indicators.length > 0 && (
                <IndicatorTable indicators={indicators} caption={text(messages.indicators)} />
              )}
              <Pagination
                page={props.side}
                pages={pagesOf(props.rows)}
                href={side => link(urls.knowledge.href({ ...query, side }))}
              />
              <p class="no-print">
                <a class="more" href={link(urls.knowledgeFile.href(query))}>
                  {t(messages.download)}
                </a>
              </p>
            </>
          )}
        </section>
        {population && <Inhabitants population={population} organization={place.id} />}
        <Systems {...props} />
        {places.length > 1 && (
          <section class="stack stack-close no-print">
            <h2>{t(messages.otherPlaces)}</h2>
            <ul class="plain-list">
              {places
                .filter(one => one.id !== place.id)
                .map(one => (
                  <li key={one.id}>
                    <a href={link(urls.knowledge.href({ organisasjon: one.id }))}>{localText(one.name)}</a>
                  </li>
                ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  )
}

function Inhabitants({ population, organization }: { population: Population; organization: string }) {
  const { t, text, link, number } = useLocale()
  return (
    <section class="stack stack-close">
      <h2>{t(messages.population)}</h2>
      <Bars
        caption={text(messages.population)}
        captionHidden
        items={agesOf(population).map(([from, to, n]) => ({
          label: text(messages.years, { from, to }),
          value: n,
          text: number(n),
        }))}
      />
      <p class="quiet small">
        {t(messages.allAges)}: {number(population.total)}.{' '}
        {t(messages.populationSource, { year: population.year })}
      </p>
      <p class="no-print">
        <a
          class="more"
          href={link(urls.knowledgeFile.href({ organisasjon: organization, del: 'innbyggere' }))}
        >
          {t(messages.downloadPopulation)}
        </a>
      </p>
    </section>
  )
}

function Systems({ place, systems, submission, sent }: KnowledgePageProps) {
  const { t, text, link } = useLocale()
  const typed = sent?.typed
  const errorOf = (id: string) => {
    const wrong = sent?.errors.find(error => error.id === id)
    return wrong ? { error: text(wrong.message) } : {}
  }
  return (
    <section class="stack stack-close">
      <h2>{t(messages.systems)}</h2>
      {systems.length === 0 ? (
        <p class="quiet">{t(messages.noSystems)}</p>
      ) : (
        <>
          <Table
            caption={text(messages.systems)}
            isHeaded
            rowHeader
            stacks
            columns={[
              { label: text(messages.linkTitle) },
              { label: text(messages.linkKind) },
              { label: text(messages.linkUrl) },
              ...(place.may_write ? [{ label: text(messages.remove), acts: true }] : []),
            ]}
            rows={systems.map(({ id, kind, title, url }) => [
              <a href={url}>{title}</a>,
              t(systemKindNames[kind]),
              url,
              ...(place.may_write
                ? [
                    <form method="post" action={link(urls.systemLinkRemoval.href({ id }))} class="no-print">
                      <Button kind="quiet">
                        {t(messages.remove)}
                        <span class="visually-hidden"> {title}</span>
                      </Button>
                    </form>,
                  ]
                : []),
            ])}
          />
          <p class="no-print">
            <a class="more" href={link(urls.systemLinksFile.href({ organisasjon: place.id }))}>
              {t(messages.downloadSystems)}
            </a>
          </p>
        </>
      )}
      {place.may_write && (
        <form
          method="post"
          action={link(urls.systemLinks.href({ organisasjon: place.id }))}
          class="stack no-print"
        >
          <h3>{t(messages.addLink)}</h3>
          <input type="hidden" name="submission" value={typed?.submission ?? submission} />
          <Field
            id="tittel"
            name="tittel"
            label={text(messages.linkTitle)}
            value={typed?.tittel ?? ''}
            {...errorOf('tittel')}
          />
          <Field
            id="adresse"
            name="adresse"
            type="url"
            label={text(messages.linkUrl)}
            value={typed?.adresse ?? ''}
            {...errorOf('adresse')}
          />
          <Select
            id="slag"
            name="slag"
            label={text(messages.linkKind)}
            value={typed?.slag ?? ''}
            options={systemKinds.map(value => ({ value, label: text(systemKindNames[value]) }))}
            {...errorOf('slag')}
          />
          <p>
            <Button kind="quiet">{t(messages.addLink)}</Button>
          </p>
        </form>
      )}
    </section>
  )
}
