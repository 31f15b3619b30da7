import { useLocale, type Locale } from '#platform/i18n/locale.tsx'
import { Bars } from '#ui/bars/bars.tsx'
import { Disclosure } from '#ui/disclosure/disclosure.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Table } from '#ui/table/table.tsx'
import { urls } from '../urls.ts'
import { fewOr, monthInWords } from './figures.ts'
import { messages } from './messages.ts'
import type { Periods, Span, Viewed } from './views.store.ts'

const periodNames = [
  { period: 'last', label: messages.last },
  { period: 'before', label: messages.before },
  { period: 'year', label: messages.year },
] as const

type ViewsPageProps = {
  title: string
  periods: Periods
  months: readonly Span[]
  /** Of one service. */
  days?: readonly Span[]
  /** Of all of one's own. */
  services?: readonly Viewed[]
}

/** How often one service, or all one's own, are looked at. */
export function ViewsPage({ title, periods, months, days = [], services = [] }: ViewsPageProps) {
  const locale = useLocale()
  const { t, text } = locale
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.lead)}</p>
        <p>{t(messages.how)}</p>
      </div>
      {periods.year === 0 ? (
        <Empty title={text(messages.none)}>{text(messages.noneText)}</Empty>
      ) : (
        <div class="stack">
          <ul class="plain-list">
            {periodNames.map(({ period, label }) => (
              <li key={period}>
                {t(label)}: <strong>{fewOr(periods[period], locale)}</strong>
              </li>
            ))}
          </ul>
          <section class="section">
            <h2>{t(messages.byMonth)}</h2>
            <Bars
              caption={text(messages.byMonth)}
              captionHidden
              items={months.map(month => ({
                label: monthInWords(month.from, locale.language),
                value: month.views ?? 2,
                text: fewOr(month.views, locale),
              }))}
            />
          </section>
          {services.length > 0 && <Services services={services} locale={locale} />}
          {days.length > 0 && (
            <Disclosure summary={t(messages.byDay)}>
              <Table
                caption={text(messages.byDay)}
                rowHeader
                columns={[{ label: text(messages.day) }, { label: text(messages.views), numeric: true }]}
                rows={days.map(day => [locale.date(day.from), fewOr(day.views, locale)])}
              />
            </Disclosure>
          )}
        </div>
      )}
    </div>
  )
}

function Services({ services, locale }: { services: readonly Viewed[]; locale: Locale }) {
  const { text, local, link } = locale
  return (
    <div class="section">
      <Table
        caption={text(messages.byService)}
        rowHeader
        columns={[
          { label: text(messages.service) },
          ...periodNames.map(({ label }) => ({
            label: text(label),
            numeric: true,
          })),
        ]}
        rows={services.map(service => [
          <a key={service.id} href={link(urls.draftViews.href({ id: service.id }))}>
            {local(service.name)}
          </a>,
          fewOr(service.last, locale),
          fewOr(service.before, locale),
          fewOr(service.year, locale),
        ])}
      />
    </div>
  )
}
