import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderToString } from 'preact-render-to-string'
import { serviceDocument } from '#test/services.ts'
import { Hours } from './hours.view.tsx'
import { openState, type OpenState } from './opening-hours.ts'
import type { ScheduleRow } from './service.store.ts'

const nothing: ScheduleRow = {
  always: false,
  days: null,
  opens: null,
  closes: null,
  term: null,
  valid_from: null,
  valid_to: null,
  exception_date: null,
  closed: false,
  note: null,
}
const week = ['mo', 'tu', 'we', 'th', 'fr'] as const

/** Ordinary hours, as `08:00-15:30`. */
const open = (
  days: readonly (typeof week)[number][],
  hours: string,
  more: Partial<ScheduleRow> = {},
): ScheduleRow => {
  const [opens, closes] = hours.split('-').map(time => `${time}:00`)
  return { ...nothing, days: [...days], opens: opens!, closes: closes!, ...more }
}

const at = (moment: string, ...schedule: ScheduleRow[]): OpenState =>
  openState(schedule, { now: () => new Date(moment) })

test('a service is open from its hour to its hour, on its days, by Norwegian time', () => {
  const hours = open(week, '08:00-15:30')
  // Monday 23 November 2026; Norway is one hour ahead of UTC.
  assert.equal(at('2026-11-23T06:59:59Z', hours), 'closed')
  assert.equal(at('2026-11-23T07:00:00Z', hours), 'open')
  assert.equal(at('2026-11-23T14:29:59Z', hours), 'open')
  assert.equal(at('2026-11-23T14:30:00Z', hours), 'closed')
  assert.equal(at('2026-11-22T12:00:00Z', hours), 'closed', 'Sunday')
  // It is Monday in Norway before it is in Greenwich.
  assert.equal(at('2026-11-22T23:30:00Z', open(['mo'], '00:00-01:00')), 'open')
})

test('there may be several hours a day', () => {
  const hours = [open(['mo'], '09:00-11:30'), open(['mo'], '12:00-15:00'), open(['th'], '17:00-19:00')]
  assert.equal(at('2026-11-23T09:00:00Z', ...hours), 'open')
  assert.equal(at('2026-11-23T10:45:00Z', ...hours), 'closed', 'lunch')
  assert.equal(at('2026-11-23T11:30:00Z', ...hours), 'open')
  assert.equal(at('2026-11-26T16:30:00Z', ...hours), 'open', 'Thursday evening')
})

test('24:00 is midnight, and the hours after it are the next day’s', () => {
  const night = [open(['fr'], '20:00-24:00'), { ...open(week, '00:00-02:00'), days: ['sa' as const] }]
  assert.equal(at('2026-11-27T22:59:00Z', ...night), 'open', 'Friday 23.59')
  assert.equal(at('2026-11-27T23:00:00Z', ...night), 'open', 'Saturday 00.00')
  assert.equal(at('2026-11-28T00:59:00Z', ...night), 'open', 'Saturday 01.59')
  assert.equal(at('2026-11-28T01:00:00Z', ...night), 'closed', 'Saturday 02.00')
})

test('day and night is always, but for a day that differs', () => {
  const always = { ...nothing, always: true }
  assert.equal(at('2026-07-19T02:00:00Z', always), 'open')
  const closed = { ...nothing, exception_date: '2026-12-24', closed: true }
  assert.equal(at('2026-12-24T11:00:00Z', always, closed), 'closed')
  assert.equal(at('2026-12-25T11:00:00Z', always, closed), 'open')
})

test('a day that differs goes before the ordinary week: closed, or other hours, perhaps several', () => {
  const hours = open(week, '08:00-16:00')
  const morning = { ...nothing, exception_date: '2026-12-23', opens: '08:00:00', closes: '10:00:00' }
  const evening = { ...morning, opens: '18:00:00', closes: '20:00:00' }
  assert.equal(at('2026-12-23T08:00:00Z', hours, morning, evening), 'open')
  assert.equal(at('2026-12-23T11:00:00Z', hours, morning, evening), 'closed', 'ordinary hours do not hold')
  assert.equal(at('2026-12-23T18:00:00Z', hours, morning, evening), 'open')
  assert.equal(at('2026-12-22T11:00:00Z', hours, morning, evening), 'open', 'the day before')
})

