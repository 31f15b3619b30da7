import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Parser, Store, type Quad } from 'n3'
import Validator from 'rdf-validate-shacl'
import { testApp } from '#test/app.ts'
import { prefixes } from './description.ts'

const app = await testApp()

async function fetchText(path: string, accept?: string) {
  const answer = await app.server.inject({ url: path, headers: accept === undefined ? {} : { accept } })
  return {
    status: answer.statusCode,
    type: String(answer.headers['content-type']),
    headers: answer.headers,
    text: answer.body,
  }
}

const { text: turtle } = await fetchText('/apne-data/katalog.ttl')
const quads: Quad[] = new Parser().parse(turtle)
const store = new Store(quads)
const name = (prefixed: string) => {
  const [prefix = '', local = ''] = prefixed.split(':')
  return prefixes[prefix]! + local
}
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
const catalog = `${app.baseUrl}/apne-data/katalog`

test('the catalogue holds to the shapes of CPSV-AP-NO 1.1, without a fault or a warning', async () => {
  const shapes = new Store(
    new Parser().parse(
      readFileSync(new URL('../../../../test/fixtures/cpsv-ap-no/shapes.ttl', import.meta.url), 'utf8'),
    ),
  )
  const report = await new Validator(shapes).validate(store)
  const faults = report.results.map(
    result =>
      `${result.severity?.value} ${result.focusNode?.value} ${result.path?.value} ${result.message[0]?.value}`,
  )
  assert.deepEqual([...new Set(faults)].slice(0, 5), [])
})

test('the shapes see what is missing', async () => {
  const shapes = new Store(
    new Parser().parse(
      readFileSync(new URL('../../../../test/fixtures/cpsv-ap-no/shapes.ttl', import.meta.url), 'utf8'),
    ),
  )
  const title = quads.find(
    quad => quad.predicate.value === name('dct:title') && quad.subject.value.includes('#tjeneste'),
  )!
  const without = new Store(
    quads.filter(quad => !(quad.predicate.equals(title.predicate) && quad.subject.equals(title.subject))),
  )
  assert.equal((await new Validator(shapes).validate(without)).conforms, false)
})

test('every published service is in it, by a lasting name of ours, and once', async () => {
  const { rows } = await app.db.publicReader.query({
    text: 'select id::text from catalogue.listed_service order by id',
  })
  const contained = store
    .getObjects(catalog, name('dcatno:containsService'), null)
    .map(object => object.value)
  assert.deepEqual(
    contained.toSorted(),
    rows.map(row => `${app.baseUrl}/tilbud/${String(row['id'])}#tjeneste`),
  )
  const services = [
    ...store.getSubjects(TYPE, name('cpsv:PublicService'), null),
    ...store.getSubjects(TYPE, name('cpsvno:Service'), null),
  ]
  assert.equal(services.length, rows.length)
  assert.ok(
    store.getSubjects(TYPE, name('cpsvno:Service'), null).length > 0,
    'volunteers have services that are not public',
  )
})

test('an organisation is described once, however many services it has', () => {
  const lines = turtle.match(/#organisasjon> a /g) ?? []
  const organizations = new Set(
    [
      ...store.getSubjects(TYPE, name('cv:PublicOrganisation'), null),
      ...store.getSubjects(TYPE, name('org:Organization'), null),
    ]
      .map(subject => subject.value)
      .filter(iri => iri.includes('#organisasjon')),
  )
  assert.ok(organizations.size > 10)
  assert.equal(lines.length, organizations.size)
})

test('JSON-LD says the same as Turtle', async () => {
  const { text, type } = await fetchText('/apne-data/katalog.jsonld')
  assert.match(type, /^application\/ld\+json/)
  const said = statementsOf(JSON.parse(text) as Document)
  const inTurtle = quads.map(({ subject, predicate, object }) =>
    statement(
      subject.value,
      predicate.value,
      object.termType === 'Literal'
        ? [
            object.value,
            object.language || (object.datatype.value === name('xsd:string') ? '' : object.datatype.value),
          ]
        : [object.value],
    ),
  )
  assert.equal(new Set(said).size, new Set(inTurtle).size)
  const missing = new Set(said)
  for (const one of inTurtle) assert.ok(missing.has(one), one)
})

test('the address of the catalogue answers in the form that is asked for', async () => {
  const cases: [accept: string | undefined, type: RegExp][] = [
    ['text/turtle', /^text\/turtle/],
    ['application/ld+json', /^application\/ld\+json/],
    ['application/json', /^application\/ld\+json/],
    ['application/ld+json;q=0.2, text/turtle', /^text\/turtle/],
    ['*/*', /^text\/turtle/],
    ['application/rdf+xml', /^text\/turtle/],
    [undefined, /^text\/turtle/],
  ]
  for (const [accept, type] of cases) {
    const answer = await fetchText('/apne-data/katalog', accept)
    assert.equal(answer.status, 200, accept)
    assert.match(answer.type, type, accept)
    assert.match(String(answer.headers['vary']), /accept/)
    assert.match(String(answer.headers['content-location']), /katalog\.(ttl|jsonld)$/)
  }
  const browser = await fetchText('/apne-data/katalog', 'text/html,application/xhtml+xml,*/*;q=0.8')
  assert.equal(browser.status, 303)
  assert.equal(browser.headers['location'], '/apne-data')
})

test('nothing protected is in it', () => {
  assert.doesNotMatch(turtle, /Skjermet adresse|locn:|latitude/)
})

type Value = { '@id'?: string; '@value'?: string; '@language'?: string; '@type'?: string }
type Node = { '@id': string; '@type'?: string[]; [property: string]: unknown }
type Document = { '@context': Record<string, string>; '@graph': Node[] }

/** The statements of a document of our own plain form of JSON-LD: prefixes, things, values in lists. */
function statementsOf({ '@context': context, '@graph': graph }: Document): string[] {
  const full = (short: string) => {
    const [prefix = '', local = ''] = short.split(':')
    return (context[prefix] ?? assert.fail(`no prefix ${prefix}`)) + local
  }
  return graph.flatMap(({ '@id': id, '@type': types = [], ...properties }) => [
    ...types.map(type => statement(id, TYPE, [full(type)])),
    ...Object.entries(properties).flatMap(([property, values]) =>
      (values as Value[]).map(value =>
        statement(
          id,
          full(property),
          value['@id'] === undefined
            ? [value['@value'] ?? '', value['@language'] ?? (value['@type'] ? full(value['@type']) : '')]
            : [value['@id']],
        ),
      ),
    ),
  ])
}

function statement(subject: string, predicate: string, object: string[]): string {
  return JSON.stringify([subject, predicate, ...object])
}
