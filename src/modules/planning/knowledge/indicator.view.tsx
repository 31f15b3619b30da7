import { useLocale } from '#platform/i18n/locale.tsx'
import { Bars } from '#ui/bars/bars.tsx'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Table } from '#ui/table/table.tsx'
import type { FieldError } from '../paper/control.ts'
import { byWhomInWords, type Names } from '../paper/words.ts'
import { urls } from '../urls.ts'
import { valueInWords } from './indicator-table.view.tsx'
import type { ValueForm } from './indicator.schema.ts'
import type { Indicator, ValueRow } from './indicator.store.ts'
import { messages } from './messages.ts'
import { ValueFields } from './value-fields.view.tsx'

/** A value that came back. */
export type SentValue = { typed: ValueForm; errors: readonly FieldError[]; isMeanwhile: boolean }

export type IndicatorPageProps = {
  indicator: Indicator
  /** All that was ever entered, the newest first. */
  values: readonly ValueRow[]
  mayWrite: boolean
  /** Of the room it tells of. */
  roomHref: string | null
  isSaved: boolean
  submission: string
  sent: SentValue | null
  me: string
  names: Names
}

/** An indicator over the years, drawn and as a table, with who entered what. */
export function IndicatorPage(props: IndicatorPageProps) {
  const locale = useLocale()
  const { t, text, link, number } = locale
  const { indicator, values, sent } = props
  const { id, name, measured_in, years } = indicator
  const held = years.flatMap(one => (one.value === null ? [] : [{ ...one, value: one.value }]))
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{name}</h1>
      </div>
      <div class="stack">
        {props.isSaved && <Notice kind="success">{text(messages.saved)}</Notice>}
        {sent?.isMeanwhile && (
          <div role="alert">
            <Notice kind="warning">{text(messages.meanwhile)}</Notice>
          </div>
        )}
        <ErrorSummary
          errors={(sent?.errors ?? []).map(one => ({ href: `#${one.id}`, text: text(one.message) }))}
        />
        {held.length === 0 ? (
          <p class="quiet">{t(messages.noYears)}</p>
        ) : (
          <>
            <Bars
              caption={text(messages.overTime, { name })}
              items={held.map(({ year, value }) => ({
                label: String(year),
                value,
                text: valueInWords(value, measured_in, number),
              }))}
            />
            <Table
              caption={text(messages.source)}
              rowHeader
              stacks
              columns={[messages.year, messages.source, messages.noteColumn].map(label => ({
                label: text(label),
              }))}
              rows={held.map(({ year, source, note }) => [String(year), source, note ?? ''])}
            />
          </>
        )}
        {props.roomHref && (
          <p class="no-print">
            <a class="more" href={link(props.roomHref)}>
              {t(messages.toRoom)}
            </a>
          </p>
        )}
        {props.mayWrite && (
          <section class="stack stack-close no-print">
            <h2>{t(messages.addYear)}</h2>
            <p class="quiet">{t(messages.addYearText)}</p>
            <form method="post" action={link(urls.indicatorValue.href({ id }))} class="stack">
              <input type="hidden" name="submission" value={props.submission} />
              <input type="hidden" name="kjent" value={String(values.length)} />
              <ValueFields
                typed={sent?.typed ?? { ar: '', verdi: '', kilde: years.at(-1)?.source ?? '', merknad: '' }}
                errors={sent?.errors ?? []}
                isMust={false}
              />
              <p>
                <Button>{t(messages.save)}</Button>
              </p>
            </form>
          </section>
        )}
        <section class="stack stack-close">
          <h2>{t(messages.history)}</h2>
          <Table
            caption={text(messages.history)}
            rowHeader
            stacks
            columns={[messages.year, messages.value, messages.source, messages.noteColumn, messages.when].map(
              label => ({ label: text(label) }),
            )}
            rows={values.map(one => [
              String(one.year),
              one.value === null ? text(messages.takenBack) : valueInWords(one.value, measured_in, number),
              one.source,
              one.note ?? '',
              byWhomInWords({ by: one.entered_by, at: one.entered_at }, props.me, props.names, locale),
            ])}
          />
          {values.length > 0 && (
            <p class="no-print">
              <a class="more" href={link(urls.indicatorFile.href({ id }))}>
                {t(messages.downloadHistory)}
              </a>
            </p>
          )}
        </section>
      </div>
    </div>
  )
}
