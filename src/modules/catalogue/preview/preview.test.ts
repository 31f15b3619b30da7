import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as z from 'zod'
import { many, sql } from '#platform/db/sql.ts'
import { testDatabase } from '#test/database.ts'
import { ServiceDocument } from '../document/document.schema.ts'
import { PublishedService } from '../service/service.store.ts'
import { previewOf } from './preview.ts'
import { listNamed } from './preview.store.ts'

const db = await testDatabase('demo')

test('the preview of a service is what its public page shows, in every service of the demo', async () => {
  const rows = await db.asOwner(tx =>
    many(
      tx,
      z.object({ document: ServiceDocument, page: PublishedService }),
      sql`select v.document, page.page from catalogue.page_document page
          join catalogue.service on service.id = page.service_id
          join catalogue.service_version v on v.service_id = service.id and v.version = service.version`,
    ),
  )
  assert.ok(rows.length >= 150)
  for (const { document, page } of rows) {
    const names = await listNamed(
      db.publicReader,
      document.organizations.map(part => part.organization),
      document.organizations.flatMap(part => part.unit ?? []),
    )
    const preview = previewOf(document, { id: page.id, ...names, confirmBy: page.confirm_by })
    const terms = (service: PublishedService) =>
      service.terms.map(({ vocabulary, code }) => `${vocabulary} ${code}`).toSorted()
    assert.deepEqual(terms(preview), terms(page), document.key)
    const byLanguage = (service: PublishedService) =>
      service.texts.toSorted((a, b) => a.language.localeCompare(b.language))
    assert.deepEqual(byLanguage(preview), byLanguage(page), document.key)
    const rest = ({ texts, terms: words, easier, stronger, updated_at, ...others }: PublishedService) => {
      assert.ok(texts && words && easier && stronger && updated_at)
      return others
    }
    assert.deepEqual(rest(preview), rest(page), document.key)
  }
})
