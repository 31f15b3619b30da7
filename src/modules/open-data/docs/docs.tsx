import type * as z from 'zod'
import { page, text, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import { pageLocaleOf } from '#platform/i18n/locale.tsx'
import { columns } from '../csv/columns.ts'
import { messages } from '../messages.ts'
import type { Group, Operation } from '../operation.ts'
import { openCaching } from '../paging/paging.ts'
import { findAnyId } from '../services/services.store.ts'
import { openDataPage, urls } from '../urls.ts'
import { DocsPage, type Allowed, type DocumentedGroup } from './docs.view.tsx'
import { openApiDocument, propertiesOf } from './openapi.ts'
import { parameters } from './parameters.ts'

type PlainContext = Context<'GET', undefined, undefined, undefined>

const groups = {
  hsds: [messages.hsds, messages.hsdsText],
  oruk: [messages.oruk, messages.orukText],
  more: [messages.more, messages.moreText],
} as const

/** GET /api/openapi.json. @param operations all there are, this one among them */
export function showOpenApi({ baseUrl }: PlainContext, operations: readonly Operation[]): Result {
  return text(
    'application/json; charset=utf-8',
    JSON.stringify(openApiDocument(operations, baseUrl)),
    openCaching,
  )
}

/** GET /api/docs: the same for people, with examples to try. */
export async function showDocs(
  { tx, language, baseUrl }: PlainContext,
  operations: readonly Operation[],
): Promise<Result> {
  const locale = pageLocaleOf(language)
  const id = await findAnyId(tx)
  const title = locale.text(messages.title)
  return page(
    {
      title,
      description: locale.text(messages.description),
      path: urls.docs.href(),
      crumbs: [{ label: locale.text(messages.openData), path: openDataPage }],
    },
    <DocsPage
      title={title}
      groups={(Object.keys(groups) as Group[]).map(group => documented(group, operations, id))}
      columns={columns.map(({ key, words }) => ({ key, words }))}
      openapi={urls.openapi.href()}
      baseUrl={baseUrl}
    />,
  )
}

function documented(group: Group, operations: readonly Operation[], id: string | null): DocumentedGroup {
  const [name, words] = groups[group]
  return {
    name,
    words,
    operations: operations
      .filter(operation => operation.group === group)
      .map(({ path, summary, methods, params, query, example }) => ({
        path: path.replace(/:(\w+)/g, '{$1}'),
        summary,
        alsoPost: methods.includes('POST'),
        parameters: [...documentedParameters(params), ...documentedParameters(query)],
        example:
          example === null || (example.includes('{id}') && !id) ? null : example.replace('{id}', id ?? ''),
      })),
  }
}

function documentedParameters(schema: z.ZodType | undefined) {
  if (!schema) return []
  return Object.entries(propertiesOf(schema)).map(([name, property]) => ({
    name,
    words: parameters[name]!,
    allowed: allowedBy(property),
  }))
}

function allowedBy(property: Record<string, unknown>): Allowed {
  const { type, enum: codes, minimum, maximum, default: standard } = property
  const otherwise = typeof standard === 'string' || typeof standard === 'number' ? String(standard) : null
  if (type === 'boolean') return { kind: 'yes-no' }
  if (Array.isArray(codes)) return { kind: 'codes', codes: codes.map(String), otherwise }
  if (typeof minimum === 'number' && typeof maximum === 'number')
    return { kind: 'range', from: minimum, to: maximum, otherwise }
  return { kind: 'text' }
}
