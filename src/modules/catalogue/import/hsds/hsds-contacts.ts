import type { IncompleteDocument, Reading } from '../record/record.ts'
import { readTimes, type Weekday } from '../words/opening-hours.ts'
import { readDate, readLink, readPhone } from '../words/values.ts'
import { booleanOf, listOf, numberOf, textOf, type Json } from './json-value.ts'

/** Reads telephones and addresses on the web. What is not understood is told, and stops nothing. */
export function readContacts(service: Json, path: string, { document, fault }: Reading): void {
  const phones: NonNullable<IncompleteDocument['phones']> = []
  const holders = [{ item: service, path }, ...linksOf(service, path), ...contactPoints(service, path)]
  for (const { item: holder, path: around } of holders) {
    for (const { item, path: at } of listOf(holder, around, 'phones', 'phone')) {
      const given = textOf(item, 'number') ?? ''
      const number = readPhone(given)
      const type = textOf(item, 'type')?.toLowerCase()
      if (type === 'fax' || type === 'pager') continue
      if (number === null) {
        fault('notPhone', { path: at }, { value: given }, 'warning')
        continue
      }
      if (holder !== service && phones.some(known => known.number === number)) continue
      const label =
        textOf(item, 'description', 'department') ??
        (holder === service ? undefined : textOf(holder, 'department', 'title'))
      phones.push({ number, kind: phoneKind(type), ...(label && { label: { nb: label } }) })
    }
  }
  if (phones.length > 0) document.phones = phones
  readLinks(service, path, { document, fault })
}

/** What is said of the service at one of its places is said of the service. */
function linksOf(service: Json, path: string) {
  return listOf(service, path, 'service_at_locations', 'services_at_location', 'service_at_location')
}

/** Where one reaches the service, when no person is named there. */
function contactPoints(service: Json, path: string) {
  return listOf(service, path, 'contacts', 'contact').filter(({ item }) => textOf(item, 'name') === undefined)
}

function phoneKind(type: string | undefined): 'voice' | 'sms' | 'textphone' {
  return type === 'text' || type === 'sms'
    ? 'sms'
    : type === 'textphone' || type === 'tty'
      ? 'textphone'
      : 'voice'
}

function readLinks(
  service: Json,
  path: string,
  { document, fault }: Pick<Reading, 'document' | 'fault'>,
): void {
  const links: NonNullable<IncompleteDocument['links']> = []
  const given = [
    { url: textOf(service, 'url'), label: undefined, at: `${path}.url` },
    ...listOf(service, path, 'additional_urls').map(({ item, path: at }) => ({
      url: textOf(item, 'url'),
      label: textOf(item, 'label'),
      at,
    })),
  ]
  for (const { url, label, at } of given) {
    if (url === undefined) continue
    const address = readLink(url)
    if (address === null) fault('notLink', { path: at }, { value: url }, 'warning')
    else links.push({ kind: 'website', url: address, ...(label && { label: { nb: label } }) })
  }
  if (links.length > 0) document.links = links
}

const days: Record<string, Weekday> = { MO: 'mo', TU: 'tu', WE: 'we', TH: 'th', FR: 'fr', SA: 'sa', SU: 'su' }
const week = Object.values(days)

/** Reads opening hours: schedules of 2.x and 3.x, regular and holiday schedules of 1.x. */
export function readSchedules(service: Json, path: string, reading: Reading): void {
  const names = ['schedules', 'schedule', 'regular_schedules', 'regular_schedule'] as const
  for (const { item: holder, path: around } of [{ item: service, path }, ...linksOf(service, path)]) {
    for (const { item, path: at } of listOf(holder, around, ...names))
      if (!readSchedule(item, reading))
        reading.fault('notHours', { path: at }, { value: inWords(item) }, 'warning')
    for (const { item, path: at } of listOf(holder, around, 'holiday_schedules', 'holiday_schedule'))
      if (!readHoliday(item, reading))
        reading.fault('notHours', { path: at }, { value: inWords(item) }, 'warning')
  }
}

function inWords(schedule: Json): string {
  const names = [
    'freq',
    'interval',
    'byday',
    'weekday',
    'bymonthday',
    'dtstart',
    'start_date',
    'opens_at',
    'closes_at',
    'description',
  ]
  return names.flatMap(name => textOf(schedule, name) ?? []).join(' ')
}

