import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import * as z from 'zod'
import { testApp } from '#test/app.ts'
import { getPage } from '#test/client.ts'
import { columns } from '../csv/columns.ts'
import { hsdsUrls, ukUrls, urls } from '../urls.ts'

const app = await testApp()

type Operation = {
  operationId: string
  parameters?: { name: string; in: string; description: string; schema: Record<string, unknown> }[]
  requestBody?: unknown
  responses: Record<string, { content: Record<string, { schema: { $ref?: string } }> }>
}
type Document = {
  openapi: string
  paths: Record<string, Record<'get' | 'post', Operation>>
  components: { schemas: Record<string, object> }
}

const document = (await app.server.inject('/api/openapi.json')).json<Document>()

test('the OpenAPI document has every address of ours, and no others', () => {
  const all = [...Object.values(hsdsUrls), ...Object.values(ukUrls), ...Object.values(urls)]
    .map(url => url.template.replace(/:(\w+)/g, '{$1}'))
    .filter(path => path !== urls.docs.template)
  const roots: string[] = [hsdsUrls.root.template, ukUrls.root.template]
  assert.deepEqual(
    Object.keys(document.paths).toSorted(),
    all.map(path => (roots.includes(path) ? `${path}/` : path)).toSorted(),
  )
})

test('every parameter has its meaning; names of operations are their own; references lead somewhere', () => {
  const operations = Object.values(document.paths).flatMap(path => Object.values(path))
  for (const { parameters = [], operationId } of operations) {
    for (const parameter of parameters)
      assert.ok(parameter.description.length > 1, `${operationId} ${parameter.name}`)
  }
  assert.equal(new Set(operations.map(({ operationId }) => operationId)).size, operations.length)
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)]
  assert.ok(references.length > 50)
  for (const [, name] of references) assert.ok(document.components.schemas[name!], name)
})

test('what the document says of a parameter is what we take', () => {
  const parameters = document.paths['/api/hsds/services']!.get.parameters!
  const of = (name: string) => parameters.find(parameter => parameter.name === name)?.schema
  assert.deepEqual(of('page'), { type: 'integer', minimum: 1, maximum: 1_000_000, default: 1 })
  assert.deepEqual(of('full'), { type: 'boolean' })
  assert.deepEqual(of('level'), { type: 'string', enum: ['all', 'more', 'help'] })
  assert.deepEqual(of('format'), { type: 'string', enum: ['json', 'ndjson'], default: 'json' })
  assert.ok(document.paths['/api/hsds/services']!.post.requestBody)
  assert.equal(document.paths['/api/oruk/services']!.post, undefined)
})

test('answers are as the document says', async () => {
  const ajv = new Ajv2020({ strict: false })
  formats.default(ajv)
  ajv.addSchema({ $id: 'openapi:/', ...document })
  const { rows } = await app.db.publicReader.query({
    text: 'select id::text from catalogue.listed_service limit 1',
  })
  const id = String(rows[0]!['id'])
  let seen = 0
  for (const [path, { get }] of Object.entries(document.paths)) {
    const reference = get.responses['200']!.content['application/json']?.schema.$ref
    const isOfService = path.endsWith('services/{id}')
    if (!reference || (path.includes('{') && !isOfService)) continue
    const answer = await app.server.inject(path.replace('{id}', id))
    const validate = ajv.compile({ $ref: `openapi:/${reference}` })
    assert.ok(validate(answer.json()), `${path}: ${JSON.stringify(validate.errors?.slice(0, 3))}`)
    seen++
  }
  assert.ok(seen > 12, `saw ${seen}`)
})

test('the documentation is a good page in every language, and its examples work', async () => {
  for (const path of ['/api/docs', '/nn/api/docs', '/en/api/docs', '/se/api/docs']) {
    const page = await getPage(app, path)
    assert.equal(page.status, 200)
    for (const { key } of columns) assert.ok(page.html.includes(`<code>${key}</code>`), key)
  }
  const { html } = await getPage(app, '/api/docs')
  const examples = [...html.matchAll(/<a href="(\/(?:api|apne-data)\/[^"]*)">/g)].map(([, path]) =>
    path!.replaceAll('&amp;', '&'),
  )
  assert.ok(examples.length > 15, `saw ${examples.length}`)
  for (const example of examples) {
    const answer = await app.server.inject(example)
    assert.equal(answer.statusCode, 200, example)
    if (/json/.test(String(answer.headers['content-type'])) && 'total_items' in answer.json<object>())
      assert.ok(answer.json<{ total_items: number }>().total_items > 0, `${example} finds something`)
  }
})

test('all schemas can be told to others', () => {
  assert.doesNotThrow(() => z.toJSONSchema(z.globalRegistry))
})