test('hours of the school year are not promised: schools set their own holidays', () => {
  const hours = open(week, '08:00-15:00', { term: 'school-year' })
  assert.equal(at('2026-11-23T09:00:00Z', hours), 'unknown')
  assert.equal(at('2026-11-23T19:00:00Z', hours), 'closed')
  assert.equal(at('2026-11-23T09:00:00Z', hours, open(['mo'], '09:00-11:00')), 'open')
})

test('hours hold from their first day to their last, both with', () => {
  const season = open(week, '08:00-15:00', { valid_from: '2026-08-17', valid_to: '2026-11-23' })
  assert.equal(at('2026-08-14T09:00:00Z', season), 'closed')
  assert.equal(at('2026-08-17T09:00:00Z', season), 'open')
  assert.equal(at('2026-11-23T09:00:00Z', season), 'open')
  assert.equal(at('2026-11-24T09:00:00Z', season), 'closed')
})

test('in summer the clock is an hour ahead, and it is on the night it changes', () => {
  const hours = open(week, '08:00-15:00')
  assert.equal(at('2026-06-15T06:00:00Z', hours), 'open')
  assert.equal(at('2026-06-15T13:00:00Z', hours), 'closed')
  const night = { ...open(week, '02:30-03:30'), days: ['su' as const] }
  // 29 March 2026: 02.00 becomes 03.00.
  assert.deepEqual([at('2026-03-29T00:59:00Z', night), at('2026-03-29T01:00:00Z', night)], ['closed', 'open'])
  // 25 October 2026: 03.00 becomes 02.00, so half past two comes twice.
  assert.deepEqual(
    [at('2026-10-25T00:30:00Z', night), at('2026-10-25T01:15:00Z', night), at('2026-10-25T01:30:00Z', night)],
    ['open', 'closed', 'open'],
  )
})

test('without ordinary hours nothing is known', () => {
  assert.equal(at('2026-11-23T09:00:00Z'), 'unknown')
  assert.equal(
    at('2026-11-23T09:00:00Z', { ...nothing, exception_date: '2026-12-24', closed: true }),
    'unknown',
  )
})

test('hours are read as one line for days with the same, then the days that differ and are still to come', () => {
  const shown = renderToString(
    <Hours
      schedule={[
        open(week, '08:00-11:30'),
        open(week, '12:00-15:00'),
        open(['tu', 'th'], '17:00-24:00', { valid_from: '2026-08-17' }),
        { ...nothing, exception_date: '2026-12-24', closed: true, note: { nb: 'Julaften' } },
        { ...nothing, exception_date: '2026-01-02', closed: true },
      ]}
      state="open"
      today="2026-11-22"
    />,
  )
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
  assert.match(shown, /Åpent nå/)
  assert.match(shown, /Mandag–fredag 08–11\.30, 12–15/)
  assert.match(shown, /Tirsdag og torsdag 17–24 , fra 17\. august 2026/)
  assert.match(shown, /24\. desember 2026 Stengt \( ?Julaften ?\)/)
  assert.doesNotMatch(shown, /januar/)
})

test('a document with hours that cannot be is refused', () => {
  const hours = (opens: string, closes: string) => () =>
    serviceDocument({ hours: [{ days: ['mo'], opens, closes }] })
  assert.doesNotThrow(hours('00:00', '24:00'))
  for (const [opens, closes] of [
    ['24:30', '24:45'],
    ['08:00', '08:00'],
    ['20:00', '02:00'],
    ['8:00', '15:00'],
    ['08:60', '15:00'],
  ]) {
    assert.throws(hours(opens!, closes!), `${opens}–${closes}`)
  }
})
