import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as z from 'zod'
import { loadGeography } from '#modules/areas/index.ts'
import { projectFiles, readYaml } from '#platform/content/content.ts'
import { testDatabase } from '#test/database.ts'
import { ServiceDocument } from '../document/document.schema.ts'

// The form of the judgement set (content/search-quality/README.md). The search is not run here. A fault names half and
// number of the entry, not the query: the judging half is not to be read by those who work on the search.

const { publicReader } = await testDatabase('reference')
const geography = await loadGeography(publicReader)

const kindsOfBoth = ['bokmal', 'nynorsk', 'english', 'misspelt', 'long', 'one-word', 'place-age'] as const
const kindsOfWork = [
  'voice',
  'story',
  'story-nynorsk',
  'story-english',
  'few',
  'more-one-word',
  'more-misspelt',
  'more-nynorsk',
  'more-english',
  'more-place-age',
] as const
const kinds = [...kindsOfBoth, ...kindsOfWork] as const

/** The longest of those who tell a whole story. The search reads more. */
const LONGEST = 160

const Query = z.string().trim().min(2).max(LONGEST)

const Judgement = z
  .object({
    q: Query,
    twin: Query.optional(),
    kind: z.enum(kinds),
    who: z.enum(['youth', 'parent', 'employee']),
    place: z.enum(['3228', '3238']),
    placeInQuery: z.literal(true).optional(),
    right: z.array(z.string()).min(1).max(6),
    also: z.array(z.string()),
  })
  .strict()

const halves = ['work', 'judge'] as const
const judgements = halves.flatMap(half =>
  readYaml(`content/search-quality/${half}.yaml`, z.array(Judgement)).map((judgement, index) => ({
    ...judgement,
    half,
    at: `${half}.yaml, entry ${index + 1}`,
  })),
)

const services = new Map(
  projectFiles('db/demo/services', '.yaml')
    .flatMap(file => readYaml(file, z.array(ServiceDocument)))
    .map(service => [service.key, service]),
)

const asTyped = (query: string) => query.toLowerCase().replace(/\s+/g, ' ')
const typedIn = (judgement: (typeof judgements)[number]) =>
  [judgement.q, judgement.twin].filter(query => query !== undefined).map(asTyped)

function none(faults: string[]): void {
  assert.equal(faults.length, 0, faults.slice(0, 10).join('\n'))
}

test('the set is large enough, in each half, and for each kind and each who', () => {
  assert.ok(judgements.length >= 200, `${judgements.length} queries`)
  for (const kind of kindsOfBoth) {
    const ofKind = judgements.filter(judgement => judgement.kind === kind)
    assert.ok(ofKind.length >= 30, `${ofKind.length} of ${kind}`)
    for (const half of halves) {
      const share = ofKind.filter(judgement => judgement.half === half).length / ofKind.length
      assert.ok(share > 0.4, `${kind}: the share of ${half} is ${share.toFixed(2)}`)
    }
  }
  const ofWork = judgements.filter(({ kind }) => kindsOfWork.some(own => own === kind))
  assert.ok(ofWork.length >= 610, `${ofWork.length} of the working half only`)
  assert.ok(ofWork.every(judgement => judgement.half === 'work'))
  for (const half of halves) {
    const inHalf = judgements.filter(judgement => judgement.half === half)
    for (const who of ['youth', 'parent', 'employee']) {
      const asked = inHalf.filter(judgement => judgement.who === who).length
      assert.ok(asked >= 15, `${half}: ${asked} by ${who}`)
    }
    for (const place of ['3228', '3238']) {
      const asked = inHalf.filter(judgement => judgement.place === place).length
      assert.ok(asked >= 50, `${half}: ${asked} in ${place}`)
    }
  }
})

test('every key is of a service, once in an entry', () => {
  none(
    judgements.flatMap(({ at, right, also }) => {
      const keys = [...right, ...also]
      const unknown = keys.filter(key => !services.has(key)).map(key => `${at}: no service ${key}`)
      const twice = keys.filter((key, index) => keys.indexOf(key) < index).map(key => `${at}: ${key} twice`)
      return [...unknown, ...twice]
    }),
  )
})

test('every service named covers the municipality in which it is asked', () => {
  none(
    judgements.flatMap(({ at, place, right, also }) => {
      const covering = geography.coveringCodes(place)
      return [...right, ...also]
        .filter(key => !services.get(key)?.coverage.some(code => covering.has(code)))
        .map(key => `${at}: ${key} does not cover ${place}`)
    }),
  )
})

test('services for employees only are answers to employees only', () => {
  none(
    judgements
      .filter(({ who }) => who !== 'employee')
      .flatMap(({ at, right, also }) =>
        [...right, ...also]
          .filter(key => services.get(key)?.meant_for === 'services')
          .map(key => `${at}: ${key} is not for residents`),
      ),
  )
})

test('no query stands in both halves, nor twice in one', () => {
  const first = new Map<string, string>()
  const faults: string[] = []
  for (const judgement of judgements) {
    for (const query of typedIn(judgement)) {
      const earlier = first.get(query)
      if (earlier) faults.push(`${judgement.at}: as in ${earlier}`)
      else first.set(query, judgement.at)
    }
  }
  none(faults)
})

test('every query in nynorsk or misspelt has a twin that differs from it, and no other has one', () => {
  none(
    judgements
      .filter(({ q, twin, kind }) =>
        kind.endsWith('nynorsk') || kind.endsWith('misspelt')
          ? !twin || asTyped(twin) === asTyped(q)
          : twin !== undefined,
      )
      .map(({ at, kind }) => `${at}: twin of a query of kind ${kind}`),
  )
})

test('queries are of the form their kind says', () => {
  const words = (query: string) => query.split(/\s+/).length
  none(
    judgements
      .map(judgement => ({ ...judgement, kind: judgement.kind.replace(/^more-/, '') }))
      .filter(({ q, kind, placeInQuery }) => {
        if (placeInQuery && kind !== 'place-age') return true
        if (kind === 'one-word') return words(q) !== 1
        if (kind === 'long') return words(q) < 8
        if (kind.startsWith('story')) return words(q) < 6
        if (kind === 'few') return words(q) > 10
        if (kind === 'bokmal') return words(q) < 2 || words(q) > 10
        // Without a place it tells an age.
        if (kind === 'voice') return words(q) < 5
        if (kind === 'place-age') return !placeInQuery && !/\d/.test(q)
        return false
      })
      .map(({ at, kind }) => `${at}: not of the form of ${kind}`),
  )
})
