import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { readAge, readFirstAge, readLastAge, writeAge, type AgeRange } from './ages.ts'
import { vocabularyWords } from './import-words.ts'
import { readHours, readTimes } from './opening-hours.ts'
import { readDate, readKroner, readLink, readPhone, readPostcode, readYesOrNo } from './values.ts'

test('ages are understood as people write them', () => {
  const ages: [string, AgeRange | null][] = [
    ['10-18 år', { from: 120, to: 228 }],
    ['10–18', { from: 120, to: 228 }],
    ['fra 10 til 18 år', { from: 120, to: 228 }],
    ['Fra 10 til og med 18 år', { from: 120, to: 228 }],
    ['13+', { from: 156 }],
    ['13 år og oppover', { from: 156 }],
    ['fylt 18 år', { from: 216 }],
    ['over 18 år', { from: 228 }],
    ['under 1 år', { to: 12 }],
    ['til og med 5 år', { to: 72 }],
    ['0-5', { from: 0, to: 72 }],
    ['0–6 uker', { from: 0, to: 1.5 }],
    ['6-12 mnd', { from: 6, to: 12 }],
    ['18 mnd - 5 år', { from: 18, to: 72 }],
    ['18 år', { from: 216, to: 228 }],
    ['Alle', {}],
    ['ti', null],
    ['', null],
    ['10-', { from: 120 }],
    ['999 år', null],
  ]
  for (const [text, age] of ages) assert.deepEqual(readAge(text), age, text)
  assert.equal(readFirstAge('10'), 120)
  assert.equal(readFirstAge('1,5'), 18)
  assert.equal(readFirstAge('ti'), null)
  assert.equal(readLastAge('18'), 228)
})

test('an age that is written is read as the same', () => {
  const months = fc.integer({ min: 0, max: 12_000 }).map(tenths => tenths / 10)
  fc.assert(
    fc.property(months, months, (one, other) => {
      fc.pre(one !== other)
      const [from, to] = [Math.min(one, other), Math.max(one, other)]
      for (const age of [{ from, to }, { from }, { to }]) assert.deepEqual(readAge(writeAge(age)), age)
    }),
    { numRuns: 2000 },
  )
})

test('opening hours are understood as people write them', () => {
  const week = ['mo', 'tu', 'we', 'th', 'fr']
  assert.deepEqual(readHours('ma–fr 08:00–15:30'), { days: week, opens: '08:00', closes: '15:30' })
  assert.deepEqual(readHours('Mandag - fredag kl. 8-15.30'), { days: week, opens: '08:00', closes: '15:30' })
  assert.deepEqual(readHours('Hverdager: 0800-1530'), { days: week, opens: '08:00', closes: '15:30' })
  assert.deepEqual(readHours('man, ons og fre 18-21'), {
    days: ['mo', 'we', 'fr'],
    opens: '18:00',
    closes: '21:00',
  })
  assert.deepEqual(readHours('Døgnåpent'), { always: true })
  assert.deepEqual(readHours('lørdag 18:00–00:00'), { days: ['sa'], opens: '18:00', closes: '24:00' })
  for (const wrong of ['', 'når det passer', 'ma 25-26', 'ma 15-8', 'fr-ma 8-9', '8-15'])
    assert.equal(readHours(wrong), null, wrong)
  assert.equal(readTimes('12', '12'), null)
})

test('days, numbers, telephones and addresses are understood as people write them', () => {
  assert.equal(readDate('24.12.2026'), '2026-12-24')
  assert.equal(readDate('1.3.26'), '2026-03-01')
  assert.equal(readDate('2026-12-24T00:00:00Z'), '2026-12-24')
  assert.equal(readDate('30.2.2026'), null)
  assert.equal(readPhone('tlf. 66 10 45 00'), '66104500')
  assert.equal(readPhone('+47 66 10 45 00'), '+4766104500')
  assert.equal(readPhone('12'), null)
  assert.equal(readPhone('ring oss'), null)
  assert.equal(readPostcode('150'), '0150')
  assert.equal(readPostcode('NO-2150'), '2150')
  assert.equal(readPostcode('21500'), null)
  assert.equal(readLink('www.nes.kommune.no/barn'), 'https://www.nes.kommune.no/barn')
  assert.equal(readLink('javascript:alert(1)'), null)
  assert.equal(readLink('se nettsiden'), null)
  assert.equal(readKroner('kr 150,-'), 150)
  assert.equal(readKroner('1 500 kroner'), 1500)
  assert.equal(readKroner('litt'), null)
  assert.deepEqual(['Ja', 'X', 'nei', 'kanskje'].map(readYesOrNo), [true, true, false, null])
})

test('words are found by code and by name in any language, and what is near is suggested', () => {
  const { target_groups, access, themes } = vocabularyWords
  assert.equal(target_groups.find('youth'), 'youth')
  assert.equal(target_groups.find('  UNGDOM '), 'youth')
  assert.equal(target_groups.find('Sysken'), 'sibling')
  assert.equal(access.find('Henvisning'), 'referral')
  assert.equal(target_groups.find('Husdyr'), undefined)
  assert.deepEqual(target_groups.near('Flyktningar og asylsøkere')[0], 'Flyktninger')
  assert.equal(themes.find('helsestasjon'), 'helsestasjon')
  assert.equal(themes.find('__proto__'), undefined)
})
