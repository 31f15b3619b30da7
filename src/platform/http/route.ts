import type { z } from 'zod'
import type { Clock } from '../clock.ts'
import type { Reader, Tx } from '../db/sql.ts'
import type { Language } from '../i18n/language.ts'
import type { Result } from './result.ts'

/** Who may come in. Every route says it; `public` is written out. */
export type Permission = 'public'

type Output<S> = S extends z.ZodType ? z.output<S> : Record<string, never>
type Method = 'GET' | 'POST'

export type Context<M extends Method, P, Q, B> = {
  /** For GET the reader of public rows; for POST a transaction that commits with what is returned. */
  tx: M extends 'POST' ? Tx : Reader
  input: { params: Output<P>; query: Output<Q>; body: Output<B> }
  language: Language
  clock: Clock
  /** Origin of our absolute links. */
  baseUrl: string
}

export type RouteSpec<M extends Method, P, Q, B> = {
  method: M
  path: string
  permission: Permission
  /** True (default): a page, found under each language prefix. False: one address for machines. */
  inLanguages?: boolean
  /** At most so many a minute from one address. */
  perMinute?: number
  /** The page depends on its address and on published rows only: its rendering is kept until these change. */
  kept?: boolean
  params?: P
  query?: Q
  body?: B
  handle: (context: Context<M, P, Q, B>) => Promise<Result> | Result
}

/** A context whose input types are forgotten; the route's own schemas made them. */
export type AnyContext = Omit<Context<Method, undefined, undefined, undefined>, 'input' | 'tx'> & {
  input: unknown
  tx: Reader | Tx
}

/** A route as the server registers it, with the types of its input forgotten. */
export type Route = {
  method: Method
  path: string
  permission: Permission
  inLanguages: boolean
  perMinute: number | null
  kept: boolean
  schemas: { params?: z.ZodType; query?: z.ZodType; body?: z.ZodType }
  handle: (context: AnyContext) => Promise<Result> | Result
}

/** Declares a route. What the handler gets has been through the schemas; a path or query that does not fit is answered 400 or 404. */
export function route<
  M extends Method,
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(spec: RouteSpec<M, P, Q, B>): Route {
  return {
    method: spec.method,
    path: spec.path,
    permission: spec.permission,
    inLanguages: spec.inLanguages ?? true,
    perMinute: spec.perMinute ?? null,
    kept: (spec.kept ?? false) && spec.method === 'GET',
    schemas: {
      ...(spec.params && { params: spec.params }),
      ...(spec.query && { query: spec.query }),
      ...(spec.body && { body: spec.body }),
    },
    handle: context => spec.handle(context as Context<M, P, Q, B>),
  }
}