function readSchedule(schedule: Json, { document }: Reading): boolean {
  const frequency = textOf(schedule, 'freq')?.toUpperCase()
  if (frequency !== undefined && !/^(DAILY|WEEKLY|WEEK)$/.test(frequency)) return false
  // Every second week, or so many times, is more than a line of ours can say.
  if ((numberOf(schedule, 'interval') ?? 1) > 1 || textOf(schedule, 'count') !== undefined) return false
  const times = timesOf(schedule)
  const on = daysOf(textOf(schedule, 'byday', 'weekday')) ?? (frequency === 'DAILY' ? week : null)
  const notes = textOf(schedule, 'notes')
  const note = notes === undefined ? {} : { note: { nb: notes } }
  const [from, to] = [
    dateOf(schedule, 'valid_from'),
    dateOf(schedule, 'valid_to') ?? dateOf(schedule, 'until'),
  ]
  if (on === null) {
    const date = dateOf(schedule, 'dtstart') ?? from
    const isOneDay = frequency === undefined && (from === undefined || from === to)
    if (date === undefined || !isOneDay) return false
    const isClosed = textOf(schedule, 'opens_at') === undefined
    if (!isClosed && !times) return false
    document.hours_exceptions = [
      ...(document.hours_exceptions ?? []),
      isClosed ? { date, closed: true, ...note } : { date, ...times!, ...note },
    ]
    return true
  }
  if (on === 'wrong' || !times) return false
  const valid = { ...(from && { from }), ...(to && { to }) }
  const isAlways =
    on.length === 7 && times.opens === '00:00' && /^(24:00|23:59)$/.test(times.closes) && !from && !to
  document.hours = [
    ...(document.hours ?? []),
    isAlways ? { always: true, ...note } : { days: on, ...times, ...((from ?? to) && { valid }), ...note },
  ]
  return true
}

/** Some days from a first to a last, that are closed or have other times. */
function readHoliday(schedule: Json, { document }: Reading): boolean {
  const [from, to] = [dateOf(schedule, 'start_date'), dateOf(schedule, 'end_date')]
  if (from === undefined) return false
  const times = timesOf(schedule)
  const isClosed = booleanOf(schedule, 'closed') || !times
  const dates = datesBetween(from, to ?? from)
  if (dates.length === 0) return false
  document.hours_exceptions = [
    ...(document.hours_exceptions ?? []),
    ...dates.map(date => (isClosed ? { date, closed: true as const } : { date, ...times })),
  ]
  return true
}

const LONGEST_HOLIDAY = 31

function datesBetween(from: string, to: string): string[] {
  const first = Date.parse(from)
  const count = Math.round((Date.parse(to) - first) / 86_400_000) + 1
  if (!(count >= 1 && count <= LONGEST_HOLIDAY)) return []
  return Array.from({ length: count }, (_, i) => new Date(first + i * 86_400_000).toISOString().slice(0, 10))
}

/** Times with or without a day, seconds, parts of them and an offset, which we take for local time all the same. */
function timesOf(schedule: Json): { opens: string; closes: string } | null {
  const bare = (name: string) =>
    (textOf(schedule, name) ?? '')
      .replace(/^\d{4}-\d{2}-\d{2}T/, '')
      .replace(/(Z|[+-]\d{2}:?\d{2})$/, '')
      .replace(/^(\d{2}:\d{2}:\d{2})\.\d+$/, '$1')
  return readTimes(bare('opens_at'), bare('closes_at'))
}

function dateOf(schedule: Json, name: string): string | undefined {
  return readDate(textOf(schedule, name) ?? '') ?? undefined
}

/** `MO,TU`; in 1.x `Monday`, or 1 for it. Null when no day is named. */
function daysOf(text: string | undefined): Weekday[] | null | 'wrong' {
  if (text === undefined) return null
  const found = text
    .split(/\s*,\s*/)
    .map(day => (/^[1-7]$/.test(day) ? week[Number(day) - 1] : days[day.slice(0, 2).toUpperCase()]))
  return found.every(day => day !== undefined) ? found : 'wrong'
}
