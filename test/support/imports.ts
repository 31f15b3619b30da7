import * as fc from 'fast-check'
import type { Reader } from '#platform/db/sql.ts'
import { loadGeography } from '#modules/areas/index.ts'
import { ServiceDocument } from '#modules/catalogue/document/document.schema.ts'
import { faultInWords } from '#modules/catalogue/import/fault/fault.ts'
import type { GivenFile } from '#modules/catalogue/import/file/kind.ts'
import { readImport, type ImportChoices } from '#modules/catalogue/import/read-import.ts'
import type { ImportRead, ImportedRecord } from '#modules/catalogue/import/record/record.ts'
import { importWorldOf, type ImportWorld } from '#modules/catalogue/import/words/import-words.ts'
import {
  accessKinds,
  audiences,
  diagnosisGroups,
  losCodes,
  riskGroups,
  rooms,
  spokenLanguages,
  targetGroups,
  themes,
} from '#modules/catalogue/vocabulary/vocabulary.ts'

/** What an import for `prove-kommune` (see serviceDocument) knows. */
export async function testImportWorld(reader: Reader): Promise<ImportWorld> {
  return importWorldOf(
    await loadGeography(reader),
    [
      {
        id: 'a',
        key: 'prove-kommune',
        name: { nb: 'Prøve kommune', nn: 'Prøve kommune' },
        number: '938679088',
        units: [{ id: 'b', key: 'prove-helsestasjon', name: { nb: 'Helsestasjonen', nn: 'Helsestasjonen' } }],
      },
      {
        id: 'c',
        key: 'nabo-kommune',
        name: { nb: 'Nabo kommune', nn: 'Nabo kommune' },
        number: null,
        units: [],
      },
    ],
    { key: 'prove-kommune', areaCode: '3228' },
  )
}

export async function readAll(
  file: GivenFile,
  world: ImportWorld,
  choices?: ImportChoices,
): Promise<{ records: ImportedRecord[]; fileFaults: string[]; reads: ImportRead[] }> {
  const reads: ImportRead[] = []
  for await (const read of readImport(file, world, choices)) reads.push(read)
  return {
    reads,
    records: reads.flatMap(read => ('record' in read ? [read.record] : [])),
    fileFaults: reads.flatMap(read => ('fileFault' in read ? [faultInWords(read.fileFault, 'nb')] : [])),
  }
}

/** What is wrong with a record, in words: errors, or warnings. */
export function faultsOf(
  record: ImportedRecord | undefined,
  severity: 'error' | 'warning' = 'error',
): string[] {
  return (record?.faults ?? [])
    .filter(fault => fault.severity === severity)
    .map(fault => faultInWords(fault, 'nb'))
}

export const textFile = (text: string, name = 'tilbud.csv'): GivenFile => ({ name, bytes: Buffer.from(text) })

/** Text as a form gives it: trimmed, without control characters, with all the signs that mean something in a table. */
const text = fc
  .oneof(
    fc.string({ unit: fc.constantFrom(...`abcæøåÆ é=+-@'"|;,\\/_x0041_{}[]<>&%§–`.split('')) }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      '=1+1',
      '-2',
      '+47',
      '@SUM(A1)',
      "'=1",
      "'",
      'a;b|c',
      'a\\nb',
      '_x0041_',
      '§ 3-1',
      'null',
      '0123',
    ),
  )
  .map(given =>
    given
      .toWellFormed()
      .replace(/[\p{C}\uFFFD\uFEFF\u2028\u2029\r\n\t]/gu, '')
      .trim(),
  )
  .filter(given => given !== '')
const longText = fc.array(text, { minLength: 1, maxLength: 3 }).map(lines => lines.join('\n\n'))

const localText = (of: fc.Arbitrary<string>) =>
  fc.record({ nb: of, nn: of, se: of, en: of }, { requiredKeys: ['nb', 'nn'] })
const someText = (of: fc.Arbitrary<string>) =>
  fc
    .record({ nb: of, nn: of, se: of, en: of }, { requiredKeys: [] })
    .filter(({ nb, nn }) => Boolean(nb ?? nn))

const code = (list: readonly { code: string }[]) => fc.constantFrom(...list.map(entry => entry.code))
const codes = (list: readonly { code: string }[], minLength = 0) =>
  fc.uniqueArray(code(list), { minLength, maxLength: 4 })

