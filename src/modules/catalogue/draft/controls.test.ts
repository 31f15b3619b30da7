import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import * as z from 'zod'
import { loadGeography } from '#modules/areas/index.ts'
import { testDatabase } from '#test/database.ts'
import { projectFiles, readYaml } from '#platform/content/content.ts'
import { ServiceDocument } from '../document/document.schema.ts'
import { ageText, monthsOf } from './age-text.ts'
import type { Form } from './form.ts'
import { fillForm, readForm } from './controls.ts'
import { makeLookups } from './lookups.ts'
import { mergeFields } from './merge.ts'
import { steps, stepBySlug } from './steps.ts'

const documents = projectFiles('db/demo/services', '.yaml').flatMap(file =>
  readYaml(file, z.array(ServiceDocument)),
)
const geography = await loadGeography((await testDatabase('demo')).publicReader)
const lookups = makeLookups(
  geography,
  documents.map(({ key, name, organizations }) => ({
    key,
    name,
    owner: { nb: organizations[0]!.organization },
  })),
  'nb',
  documents
    .flatMap(({ organizations }) => organizations)
    .map(({ organization, unit = null }) => ({
      organization,
      unit,
      name: { nb: organization },
      unit_name: unit === null ? null : { nb: unit },
      number: null,
    })),
)

const read = (slug: string, form: Form) => readForm(stepBySlug(slug)!.controls, form, lookups)

test('a step that is saved as it was filled changes nothing, in any service of the demo', () => {
  for (const document of documents) {
    for (const step of steps) {
      const form = fillForm(step.controls, document, lookups)
      const { fields, errors } = readForm(step.controls, form, lookups)
      assert.deepEqual(errors, [], `${document.key} ${step.slug}`)
      const merged = mergeFields(document, document, fields)
      assert.deepEqual(merged, { after: {}, clashes: [] }, `${document.key} ${step.slug}`)
    }
  }
})

describe('what is typed', () => {
  test('is read as people write it', () => {
    const { fields, errors } = read('kontakt', {
      'telefon-1-nummer': ' 63 91 10 00 ',
      'telefon-1-slag': 'voice',
      'telefon-2-nummer': '0047 900 00 000',
      'lenke-1-adresse': 'www.nes.kommune.no',
      'lenke-1-slag': 'website',
      'tid-1-dager': ['mo', 'tu'],
      'tid-1-apner': '8',
      'tid-1-stenger': '15.30',
      'tid-2-alltid': 'ja',
      'unntak-1-dato': '2026-12-24',
      'unntak-1-stengt': 'ja',
      tolk: 'nei',
    })
    assert.deepEqual(errors, [])
    assert.deepEqual(
      (fields['phones'] as { number: string }[]).map(phone => phone.number),
      ['63911000', '+4790000000'],
    )
    assert.deepEqual(fields['links'], [{ kind: 'website', url: 'https://www.nes.kommune.no' }])
    assert.deepEqual(fields['hours'], [
      { days: ['mo', 'tu'], opens: '08:00', closes: '15:30' },
      { always: true },
    ])
    assert.deepEqual(fields['hours_exceptions'], [{ date: '2026-12-24', closed: true }])
    assert.equal(fields['interpreter'], false)
  })

  test('and cannot be read is told at its field', () => {
    const { errors } = read('kontakt', {
      'telefon-1-nummer': 'spør Kari',
      'telefon-1-slag': 'voice',
      'lenke-1-adresse': 'javascript:alert(1)',
      'lenke-1-slag': 'website',
      'sted-1-postnummer': '215',
      'sted-1-kommune': '3228',
      'tid-1-dager': ['mo'],
      'tid-1-apner': '16:00',
      'tid-1-stenger': '08:00',
      'tid-2-merknad': 'bare ord',
    })
    assert.deepEqual(
      errors.map(error => error.id),
      ['telefon-1-nummer', 'lenke-1-adresse', 'sted-1-postnummer', 'tid-1-stenger', 'tid-2-dager'],
    )
    assert.deepEqual(
      read('hvem', { hvem: ['children', 'x'], 'alder-fra': 'liten', 'alder-til': '6' }).errors.map(
        error => error.id,
      ),
      ['hvem', 'alder-fra'],
    )
    assert.deepEqual(
      read('hvordan', { pris: 'free', 'pris-kroner': 'hundre' }).errors.map(error => error.id),
      ['pris-kroner'],
    )
  })

  test('may not bring in what the schema does not know, not even hidden', () => {
    const { fields, errors } = read('kontakt', {
      'telefon-1-nummer': '63911000',
      'telefon-1-slag': 'voice',
      'telefon-1-rest': '{"checked":true,"script":"x"}',
    })
    assert.equal(errors.length, 1)
    assert.equal((fields['phones'] as unknown[]).length, 1)
    assert.deepEqual(
      read('kontakt', { 'telefon-1-nummer': '63911000', 'telefon-1-slag': 'voice', 'telefon-1-rest': '{{' })
        .errors,
      [],
    )
  })
})

