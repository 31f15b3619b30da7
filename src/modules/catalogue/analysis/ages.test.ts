import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ageIn } from './ages.ts'
import { wordsOf } from './letters.ts'

/** What is typed, and the months from (inclusive) and to (exclusive). */
const ages: [string, number, number][] = [
  ['5 år', 60, 72],
  ['5år', 60, 72],
  ['logoped 5 år Årnes', 60, 72],
  ['14-åring', 168, 180],
  ['14 åringen min', 168, 180],
  ['2-åringen', 24, 36],
  ['femåring', 60, 72],
  ['toåringen vil ikke sove', 24, 36],
  ['fjortenåring', 168, 180],
  ['6 mnd', 6, 7],
  ['seks måneder', 6, 7],
  ['8 uker', 1.8, 2.1],
  ['0-2 år', 0, 36],
  ['6–12 år', 72, 156],
  ['mellom 6 og 12 år', 72, 156],
  ['13 til 16 år', 156, 204],
  ['under 3 år', 0, 36],
  ['over 16 år', 192, 1200],
  ['8. klasse', 156, 168],
  ['8.klasse', 156, 168],
  ['åttende klasse', 156, 168],
  ['åttande trinn', 156, 168],
  ['åttendeklassing', 156, 168],
  ['klasse 1', 72, 84],
  ['første klasse', 72, 84],
  ['videregående', 192, 228],
  ['vg2', 192, 228],
  ['ungdomsskolen', 156, 192],
  ['barneskole', 72, 156],
  ['baby', 0, 12],
  ['nyfødt', 0, 1.5],
  ['tenåring', 156, 240],
  ['3 year old', 36, 48],
  ['three years', 36, 48],
  ['6 months', 6, 7],
  ['teenager', 156, 240],
  ['sønnen min på 14', 168, 180],
  ['hun er 9', 108, 120],
]

test('ages are understood as people say them', () => {
  for (const [typed, from, to] of ages) {
    const found = ageIn(wordsOf(typed))
    assert.deepEqual([found?.age.fromMonths, found?.age.toMonths], [from, to], typed)
  }
})

test('other numbers are no ages', () => {
  for (const typed of [
    '2150 Årnes',
    'covid 19',
    'buss 5',
    '200 år',
    'kapittel 9 a',
    '116 111',
    'åring',
    'klasse',
    '44 klasse',
    'every two weeks',
    'hver 2. uke',
    'i to år',
    'for 3 år siden',
    'two years ago',
  ])
    assert.equal(ageIn(wordsOf(typed)), null, typed)
})

test('an age never ends before it begins, whatever is typed', () => {
  fc.assert(
    fc.property(
      fc.nat(150),
      fc.nat(150),
      fc.constantFrom('år', 'mnd', '. klasse', 'åring', 'uker', ''),
      (a, b, unit) => {
        const found = ageIn(wordsOf(`${a}-${b} ${unit}`))
        if (found) assert.ok(found.age.fromMonths >= 0 && found.age.fromMonths < found.age.toMonths)
      },
    ),
  )
})
