import { useLocale, type Locale } from '#platform/i18n/locale.tsx'
import { intlLocale } from '#platform/i18n/language.ts'
import { messages } from '../messages.ts'
import type { OpenState } from './opening-hours.ts'
import type { ScheduleRow } from './service.store.ts'

type HoursProps = { schedule: ScheduleRow[]; state: OpenState; today: string }

/** Opening hours as one reads them: the ordinary week, several times a day on one line, then the days that differ. */
export function Hours({ schedule, state, today }: HoursProps) {
  const locale = useLocale()
  const { t } = locale
  if (schedule.length === 0) return null
  const always = schedule.some(row => row.always)
  const coming = schedule
    .filter(row => (row.exception_date ?? '') >= today)
    .toSorted((a, b) => (a.exception_date ?? '').localeCompare(b.exception_date ?? ''))
  return (
    <>
      {!always && state !== 'unknown' && (
        <p>
          <strong>{t(state === 'open' ? messages.openNow : messages.closedNow)}</strong>
        </p>
      )}
      <ul class="plain-list hours">
        {always && <li>{t(messages.openAlways)}</li>}
        {groupWeek(schedule.filter(row => row.days !== null)).map(group => (
          <li key={group.key}>
            <strong>{daysInWords(locale, group.rows[0]!.days!)}</strong>{' '}
            {group.rows.map(row => `${clockText(row.opens!)}–${clockText(row.closes!)}`).join(', ')}
            {details(locale, group.rows[0]!)}
          </li>
        ))}
        {coming.map(row => (
          <li key={`${row.exception_date} ${row.opens}`}>
            <strong>{locale.date(row.exception_date!)}</strong>{' '}
            {row.closed ? t(messages.closed) : `${clockText(row.opens!)}–${clockText(row.closes!)}`}
            {row.note && <> ({locale.local(row.note)})</>}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Rows for the same days and terms together, in the order they came. */
function groupWeek(rows: ScheduleRow[]): { key: string; rows: ScheduleRow[] }[] {
  const groups = Map.groupBy(rows, row =>
    JSON.stringify([row.days, row.term, row.valid_from, row.valid_to, row.note]),
  )
  return [...groups].map(([key, grouped]) => ({ key, rows: grouped }))
}

const weekOrder = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const

/** 'mandag–fredag' for days in a row, 'tirsdag og torsdag' else. */
function daysInWords(locale: Locale, days: readonly string[]): string {
  const indexes = weekOrder.flatMap((day, index) => (days.includes(day) ? [index] : []))
  const format = new Intl.DateTimeFormat(intlLocale[locale.language === 'se' ? 'nb' : locale.language], {
    weekday: 'long',
    timeZone: 'UTC',
  })
  // 5 January 1970 was a Monday.
  const name = (index: number) => format.format(new Date(Date.UTC(1970, 0, 5 + index)))
  const [first = 0, last = 0] = [indexes.at(0), indexes.at(-1)]
  const inRow = indexes.length > 2 && last - first === indexes.length - 1
  const text = inRow
    ? `${name(first)}–${name(last)}`
    : new Intl.ListFormat(locale.language === 'se' ? 'nb' : locale.language).format(indexes.map(name))
  return text.charAt(0).toLocaleUpperCase('nb') + text.slice(1)
}

function clockText(time: string): string {
  const [hours, minutes] = time.split(':')
  return minutes === '00' ? hours! : `${hours}.${minutes}`
}

function details(locale: Locale, row: ScheduleRow) {
  const { t, date, local } = locale
  const parts = [
    row.term === 'school-year' && t(messages.schoolYear),
    row.valid_from &&
      row.valid_to &&
      t(messages.validFromTo, { from: date(row.valid_from), to: date(row.valid_to) }),
    row.valid_from && !row.valid_to && t(messages.validFrom, { from: date(row.valid_from) }),
    row.valid_to && !row.valid_from && t(messages.validTo, { to: date(row.valid_to) }),
    row.note && local(row.note),
  ].filter(Boolean)
  return parts.map((part, index) => <span key={index}>, {part}</span>)
}
