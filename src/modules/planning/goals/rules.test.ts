import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { expectedIn, stateOf, type Aim } from './rules.ts'

const up: Aim = {
  direction: 'up',
  baseline: { year: 2020, value: 40 },
  target: { year: 2024, value: 80 },
  figures: [],
}
const at = (year: number, value: number) => ({ ...up, figures: [{ year, value }] })

test('a goal is on the way while its last figure is on the line to the target or better, behind when it is below', () => {
  assert.equal(stateOf(at(2022, 60), 2022), 'on-the-way', 'on the line')
  assert.equal(stateOf(at(2022, 59.9), 2022), 'behind')
  assert.equal(stateOf(at(2022, 80), 2022), 'reached', 'before its time')
  const figures = [
    { year: 2023, value: 71 },
    { year: 2021, value: 45 },
  ]
  assert.equal(
    stateOf({ ...up, figures }, 2023),
    'on-the-way',
    'the last year tells, in whatever order they come',
  )
})

test('what is to go down is reached from above', () => {
  const down: Aim = {
    direction: 'down',
    baseline: { year: 2019, value: 9 },
    target: { year: 2024, value: 5 },
    figures: [],
  }
  const standing = (value: number) => stateOf({ ...down, figures: [{ year: 2022, value }] }, 2022)
  assert.equal(standing(5), 'reached')
  assert.equal(standing(6.5), 'on-the-way')
  assert.equal(standing(6.7), 'behind')
})

test('when the year of the target has passed without it, a goal is behind, however near', () => {
  assert.equal(stateOf(at(2024, 79), 2024), 'behind', 'the line says 80 in 2024')
  assert.equal(stateOf(at(2023, 79), 2024), 'on-the-way', 'the year is not over')
  assert.equal(stateOf(at(2023, 79), 2025), 'behind')
})

test('what is to be kept is reached within five per cent, else behind', () => {
  const kept = (value: number) =>
    stateOf(
      {
        direction: 'keep',
        baseline: null,
        target: { year: 2030, value: 100 },
        figures: [{ year: 2026, value }],
      },
      2026,
    )
  assert.deepEqual([95, 105, 94.9, 105.1].map(kept), ['reached', 'reached', 'behind', 'behind'])
})

test('without a target or a figure nobody knows; the baseline is no figure', () => {
  assert.equal(stateOf(up, 2026), 'unknown')
  assert.equal(stateOf({ ...at(2022, 60), target: null }, 2026), 'unknown')
  assert.equal(
    stateOf({ ...at(2022, 10), baseline: null }, 2022),
    'on-the-way',
    'the first figure is where it starts',
  )
})

test('a better figure never makes a goal stand worse', () => {
  const rank = { reached: 2, 'on-the-way': 1, behind: 0, unknown: 0 }
  fc.assert(
    fc.property(
      fc.constantFrom('up' as const, 'down' as const),
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 2015, max: 2030 }),
      fc.double({ min: 0, max: 100, noNaN: true }),
      fc.double({ min: 0, max: 50, noNaN: true }),
      (direction, from, to, year, value, better) => {
        const aim = (figure: number): Aim => ({
          direction,
          baseline: { year: 2018, value: from },
          target: { year: 2026, value: to },
          figures: [{ year, value: figure }],
        })
        const improved = direction === 'up' ? value + better : value - better
        return rank[stateOf(aim(improved), 2025)] >= rank[stateOf(aim(value), 2025)]
      },
    ),
  )
})

test('the line goes from baseline to target, and stays at its ends outside them', () => {
  const [from, to] = [up.baseline!, up.target!]
  assert.deepEqual(
    [2019, 2020, 2021, 2023, 2024, 2030].map(year => expectedIn(year, from, to)),
    [40, 40, 50, 70, 80, 80],
  )
})
