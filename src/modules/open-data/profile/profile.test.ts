import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { testApp } from '#test/app.ts'
import { officialSchemas, read } from '#test/hsds-schemas.ts'
import { partNames } from './profile.schema.ts'

const app = await testApp()
const get = async <T>(path: string) => {
  const answer = await app.server.inject(path)
  assert.equal(answer.statusCode, 200, path)
  return answer.json<T>()
}

type Json = { [key: string]: unknown }

/** JSON Merge Patch, as RFC 7396 section 2 has it. */
function merged(target: unknown, patch: unknown): unknown {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch
  const base = typeof target === 'object' && target !== null && !Array.isArray(target) ? target : {}
  const result: Json = { ...base }
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key]
    else result[key] = merged(result[key], value)
  }
  return result
}

const patches = new Map<string, Json>()
for (const name of partNames) patches.set(name, await get<Json>(`/api/profile/patches/${name}`))

test('the profile tells where its parts are', async () => {
  const profile = await get<{ extends: string; parts: { name: string; patch: string; schema: string }[] }>(
    '/api/profile',
  )
  assert.equal(profile.extends, 'HSDS 3.2')
  assert.deepEqual(
    profile.parts.map(part => part.name),
    [...partNames],
  )
  for (const part of profile.parts) {
    for (const address of [part.patch, part.schema]) {
      const answer = await app.server.inject(address.replace(app.baseUrl, ''))
      assert.equal(answer.statusCode, 200)
      assert.match(String(answer.headers['content-type']), /^application\/(merge-patch|schema)\+json/)
    }
  }
})

test('HSDS with the patches knows every field of our services, and asks for ours', async () => {
  const schemas = officialSchemas('3.2', (name, schema) => {
    const patch = patches.get(name)
    const whole = (patch ? merged(schema, patch) : schema) as typeof schema & {
      additionalProperties?: boolean
    }
    return { ...whole, additionalProperties: false }
  })
  const { contents } = await get<{ contents: Json[] }>('/api/hsds/services?full=true&per_page=100')
  const validate = schemas.of('service')
  for (const service of contents) assert.ok(validate(service), JSON.stringify(validate.errors?.slice(0, 3)))
  const { help_level: _, ...without } = contents[0]!
  assert.equal(validate(without), false)
})

test('a patch adds to HSDS, and takes nothing away', () => {
  for (const [name, patch] of patches) {
    const official = read(`3.2/${name}`)
    const whole = merged(official, patch) as typeof official
    for (const key of Object.keys(official.properties))
      assert.deepEqual(whole.properties[key], official.properties[key])
    for (const key of official.required ?? []) assert.ok(whole.required?.includes(key), key)
    assert.ok(Object.keys(patch['properties'] as Json).length > 0)
    assert.ok(Object.keys(patch['properties'] as Json).every(key => !(key in official.properties)))
  }
})

test('the schemas we publish are those of our answers', async () => {
  const ajv = new Ajv2020({ strict: false })
  formats.default(ajv)
  const validate = ajv.compile(await get<Json>('/api/profile/schemas/service.json'))
  const { contents } = await get<{ contents: Json[] }>('/api/hsds/services?full=true&per_page=100')
  for (const service of contents) assert.ok(validate(service), JSON.stringify(validate.errors?.slice(0, 3)))
  assert.equal(validate({ ...contents[0], more: 1 }), false)
})

test('a part that there is not is not there', async () => {
  assert.equal((await app.server.inject('/api/profile/schemas/phone.json')).statusCode, 404)
})
