import type * as z from 'zod'
import type { Actor } from '../auth/actor.ts'
import type { Permission } from '../auth/permission.ts'
import type { Clock } from '../clock.ts'
import type { Reader, Tx } from '../db/sql.ts'
import type { Language } from '../i18n/language.ts'
import type { Limit } from './limits.ts'
import type { Result } from './result.ts'

export type { Action, Permission } from '../auth/permission.ts'

type Output<S> = S extends z.ZodType ? z.output<S> : Record<string, never>
type Method = 'GET' | 'POST'

/** @typeParam A the route's permission; `person` stands for any that is not public */
export type Context<M extends Method, P, Q, B, A extends Permission = 'public'> = {
  /**
   * Public: for GET the reader of public rows, for POST a transaction. Else a transaction that acts as the person. It commits
   * with what is returned.
   */
  tx: A extends 'public' ? (M extends 'POST' ? Tx : Reader) : Tx
  /** Who acts; at a public route nobody is asked. */
  actor: A extends 'public' ? null : Actor
  input: { params: Output<P>; query: Output<Q>; body: Output<B> }
  language: Language
  clock: Clock
  /** Origin of our absolute links. */
  baseUrl: string
  /**
   * A person asks to see it now, as far as can be told: neither HEAD, nor a browser that fetches in advance, nor a program that
   * says it is one.
   */
  isVisit: boolean
  /** What the caller says it can read, for answers that come in several forms. */
  accept: string
  /** What the browser says it is; empty when it does not. Never kept as it is. */
  userAgent: string
  /** A cookie that came with the request. */
  cookie: (name: string) => string | null
  /**
   * Counts up with every change of what is published: what was made of it holds while this is the same. Null: we may not
   * hear of changes now.
   */
  publishedEpoch: number | null
}

export type RouteSpec<M extends Method, P, Q, B, A extends Permission> = {
  method: M
  path: string
  permission: A
  /** True (default): a page, found under each language prefix. False: one address for machines. */
  inLanguages?: boolean
  /**
   * How often one address may ask for it; without one, as often as it likes. `anyOrigin` brings `api`, a form behind the login
   * `work`.
   */
  limit?: Limit
  /**
   * Parameters of the query that tell of a person, as what she typed: an answer to one of them is kept nowhere on its way, and by
   * ourselves only when `kept` is `when-said` and the page says so.
   */
  personal?: readonly (keyof Output<Q> & string)[]
  /**
   * Programs on any site may ask: it knows no cookies, a POST is a query that changes nothing and reads like a GET, and
   * trouble is told as problem+json (docs/decisions.md, 14).
   */
  anyOrigin?: boolean
  /**
   * The page depends on its address and on published rows only: its rendering is kept until these change. `when-said`: only where
   * the head of the page says `keep`.
   */
  kept?: boolean | 'when-said'
  /**
   * Is told that a person looked at the page now, as far as can be told: also when it was kept, or she had it herself. Never who. It
   * takes no time and does not fail.
   * @param day today in Norway, `YYYY-MM-DD`
   */
  seen?: (params: Output<P>, day: string) => void
  /** The form may hold one file, of so many bytes. Only for persons: it is read when it is known who sends it. */
  upload?: { limitBytes: number }
  params?: P
  query?: Q
  body?: B
  handle: (context: Context<M, P, Q, B, A>) => Promise<Result> | Result
}

/** A context whose input types are forgotten; the route's own schemas made them. */
export type AnyContext = Omit<Context<Method, undefined, undefined, undefined>, 'input' | 'tx' | 'actor'> & {
  input: unknown
  tx: Reader | Tx
  actor: Actor | null
}

/** A route as the server registers it, with the types of its input forgotten. */
export type Route = {
  method: Method
  path: string
  permission: Permission
  inLanguages: boolean
  limit: Limit | null
  personal: readonly string[]
  anyOrigin: boolean
  kept: boolean | 'when-said'
  seen: ((params: unknown, day: string) => void) | null
  upload: { limitBytes: number } | null
  schemas: { params?: z.ZodType; query?: z.ZodType; body?: z.ZodType }
  handle: (context: AnyContext) => Promise<Result> | Result
}

/** Declares a route. What the handler gets has been through the schemas; a path or query that does not fit is answered 400 or 404. */
export function route<
  M extends Method,
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
  const A extends Permission = Permission,
>(spec: RouteSpec<M, P, Q, B, A>): Route {
  return {
    method: spec.method,
    path: spec.path,
    permission: spec.permission,
    inLanguages: spec.inLanguages ?? true,
    limit: spec.limit ?? usualLimit(spec),
    personal: spec.personal ?? [],
    anyOrigin: spec.anyOrigin ?? false,
    kept: spec.method === 'GET' ? (spec.kept ?? false) : false,
    seen: spec.seen ? (params, day) => spec.seen!(params as Output<P>, day) : null,
    upload: spec.upload ?? null,
    schemas: {
      ...(spec.params && { params: spec.params }),
      ...(spec.query && { query: spec.query }),
      ...(spec.body && { body: spec.body }),
    },
    handle: context => spec.handle(context as Context<M, P, Q, B, A>),
  }
}

function usualLimit({
  method,
  permission,
  anyOrigin,
}: {
  method: Method
  permission: Permission
  anyOrigin?: boolean
}): Limit | null {
  if (anyOrigin) return 'api'
  return method === 'POST' && permission !== 'public' ? 'work' : null
}