const key = fc.stringMatching(/^[a-z0-9-]{2,30}$/)
const date = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2039-12-31'), noInvalidDate: true })
  .map(day => day.toISOString().slice(0, 10))
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`)
const times = fc
  .tuple(clock, fc.oneof(clock, fc.constant('24:00')))
  .filter(([opens, closes]) => opens < closes)
  .map(([opens, closes]) => ({ opens, closes }))

const months = fc.oneof(
  fc.integer({ min: 0, max: 100 }).map(years => years * 12),
  fc.integer({ min: 0, max: 4000 }).map(tenths => tenths / 10),
)
const age = fc
  .record({ from: months, to: months.filter(to => to > 0) }, { requiredKeys: [] })
  .filter(
    ({ from, to }) => (from ?? to) !== undefined && (from === undefined || to === undefined || from < to),
  )

const place = fc.record(
  {
    name: someText(text),
    street: text,
    postcode: fc.stringMatching(/^[0-9]{4}$/),
    city: text,
    area: fc.constantFrom('3228', '3238', '32', '0301', '030112', 'NO'),
    lat: fc.integer({ min: 580_000, max: 700_000 }).map(n => n / 10_000),
    lon: fc.integer({ min: -50_000, max: 300_000 }).map(n => n / 10_000),
    approximate: fc.boolean(),
    protected: fc.boolean(),
  },
  { requiredKeys: ['area'] },
)

const hours = fc.oneof(
  fc.record({ always: fc.constant(true as const), note: someText(text) }, { requiredKeys: ['always'] }),
  fc
    .record(
      {
        days: fc.uniqueArray(fc.constantFrom('mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'), { minLength: 1 }),
        times,
        term: fc.constant('school-year' as const),
        valid: fc.oneof(
          fc.record({ from: date }),
          fc.record({ to: date }),
          fc.record({ from: date, to: date }),
        ),
        note: someText(text),
      },
      { requiredKeys: ['days', 'times'] },
    )
    .map(({ times, ...rest }) => ({ ...rest, ...times })),
)
const exception = fc.oneof(
  fc.record(
    { date, closed: fc.constant(true as const), note: someText(text) },
    { requiredKeys: ['date', 'closed'] },
  ),
  fc
    .record({ date, times, note: someText(text) }, { requiredKeys: ['date', 'times'] })
    .map(({ times, ...rest }) => ({ ...rest, ...times })),
)

/** Any service document of `prove-kommune`, as a form would give it. */
export const anyServiceDocument: fc.Arbitrary<ServiceDocument> = fc
  .record(
    {
      key,
      name: localText(text),
      summary: localText(text),
      description: someText(longText),
      how_to_get: someText(longText),
      what_happens: someText(longText),
      good_to_know: someText(longText),
      organizations: fc.constantFrom<Organizations>(
        [{ organization: 'prove-kommune', role: 'owner' }],
        [{ organization: 'prove-kommune', unit: 'prove-helsestasjon', role: 'owner' }],
        [
          { organization: 'nabo-kommune', role: 'delivers' },
          { organization: 'prove-kommune', role: 'owner' },
        ],
      ),
      coverage: fc.uniqueArray(fc.constantFrom('3228', '3238', '32', 'NO', '0301', '030112'), {
        minLength: 1,
      }),
      room: code(rooms.list),
      audiences: codes(audiences.list, 1),
      meant_for: fc.constantFrom('residents' as const, 'services' as const, 'both' as const),
      age,
      target_groups: codes(targetGroups.list),
      risk_groups: codes(riskGroups.list),
      diagnosis_groups: codes(diagnosisGroups.list),
      themes: codes([...themes.list, ...[...losCodes].map(code => ({ code }))]),
      access: codes(accessKinds.list, 1),
      cost: fc.record(
        {
          kind: fc.constantFrom('free' as const, 'fee' as const, 'means-tested' as const, 'unknown' as const),
          text: someText(text),
          amount_nok: fc.integer({ min: 0, max: 9999 }),
        },
        { requiredKeys: ['kind'] },
      ),
      languages: codes(spokenLanguages.list),
      interpreter: fc.boolean(),
      phones: fc.array(
        fc.record(
          {
            number: fc.stringMatching(/^\+?[0-9]{3,12}$/),
            kind: fc.constantFrom('voice' as const, 'sms' as const, 'textphone' as const),
            label: someText(text),
            hours: someText(text),
            as_of: text,
            checked: fc.boolean(),
          },
          { requiredKeys: ['number'] },
        ),
        { maxLength: 3 },
      ),
      links: fc.array(
        fc.record(
          {
            kind: fc.constantFrom('website' as const, 'chat' as const, 'apply' as const, 'map' as const),
            url: fc.webUrl({ withQueryParameters: true, withFragments: true }),
            label: someText(text),
          },
          { requiredKeys: ['kind', 'url'] },
        ),
        { maxLength: 3 },
      ),
      places: fc.array(place, { maxLength: 3 }),
      hours: fc.array(hours, { maxLength: 3 }),
      hours_exceptions: fc.array(exception, { maxLength: 3 }),
      legal_basis: fc.array(
        fc.record(
          { law: text, section: text, as_of: text, checked: fc.boolean() },
          { requiredKeys: ['law'] },
        ),
        { maxLength: 2 },
      ),
      user_participation: fc.boolean(),
      evaluated: fc.boolean(),
      help_at_once: fc.constantFrom('acute' as const, 'crisis' as const, 'talk' as const),
      sensitive: fc.boolean(),
      stronger: fc.uniqueArray(key, { maxLength: 2 }),
      weaker: fc.uniqueArray(key, { maxLength: 2 }),
      keywords: fc.record(
        { nb: fc.array(keyword(), { minLength: 1 }), nn: fc.array(keyword(), { minLength: 1 }) },
        { requiredKeys: ['nb'] },
      ),
      confirmed: date,
      source: fc.record({ document: text, note: text, as_of: text }, { requiredKeys: ['document'] }),
    },
    {
      requiredKeys: [
        'key',
        'name',
        'summary',
        'organizations',
        'coverage',
        'room',
        'audiences',
        'access',
        'confirmed',
      ],
    },
  )
  .map(given => ServiceDocument.parse(given))

type Organizations = ServiceDocument['organizations']

/** Search words stand several in a cell. */
function keyword() {
  return text
    .map(word => word.replace(/[|;\\]/g, ''))
    .map(word => word.trim())
    .filter(word => word !== '')
}
