import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'

const folder = new URL('../fixtures/hsds/', import.meta.url)

type JsonSchema = { properties: Record<string, object>; required?: string[] }

/**
 * The schemas of a standard as it publishes them (test/fixtures/hsds/NOTICE.md).
 * @param changed a schema by its file name as it should be instead, such as with our profile
 */
export function officialSchemas(
  standard: '3.2' | 'oruk-3.0',
  changed: (name: string, schema: JsonSchema) => JsonSchema = (_name, schema) => schema,
): { of(name: string): ValidateFunction; listOf(name: string): ValidateFunction } {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  formats.default(ajv)
  const files = readdirSync(new URL(`${standard}/`, folder)).filter(name => name.endsWith('.json'))
  for (const name of files) {
    const schema = changed(name, read(`${standard}/${name}`))
    // The published schemas are made of these with two links back, which the parts themselves do not have.
    if (standard === '3.2' && name === 'service_at_location.json')
      schema.properties['service'] ??= { $ref: 'service.json' }
    if (standard === '3.2' && name === 'organization.json')
      schema.properties['services'] ??= { type: 'array', items: { $ref: 'service.json' } }
    ajv.addSchema({ ...schema, $id: `hsds:/${name}` })
  }
  const known = (id: string) => {
    const validate = ajv.getSchema(id)
    if (!validate) throw new Error(`There is no schema ${id}`)
    return validate
  }
  return {
    of: name => known(`hsds:/${name}.json`),
    listOf(name) {
      const id = `hsds:/list/${name}`
      return ajv.getSchema(id) ?? ajv.compile({ ...read(`3.2/compiled/${name}_list.json`), $id: id })
    },
  }
}

/** A schema of a standard as it is written. */
export function read(path: string): JsonSchema {
  return JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as JsonSchema
}