describe('what is written by its name', () => {
  test('is found again by the name that is shown, in every municipality', () => {
    for (const { code } of geography.municipalities())
      assert.equal(lookups.municipalities.find(lookups.municipalities.nameOf(code)!), code)
    assert.equal(lookups.areas.find(' hele landet '), geography.country().code)
    assert.equal(lookups.municipalities.find('Våler'), null, 'there are two')
  })

  test('is kept by its code: where a place lies, a word of Los, easier help', () => {
    const place = read('kontakt', { 'sted-1-navn': 'Huset', 'sted-1-kommune': 'nannestad' })
    assert.deepEqual(place.errors, [])
    assert.partialDeepStrictEqual(place.fields['places'], [{ area: '3238' }])
    assert.deepEqual(
      read('kontakt', { 'sted-1-kommune': 'Våler' }).errors.map(error => error.id),
      ['sted-1-kommune'],
    )
    const who = read('hvem', {
      tema: 'psykisk-helse',
      'tema-ny-1': 'dødsfall og arv',
      'tema-ny-2': 'Ny i Norge',
    })
    assert.deepEqual(who.errors, [])
    assert.deepEqual(who.fields['themes'], ['psykisk-helse', 'dodsfall-og-arv', 'ny-i-norge'])
    const help = documents[0]!
    const how = read('hvordan', {
      'lettere-ny-1': lookups.services.nameOf(help.key)!,
      'sterkere-ny-2': 'Tull',
    })
    assert.deepEqual(how.fields['weaker'], [help.key])
    assert.deepEqual(
      how.errors.map(error => error.id),
      ['sterkere-ny-2'],
    )
  })

  test('and the words of a search are kept in their languages', () => {
    const { fields } = read('hvem', { 'ord-nb': ' PPT , pp-tjeneste,, ', 'ord-en': 'school psychologist' })
    assert.deepEqual(fields['keywords'], { nb: ['PPT', 'pp-tjeneste'], en: ['school psychologist'] })
    assert.equal(read('hvem', {}).fields['keywords'], null)
  })
})

test('ages are read and written as people say them', () => {
  for (const [text, from, to] of [
    ['13', 156, 168],
    ['13 år', 156, 168],
    ['8 måneder', 8, 8],
    ['6 uker', 1.5, 1.5],
    ['1,5', 18, 18],
    ['0', 0, 12],
  ] as const) {
    assert.equal(monthsOf(text, false), from, text)
    assert.equal(monthsOf(text, true), to, text)
  }
  for (const text of ['', 'tretten', '-1', '13 14', '1000']) assert.equal(monthsOf(text, false), null, text)
  for (let months = 0; months < 1200; months += 1) {
    assert.equal(monthsOf(ageText(months, false), false), months)
    assert.equal(monthsOf(ageText(months, true), true), months)
  }
})
