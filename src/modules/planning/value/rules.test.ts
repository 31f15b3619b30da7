import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { layOutChart, niceLevels } from '../chart/line-chart.ts'
import { assumptionsOf, numberFields, type Inputs } from './fields.ts'
import { inputsOfText, queryOfInputs, readInputs, textOfInputs } from './inputs.ts'
import { gainCategories, startAges, valueAtEachAge, valueOf, type Assumptions, type Range } from './rules.ts'

const YEAR = 2026
const example = readInputs({ start: '2020', rente: '0' }, YEAR).inputs

test('the example of the source: 3.75 million over five years save about 16, 10, 5 and 2 million, net, at the four ages', () => {
  const saved = valueAtEachAge(assumptionsOf(example)).map(({ value }) => value.net.middle)
  assert.deepEqual(
    saved.map(amount => Math.round(amount / 1_000_000)),
    [16, 10, 5, 2],
  )
  for (const [index, stated] of [16, 10, 5, 2].entries())
    assert.ok(
      Math.abs(saved[index]! - stated * 1_000_000) < 100_000,
      `${saved[index]} is about ${stated} million`,
    )
  const first = valueOf(assumptionsOf(example))
  assert.equal(first.cost, 3_750_000)
  assert.deepEqual(
    first.years.map(({ cost }) => cost).slice(0, 6),
    [750_000, 750_000, 750_000, 750_000, 750_000, 0],
  )
  assert.deepEqual(
    [first.years[0]!.year, first.years.at(-1)!.year],
    [2020, 2043],
    'the years of the figure in the source',
  )
})

test('child protection saves most, and the more the earlier', () => {
  const byAge = valueAtEachAge(assumptionsOf(example)).map(({ value }) => value.gains)
  for (const gains of byAge.slice(0, 3))
    assert.equal(Math.max(...Object.values(gains)), gains['child-protection'])
  const saved = byAge.map(gains => gains['child-protection'])
  assert.deepEqual(
    saved,
    saved.toSorted((a, b) => b - a),
  )
})

/** Any numbers that the form takes. */
const someInputs: fc.Arbitrary<Inputs> = fc
  .tuple(
    fc.constantFrom(...startAges),
    ...numberFields(YEAR).map(({ min, max }) => fc.integer({ min, max: Math.min(max, min + 5_000_000) })),
  )
  .map(([startAge, ...values]) => ({
    startAge,
    numbers: new Map(numberFields(YEAR).map(({ name }, index) => [name, values[index]!])),
  }))
const some = someInputs.map(assumptionsOf)
/** Sums of floating point, to an öre in a million. */
const near = (a: number, b: number) => Math.abs(a - b) <= 1e-8 * Math.max(1, Math.abs(a), Math.abs(b))
const atMost = (a: Range, b: Range) =>
  (['low', 'middle', 'high'] as const).every(key => a[key] <= b[key] || near(a[key], b[key]))
const holds = (rule: (assumed: Assumptions) => boolean) =>
  fc.assert(fc.property(some, rule), { numRuns: 300 })

test('to spend more never saves more', () => {
  fc.assert(
    fc.property(some, fc.integer({ min: 0, max: 1_000_000 }), (assumed, more) => {
      const [less, costlier] = [valueOf(assumed), valueOf({ ...assumed, cost: assumed.cost + more })]
      return (
        atMost(costlier.net, less.net) &&
        atMost(costlier.present, less.present) &&
        costlier.gain === less.gain
      )
    }),
  )
})

test('without discounting the value of today is the plain sum of the years', () => {
  holds(assumed => {
    const value = valueOf({ ...assumed, ratePercent: 0 })
    return near(value.present.middle, value.gain - value.cost) && near(value.present.low, value.net.low)
  })
})

test('a higher rate never makes a gain worth more', () => {
  holds(assumed => {
    const free = { ...assumed, cost: 0 }
    return atMost(valueOf({ ...free, ratePercent: assumed.ratePercent + 1 }).present, valueOf(free).present)
  })
})

test('a later start never has more years of gain, nor a longer wait, nor a smaller effect more gain', () => {
  holds(assumed => {
    const years = valueAtEachAge({
      ...assumed,
      effectPercent: { '3-5': 50, '6-9': 50, '10-12': 50, '13-15': 50 },
    }).map(({ value }) => value.gainYears)
    return years.every((count, index) => index === 0 || count <= years[index - 1]!)
  })
  holds(assumed => valueOf({ ...assumed, delayYears: assumed.delayYears + 1 }).gain <= valueOf(assumed).gain)
  holds(assumed => {
    const half = { ...assumed.effectPercent, [assumed.startAge]: assumed.effectPercent[assumed.startAge] / 2 }
    return valueOf({ ...assumed, effectPercent: half }).gain <= valueOf(assumed).gain
  })
})

