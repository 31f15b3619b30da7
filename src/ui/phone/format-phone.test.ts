import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatPhone, phoneHref } from './format-phone.ts'

const cases: [given: string, shown: string, dialled: string][] = [
  ['66104500', '66 10 45 00', 'tel:+4766104500'],
  ['+47 66 10 45 00', '66 10 45 00', 'tel:+4766104500'],
  ['004766104500', '66 10 45 00', 'tel:+4766104500'],
  ['90012345', '900 12 345', 'tel:+4790012345'],
  ['41234567', '412 34 567', 'tel:+4741234567'],
  ['80033321', '800 33 321', 'tel:+4780033321'],
  ['116111', '116 111', 'tel:116111'],
  ['116 117', '116 117', 'tel:116117'],
  ['02800', '02800', 'tel:02800'],
  ['02 800', '02800', 'tel:02800'],
  ['1412', '1412', 'tel:1412'],
  ['112', '112', 'tel:112'],
  ['+46 8 123 456 78', '+46 8 123 456 78', 'tel:+46812345678'],
]

for (const [given, shown, dialled] of cases) {
  test(`${given} is written ${shown} and dials ${dialled}`, () => {
    assert.equal(formatPhone(given), shown)
    assert.equal(phoneHref(given), dialled)
  })
}
