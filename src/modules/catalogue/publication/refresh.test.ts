import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import * as z from 'zod'
import { sql, value, type Reader, type Tx } from '#platform/db/sql.ts'
import { testApp } from '#test/app.ts'
import { getPage } from '#test/client.ts'
import { makeTestOwner, publishService, serviceDocument } from '#test/services.ts'
import { publish, refreshDerived, withdraw } from './publication.store.ts'

const app = await testApp()
await app.db.asOwner(makeTestOwner)

/** What is derived from documents, as one value; numbers of entries are as they come. */
function derived(tx: Reader): Promise<string> {
  return value(
    tx,
    z.string(),
    sql`select md5(concat(
      (select string_agg(d::text, ' ' order by service_id) from catalogue.search_document d),
      (select string_agg(lexemes::text || weighed::text || card::text, ' ' order by service_id) from catalogue.search_entry),
      (select string_agg(page::text, ' ' order by service_id) from catalogue.page_document),
      (select string_agg(c::text, ' ' order by coverage_key) from catalogue.coverage_count c),
      (select string_agg(r::text, ' ' order by area_code, room_code, for_employees) from catalogue.area_room r)))`,
  )
}

function words(tx: Reader): Promise<string> {
  return value(
    tx,
    z.string(),
    sql`select md5(string_agg(form || ' ' || count, ',' order by form collate "C")) from catalogue.word_form`,
  )
}

const countOf = (tx: Reader, form: string) =>
  value(tx, z.number(), sql`select coalesce((select count from catalogue.word_form where form = ${form}), 0)`)

describe('what is derived is written anew', () => {
  test('in several batches, of which none holds more than its services, with the same outcome', async () => {
    const size = 25
    const batches: number[] = []
    await app.db.rolledBack(async tx => {
      const services = await value(tx, z.number(), sql`select count(*) from catalogue.service`)
      assert.ok(services > 3 * size)
      const watched: Tx = {
        isTransaction: true,
        async query(statement) {
          const result = await tx.query(statement)
          if (result.fields.some(field => field.name === 'document')) batches.push(result.rows.length)
          return result
        },
      }
      const before = await derived(tx)
      await tx.query({ text: `update catalogue.page_document set page = '{}'` })
      await tx.query({ text: `update catalogue.search_entry set lexemes = '', card = '{}'` })
      await refreshDerived(watched, size)
      assert.equal(await derived(tx), before)
      // Documents are read three times: for what they are chosen by, to count their words, and for what search reads.
      assert.equal(batches.length, 3 * Math.ceil(services / size))
      assert.ok(Math.max(...batches) <= size)
      assert.equal(
        batches.reduce((sum, rows) => sum + rows, 0),
        3 * services,
      )
    })
  })

  test('while pages are served as they were', async () => {
    const path = '/tilbud?q=barnevern&kommune=3228'
    const before = await getPage(app, path)
    await app.db.rolledBack(async tx => {
      await refreshDerived(tx, 40)
      const meanwhile = await getPage(app, path)
      assert.equal(meanwhile.status, 200)
      assert.ok(meanwhile.html === before.html)
      assert.equal((await getPage(app, '/kommune/3228')).status, 200)
    })
  })
})

describe('counts of words', () => {
  const text = { nb: 'Kvissleverksted og snurrebass', nn: 'Kvissleverkstad og snurrebass' }

  test('go down again when a service is withdrawn, and a word of it alone is known no more', async () => {
    await app.db.rolledBack(async tx => {
      const [before, offers] = [await words(tx), await countOf(tx, 'tilbud')]
      const id = await publishService(tx, { summary: text })
      assert.equal(await countOf(tx, 'snurrebass'), 2)
      assert.notEqual(await words(tx), before)
      await withdraw(tx, id)
      assert.equal(await countOf(tx, 'snurrebass'), 0)
      assert.equal(await countOf(tx, 'tilbud'), offers)
      assert.equal(await words(tx), before)
    })
  })

  test('follow a service that changes: as if all were counted anew', async () => {
    await app.db.rolledBack(async tx => {
      const document = serviceDocument({ summary: text })
      await publish(tx, document, { by: 'prøven' })
      await publish(
        tx,
        { ...document, summary: { nb: 'Snurrebass og nye ord', nn: 'Snurrebass og nye ord' } },
        { by: 'prøven' },
      )
      assert.equal(await countOf(tx, 'kvissleverksted'), 0)
      const followed = await words(tx)
      await refreshDerived(tx)
      assert.equal(await words(tx), followed)
    })
  })

  test('are right after all the demo data has been published', async () => {
    await app.db.rolledBack(async tx => {
      const before = await words(tx)
      await refreshDerived(tx)
      assert.equal(await words(tx), before)
    })
  })
})