test('the low estimate is never above the middle, nor that above the high; and everything adds up', () => {
  holds(assumed => {
    const { years, net, present, gains, gain, cost } = valueOf(assumed)
    const isOrdered = ({ low, middle, high }: Range) =>
      atMost({ low, middle: low, high: low }, { low: middle, middle, high })
    return (
      isOrdered(net) &&
      years.every(one => isOrdered(one.accumulated)) &&
      near(
        gain,
        gainCategories.reduce((sum, category) => sum + gains[category], 0),
      ) &&
      near(cost, assumed.cost) &&
      near(net.middle, gain - cost) &&
      near(
        present.middle,
        years.reduce((sum, one) => sum + one.present.middle, 0),
      )
    )
  })
})

test('it has paid for itself from a year after which it never owes again', () => {
  holds(assumed => {
    const { years, paidBackIn } = valueOf(assumed)
    const after = paidBackIn === null ? [] : years.filter(({ year }) => year >= paidBackIn)
    const before = years.filter(({ year }) => paidBackIn === null || year < paidBackIn)
    return after.every(one => one.accumulated.middle > 0) && (before.at(-1)?.accumulated.middle ?? 0) <= 0
  })
})

test('what saves nothing has not paid for itself, though it costs nothing either; what costs nothing has when it first saves', () => {
  const nothing = { kostnad: '0', 'virkning-3-5': '0', start: '2026' }
  assert.equal(valueOf(assumptionsOf(readInputs(nothing, YEAR).inputs)).paidBackIn, null)
  const free = { kostnad: '0', start: '2026', forsinkelse: '2' }
  assert.equal(valueOf(assumptionsOf(readInputs(free, YEAR).inputs)).paidBackIn, 2028)
})

test('what the address keeps is read again as it was, also when another year is the present one', () => {
  fc.assert(
    fc.property(someInputs, fc.integer({ min: 2026, max: 2040 }), (inputs, later) => {
      const read = readInputs(
        Object.fromEntries(
          Object.entries(queryOfInputs(inputs, YEAR)).map(([name, value]) => [name, String(value)]),
        ),
        later,
      )
      assert.deepEqual([...read.inputs.numbers], [...inputs.numbers])
      assert.equal(read.inputs.startAge, inputs.startAge)
      assert.deepEqual([...inputsOfText(textOfInputs(inputs), later).inputs.numbers], [...inputs.numbers])
    }),
    { numRuns: 50 },
  )
})

test('numbers are read as people write them, and what is none is told of', () => {
  const read = (form: Record<string, string>) => readInputs(form, YEAR)
  assert.equal(read({ kostnad: '3 750 000 kr' }).inputs.numbers.get('kostnad'), 3_750_000)
  assert.equal(read({ kostnad: '3.750.000,-' }).inputs.numbers.get('kostnad'), 3_750_000)
  assert.equal(read({ rente: '2,5 %' }).inputs.numbers.get('rente'), 2.5)
  const wrongs: Record<string, string>[] = [
    { kostnad: '-1' },
    { kostnad: 'mye' },
    { varighet: '0' },
    { rente: '21' },
    { lav: '101' },
    { alder: '4' },
  ]
  for (const wrong of wrongs) assert.equal(read(wrong).errors.length, 1, JSON.stringify(wrong))
  assert.deepEqual(
    read({ 'helse-fra': '20', 'helse-til': '10' }).errors.map(({ kind }) => kind),
    ['order'],
  )
})

test('a number that is no number of the calculation is never reckoned with, however large it is', () => {
  for (const field of numberFields(YEAR)) {
    const { inputs, errors } = readInputs({ [field.name]: '999999999999' }, YEAR)
    assert.ok(errors.length > 0, field.name)
    assert.equal(inputs.numbers.get(field.name), field.standard, field.name)
  }
})

test('a drawing has room for everything that is drawn, and its levels are whole steps', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 }),
      ys => {
        const chart = layOutChart({
          lines: [
            { name: 'a', look: 'plain', hasMarks: true, points: ys.map((y, x) => ({ x: 2020 + x, y })) },
          ],
        })!
        for (const { x, y } of chart.lines[0]!.marks) {
          assert.ok(x >= chart.left && x <= chart.right, `${x}`)
          assert.ok(y >= 0 && y <= chart.bottom + 0.1, `${y}`)
        }
        assert.ok(chart.levels.length >= 2 && chart.levels.length <= 8)
      },
    ),
  )
  assert.deepEqual(niceLevels(0, 24), [0, 5, 10, 15, 20, 25])
  assert.deepEqual(niceLevels(18, 18), [15, 20])
  assert.equal(layOutChart({ lines: [] }), null)
})
