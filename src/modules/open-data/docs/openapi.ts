import * as z from 'zod'
import { wording } from '#platform/i18n/messages.ts'
import type { Operation } from '../operation.ts'
import { parameters } from './parameters.ts'

type Schema = Record<string, unknown>

const Problem = {
  type: 'object',
  description: 'What is wrong with the request, and what would be right (RFC 9457)',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string', description: 'Id of the request, to name when asking for help' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { parameter: { type: 'string' }, detail: { type: 'string' } },
      },
    },
  },
  required: ['title', 'status'],
}

const problemAnswer = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

/** The OpenAPI document of the open API, made of the schemas that the handlers themselves use. */
export function openApiDocument(operations: readonly Operation[], baseUrl: string): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Nettungen',
      version: '1.0',
      summary: 'Services for children, young people and families in Norway',
      description:
        'Open to all, without a key. /api/hsds is HSDS 3.2 with a profile of our own, /api/oruk the same as HSDS-UK 3.0. Texts of services are in Norwegian.',
      license: { name: 'To be stated by who runs this', url: `${baseUrl}/apne-data` },
    },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    servers: [{ url: baseUrl }],
    paths: Object.fromEntries(operations.map(operation => [pathOf(operation), pathItem(operation)])),
    components: { schemas: { ...namedSchemas(operations), Problem } },
  }
}

/** `/api/hsds/services/:id` as OpenAPI writes it. The root of an API has a slash, as HSDS writes it. */
function pathOf({ path }: Operation): string {
  if (path === '/api/hsds' || path === '/api/oruk') return `${path}/`
  return path.replace(/:(\w+)/g, '{$1}')
}

function pathItem(operation: Operation): object {
  const { params, query, answers, summary, name, methods } = operation
  const all = [...parametersOf(params, 'path'), ...parametersOf(query, 'query')]
  const content = Object.fromEntries(
    Object.entries(answers).map(([type, { schema, description }]) => [
      type,
      { schema: schema ? schemaOf(schema) : { type: 'string', ...(description && { description }) } },
    ]),
  )
  const words = wording(summary, 'en').text
  return Object.fromEntries(
    methods.map(method => [
      method.toLowerCase(),
      {
        operationId: method === 'GET' ? name : `${name}ByPost`,
        summary: words,
        ...(all.length > 0 && { parameters: all }),
        ...(method === 'POST' && query && { requestBody: bodyOf(query) }),
        responses: {
          200: { description: words, content },
          ...(query && { 400: problemAnswer('A parameter has a value that cannot be used') }),
          ...(params && { 404: problemAnswer('There is none, or none any more') }),
          429: problemAnswer('Too many requests; Retry-After says when to come back'),
          503: problemAnswer('Too many exports at a time, or the database is away'),
        },
      },
    ]),
  )
}

/** Parameters of a query may also be sent as a body. */
function bodyOf(query: z.ZodType): object {
  const schema = { type: 'object', properties: propertiesOf(query) }
  return {
    required: false,
    content: { 'application/json': { schema }, 'application/x-www-form-urlencoded': { schema } },
  }
}

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query'): object[] {
  if (!schema) return []
  return Object.entries(propertiesOf(schema)).map(([name, { description, ...property }]) => ({
    name,
    in: place,
    required: place === 'path',
    ...(typeof description === 'string' && { description }),
    schema: property,
  }))
}

/** The fields of an input as a caller gives them, with what they mean. */
export function propertiesOf(schema: z.ZodType): Record<string, Schema> {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => {
      const words = parameters[name]
      if (!words) throw new Error(`The parameter ${name} has no words in parameters.ts`)
      return [name, { ...plain(property as Schema), description: wording(words, 'en').text }]
    }),
  )
}

/** A yes or no is a word in an address, and true or false to people. */
function plain({ enum: values, type, ...schema }: Schema): Schema {
  if (Array.isArray(values) && values.join() === 'true,false') return { type: 'boolean' }
  return { ...(type !== undefined && { type }), ...(values !== undefined && { enum: values }), ...schema }
}

function schemaOf(schema: z.ZodType): Schema {
  const id = schema.meta()?.id
  if (id === undefined) throw new Error('An answer has a name')
  return { $ref: `#/components/schemas/${id}` }
}

/** All schemas with a name that the answers lead to. */
function namedSchemas(operations: readonly Operation[]): Record<string, Schema> {
  const all = z.toJSONSchema(z.globalRegistry, { uri: id => `#/components/schemas/${id}` }).schemas
  const found: Record<string, Schema> = {}
  const add = (name: string) => {
    const schema = all[name] as Schema | undefined
    if (!schema || found[name]) return
    const { $id: _, $schema: __, id: ___, ...rest } = schema
    found[name] = rest
    for (const [, other] of JSON.stringify(rest).matchAll(/#\/components\/schemas\/(\w+)/g)) add(other!)
  }
  for (const { answers } of operations) {
    for (const { schema } of Object.values(answers)) {
      const id = schema?.meta()?.id
      if (id) add(id)
    }
  }
  return found
}
