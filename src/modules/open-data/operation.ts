import * as z from 'zod'
import type { Message } from '#platform/i18n/messages.ts'
import { route, type Context, type Route } from '#platform/http/route.ts'
import type { Result } from '#platform/http/result.ts'

export type Group = 'hsds' | 'oruk' | 'more'

/** What an operation answers with, by media type. */
type Answers = Record<string, { schema?: z.ZodType; description?: string }>

/** Something that programs can ask: its routes, and what the documentation and /api/openapi.json say of it. */
export type Operation = {
  group: Group
  /** Unique among the operations: names it in the OpenAPI document. */
  name: string
  path: string
  methods: readonly ('GET' | 'POST')[]
  params?: z.ZodType
  query?: z.ZodType
  answers: Answers
  summary: Message
  /** An address to try, from the root, `{id}` standing for that of a service. Null: none. */
  example: string | null
  routes: Route[]
}

type Spec<P, Q> = {
  group: Group
  name: string
  path: string
  /** Lists can also be asked by POST, as HSDS has it. */
  alsoPost?: boolean
  /** False: the answer may change without anything being published. */
  kept?: boolean
  params?: P
  query?: Q
  answers: Answers
  summary: Message
  example: string | null
  handle: (context: Context<'GET', P, Q, undefined>) => Promise<Result> | Result
}

export function operation<
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
>({ handle, alsoPost, kept = true, params, query, ...spec }: Spec<P, Q>): Operation {
  const common = {
    path: spec.path,
    permission: 'public' as const,
    inLanguages: false,
    anyOrigin: true,
    ...(params && { params }),
    ...(query && { query }),
    kept,
    ...(query instanceof z.ZodObject && 'search' in query.shape && { personal: ['search'] as never[] }),
  }
  const get = route<'GET', P, Q>({ ...common, method: 'GET', handle })
  // A POST with anyOrigin reads like a GET: see RouteSpec.
  const post = { ...get, method: 'POST' as const, kept: false }
  return {
    ...spec,
    methods: alsoPost ? ['GET', 'POST'] : ['GET'],
    ...(params && { params }),
    ...(query && { query }),
    routes: alsoPost ? [get, post] : [get],
  }
}
