import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { csvText } from '#platform/http/csv.ts'
import { projectFiles, readYaml } from '#platform/content/content.ts'
import * as z from 'zod'
import { testDatabase } from '#test/database.ts'
import { anyServiceDocument, faultsOf, readAll, testImportWorld } from '#test/imports.ts'
import { ServiceDocument } from '../document/document.schema.ts'
import { isGood } from '../import/record/record.ts'
import type { ImportWorld } from '../import/words/import-words.ts'
import { tableOf } from './csv.ts'
import { derivedId } from './hsds.ts'
import { writeHsdsJson, writeHsdsNdjson, writePackage } from './hsds-files.ts'
import { writeXlsx } from './xlsx.ts'

const db = await testDatabase('reference')
const world = await testImportWorld(db.publicReader)

const joined = (parts: Iterable<string>) => Buffer.from([...parts].join(''))
const withIds = (documents: readonly ServiceDocument[]) =>
  documents.map(document => ({
    id: derivedId('service', document.key),
    organizationId: derivedId('organization'),
    document,
  }))

type Way = (documents: readonly ServiceDocument[], world: ImportWorld) => Buffer | Promise<Buffer>
const ways: Record<string, Way> = {
  'tilbud.csv': (documents, world) => Buffer.from(csvText(tableOf(documents, world))),
  'tilbud.xlsx': (documents, world) => writeXlsx(documents, world),
  'tilbud.json': (documents, world) => joined(writeHsdsJson(withIds(documents), world)),
  'tilbud.ndjson': (documents, world) => joined(writeHsdsNdjson(withIds(documents), world)),
  'tilbud.zip': (documents, world) => writePackage(withIds(documents), world),
}

async function assertSame(name: string, documents: ServiceDocument[], world: ImportWorld): Promise<void> {
  const { records, fileFaults } = await readAll({ name, bytes: await ways[name]!(documents, world) }, world)
  assert.deepEqual(fileFaults, [])
  assert.equal(records.length, documents.length)
  for (const [i, record] of records.entries()) {
    assert.deepEqual(faultsOf(record), [], `${name}: ${documents[i]!.key}`)
    assert.equal(record.ownId, documents[i]!.key)
    assert.deepEqual(ServiceDocument.parse(record.document), documents[i])
  }
}

const several = (most: number) =>
  fc.uniqueArray(anyServiceDocument, {
    minLength: 1,
    maxLength: most,
    selector: document => document.key,
  })
const severalDocuments = several(4)

// A workbook is read by a thread of its own, which takes long to begin: few of them, with more in each.
for (const [name, runs, most] of [
  ['tilbud.csv', 300, 4],
  ['tilbud.xlsx', 8, 24],
  ['tilbud.json', 300, 4],
  ['tilbud.ndjson', 100, 4],
  ['tilbud.zip', 150, 4],
] as const) {
  test(`what is written to ${name} is read as the same services`, async () => {
    await fc.assert(
      fc.asyncProperty(several(most), documents => assertSame(name, documents, world)),
      { numRuns: runs },
    )
  })
}

test('every service of the demo data comes back whole from every way out', async () => {
  const all = projectFiles('db/demo/services', '.yaml').flatMap(file =>
    readYaml(file, z.array(ServiceDocument)),
  )
  assert.ok(all.length > 100)
  const everybody = all.flatMap(({ organizations }) => organizations)
  const organizations = [...new Set(everybody.map(part => part.organization))].map(key => ({
    id: key,
    key,
    name: { nb: key },
    number: null,
    units: everybody.flatMap(({ organization, unit }) =>
      organization === key && unit ? [{ id: unit, key: unit, name: { nb: unit } }] : [],
    ),
  }))
  const byOwner = Map.groupBy(
    all,
    document => document.organizations.find(part => part.role === 'owner')!.organization,
  )
  // The cells of a workbook are those of the table: one for each of those who own most is enough.
  const most = new Set(
    [...byOwner.keys()].toSorted((a, b) => byOwner.get(b)!.length - byOwner.get(a)!.length).slice(0, 4),
  )
  for (const [owner, documents] of byOwner)
    for (const name of Object.keys(ways))
      if (name !== 'tilbud.xlsx' || most.has(owner))
        await assertSame(name, documents, { ...world, organizations, owner })
})

test('one broken record among others leaves the others', async () => {
  await fc.assert(
    fc.asyncProperty(severalDocuments, fc.nat(), async (documents, seed) => {
      fc.pre(documents.length > 1)
      const broken = seed % documents.length
      const lines = Buffer.from(await ways['tilbud.ndjson']!(documents, world))
        .toString()
        .split('\n')
      lines[broken] = lines[broken]!.slice(0, -(1 + (seed % 20)))
      const { records } = await readAll({ name: 'x', bytes: Buffer.from(lines.join('\n')) }, world)
      assert.equal(records.length, documents.length)
      assert.deepEqual(
        records.map((record, i) => [isGood(record), i === broken]),
        documents.map((_, i) => [i !== broken, i === broken]),
      )
    }),
    { numRuns: 60 },
  )
})
