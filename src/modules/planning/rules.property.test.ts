import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { rooms } from '#modules/catalogue/index.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import { layOutGantt } from './measure/gantt.ts'
import { measureControls } from './measure/measure-controls.ts'
import { MeasureFields } from './measure/measure.schema.ts'
import { latenessOf, measureStates, MOST_NUMBER, sumEconomy } from './measure/rules.ts'
import { timeInWords } from './measure/words.ts'
import { economyKinds, linkKinds, type EconomyRow } from './paper/paper.schema.ts'
import { dayOf, decimalNumber, fillForm, readForm, wholeNumber } from './paper/read-form.ts'
import { gapTitle } from './take-up/title.ts'

const day = fc
  .date({ min: new Date('2018-01-01'), max: new Date('2032-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))
const maybeDay = fc.option(day)
const timed = fc.record({
  state: fc.constantFrom(...measureStates),
  starts_on: maybeDay,
  ends_on: maybeDay,
})
const economy = fc.array(
  fc.record({
    year: fc.integer({ min: 2018, max: 2032 }),
    kind: fc.constantFrom(...economyKinds),
    amount_nok: fc.option(fc.integer({ min: 0, max: 10_000_000 })),
  }),
  { maxLength: 30 },
)

test('a measure is late the day after the one it should have begun or been done, and only while it is not over', () => {
  const measure = { state: 'not-started', starts_on: '2026-03-01', ends_on: '2026-06-30' } as const
  const on = (today: string, changed: object = {}, plan = 'adopted') =>
    latenessOf({ ...measure, ...changed }, plan, today)
  assert.equal(on('2026-03-01'), null)
  assert.equal(on('2026-03-02'), 'start')
  assert.equal(on('2026-03-02', { state: 'started' }), null)
  assert.equal(on('2026-06-30', { state: 'started' }), null)
  assert.equal(on('2026-07-01', { state: 'started' }), 'end')
  assert.equal(on('2026-07-01', { state: 'done' }), null)
  assert.equal(on('2026-07-01', { state: 'stopped' }), null)
  assert.equal(on('2026-07-01', { starts_on: null, ends_on: null }), null)
  for (const plan of ['draft', 'in-consultation', 'closed']) assert.equal(on('2026-07-01', {}, plan), null)
})

test('what is late stays late, as long as nobody does anything', () => {
  fc.assert(
    fc.property(timed, day, day, (measure, one, other) => {
      const [before, after] = [one, other].toSorted() as [string, string]
      if (latenessOf(measure, 'adopted', before) !== null)
        assert.notEqual(latenessOf(measure, 'adopted', after), null)
    }),
  )
})

test('sums by year and kind are those of a count by hand, and add up to the same both ways', () => {
  fc.assert(
    fc.property(economy, rows => {
      const sums = sumEconomy(rows)
      const byHand = (fits: (row: EconomyRow) => boolean) => {
        let sum = 0
        for (const row of rows) if (fits(row) && row.amount_nok !== null) sum += row.amount_nok
        return sum
      }
      assert.equal(
        sums.sum,
        byHand(() => true),
      )
      for (const [index, year] of sums.years.entries()) {
        assert.equal(
          sums.byYear[index],
          byHand(row => row.year === year),
        )
        for (const { kind, byYear } of sums.rows)
          assert.equal(
            byYear[index],
            byHand(row => row.year === year && row.kind === kind),
          )
      }
      assert.equal(
        sums.rows.reduce((sum, row) => sum + row.sum, 0),
        sums.sum,
      )
      assert.equal(sums.without, rows.filter(row => row.amount_nok === null).length)
    }),
  )
})

test('every bar lies within the drawing, begins where it begins and is seen', () => {
  fc.assert(
    fc.property(fc.array(timed, { maxLength: 20 }), day, (measures, today) => {
      const gantt = layOutGantt(measures, { from: null, to: null }, today)
      if (gantt === null) return
      const left = gantt.years[0]!.x
      for (const { bar, item } of gantt.rows) {
        assert.equal(bar === null, item.starts_on === null)
        if (bar === null) continue
        assert.ok(bar.x >= left && bar.x <= gantt.width)
        assert.ok(bar.width > 0)
        if (item.ends_on === null) assert.ok(bar.isOpen)
      }
      const drawn = gantt.rows.filter(({ bar }) => bar !== null)
      const inTime = drawn.toSorted((a, b) => (a.item.starts_on! < b.item.starts_on! ? -1 : 1))
      for (const [index, row] of inTime.entries())
        if (index > 0) assert.ok(row.bar!.x >= inTime[index - 1]!.bar!.x)
    }),
  )
})

test('a form that is filled with a measure and read again gives the same measure', () => {
  const units = [
    { id: '00000000-0000-7000-8000-000000000001', name: { nb: 'Skolene' }, is_closed: false },
    { id: '00000000-0000-7000-8000-000000000002', name: { nb: 'Barnehagene' }, is_closed: false },
  ]
  const words = fc.stringMatching(/^[a-zæøå]{1,10}( [a-zæøå]{1,10}){0,4}$/)
  const links = fc.uniqueArray(
    fc.record({ kind: fc.constantFrom(...linkKinds), key: words, title: words, area: fc.constant('3228') }),
    { maxLength: 4, selector: link => `${link.kind} ${link.key}` },
  )
  const fields = fc.record({
    number: fc.option(fc.integer({ min: 1, max: MOST_NUMBER })),
    title: words,
    text: words,
    responsible: words,
    units: fc.subarray(units.map(unit => unit.id)),
    starts_on: maybeDay,
    ends_on: maybeDay,
    economy,
    links,
  })
  fc.assert(
    fc.property(fields, measure => {
      const form = fillForm(measureControls, measure)
      const { fields: read, errors } = readForm(measureControls, form, units, measure.links)
      assert.deepEqual(errors, [])
      assert.deepEqual(MeasureFields.parse(read), MeasureFields.parse(measure))
    }),
    { numRuns: 60 },
  )
})

test('no link can be made up in a form, and no unit of others', () => {
  const made = JSON.stringify({ kind: 'service', key: 'x', title: 'Hei' })
  const form = { tiltak: 'A', svarer: made, enheter: '00000000-0000-7000-8000-000000000009' }
  const { fields, errors } = readForm(measureControls, form, [], [])
  assert.deepEqual(fields['links'], [])
  assert.deepEqual(
    errors.map(error => error.id),
    ['enheter'],
  )
})

test('whole numbers are read as people write them; what has decimals is told of, and never a hundred times as much', () => {
  for (const typed of ['100000', '100 000', '100.000', '100 000 kr', '100\u00a0000,-', '100 000 kroner'])
    assert.equal(wholeNumber(typed), 100_000, typed)
  for (const typed of [
    '1.5',
    '1,5',
    '1250.50',
    '1250,50',
    '-1',
    '12.34.567',
    'kr',
    '1e5',
    '0x10',
    '9'.repeat(13),
  ])
    assert.equal(wholeNumber(typed), undefined, typed)
  assert.equal(wholeNumber(''), null)
  assert.equal(wholeNumber('0'), 0)
})

test('a number with decimals is read as people write it; one that may mean two things is told of', () => {
  for (const [typed, number] of [
    ['1,25', 1.25],
    ['1.5', 1.5],
    ['0.125', 0.125],
    ['1 250,5', 1250.5],
    ['−3', -3],
    ['12 %', 12],
  ] as const)
    assert.equal(decimalNumber(typed), number, typed)
  for (const typed of ['1.250', '12.345.678', '1.250,50', '1,2345', 'mange', '1e5'])
    assert.equal(decimalNumber(typed), undefined, typed)
  assert.equal(decimalNumber(''), null)
})

test('days are read as browsers send them and as people write them', () => {
  assert.equal(dayOf('2026-12-24'), '2026-12-24')
  assert.equal(dayOf('24.12.2026'), '2026-12-24')
  assert.equal(dayOf('1. 2.2027'), '2027-02-01')
  assert.equal(dayOf(''), null)
  for (const wrong of ['31.2.2026', 'i morgen', '2026-13-01', '24.12.26'])
    assert.equal(dayOf(wrong), undefined)
})

test('time is said in years where whole years are meant', () => {
  const nb = localeOf('nb')
  assert.equal(timeInWords({ starts_on: '2020-01-01', ends_on: '2020-12-31' }, nb), '2020')
  assert.equal(timeInWords({ starts_on: '2020-01-01', ends_on: '2024-12-31' }, nb), '2020–2024')
  assert.equal(timeInWords({ starts_on: '2026-03-01', ends_on: null }, nb), 'Fra 1. mars 2026')
  assert.equal(timeInWords({ starts_on: null, ends_on: null }, nb), 'Uten tid')
})

test('a gap is named by its room and how it stands; one we do not know, by its key', () => {
  const nb = localeOf('nb')
  for (const { code, name } of rooms.list)
    assert.equal(gapTitle(`missing:${code}`, nb), `${name.nb}: Mangler i dag`)
  assert.equal(gapTitle('few-age:13-19', nb), '13–19 år: Få tilbud')
  assert.equal(gapTitle('unmet:searches', nb), 'Søkt forgjeves')
  assert.equal(gapTitle('nytt:noe', nb), 'noe')
})
