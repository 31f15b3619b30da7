import type { VNode } from 'preact'
import type { Snapshot } from '../db/snapshot.ts'
import type { Language } from '../i18n/language.ts'
import type { Cookie } from './cookies.ts'
import type { Problem } from './problem.ts'

export type Crumb = { label: string; path: string }

/** What stands around the content of a page. Titles and labels are in the page's language; paths without prefix. */
export type PageHead = {
  /** Agrees with the page's h1. */
  title: string
  /** One or two sentences for search engines and sharing. */
  description?: string
  /** Canonical path, with the query parameters that make the page what it is. */
  path: string
  /** The address with the rest of its query, where `path` leaves some out: another language keeps it. */
  here?: string
  crumbs?: Crumb[]
  /** The municipality the page is about; help at once and the menu then speak of it. */
  municipality?: { code: string; name: string }
  /** Pages about violence, abuse and child protection can be left in one press. */
  leaveQuickly?: boolean
  /** The page says what is open now: it is not kept for longer than a minute. */
  byTheMinute?: boolean
  /** Where the route leaves it to the page: nothing in it tells of who asked, and it may be kept for the next who asks the same. */
  keep?: boolean
  /** False: search engines leave it out. */
  indexed?: boolean
  /** schema.org data (JSON-LD). */
  data?: object[]
  /** Names of client scripts the page uses, such as `saved`. */
  scripts?: string[]
}

export type PageResult = {
  kind: 'page'
  status: number
  head: PageHead
  body: VNode
  headers?: Record<string, string>
  cookies?: Cookie[]
  /** Where the address does not say it. */
  language?: Language
}

/** What a handler can answer with. Throwing means a bug. */
export type Result =
  | PageResult
  | { kind: 'json'; status: number; data: unknown; headers?: Record<string, string> }
  | { kind: 'text'; status: number; type: string; text: string; headers?: Record<string, string> }
  | { kind: 'redirect'; status: 301 | 302 | 303; path: string; cookies?: Cookie[] }
  | { kind: 'elsewhere'; url: string; cookies?: Cookie[] }
  | { kind: 'missing' }
  | { kind: 'used-before' }
  | { kind: 'file'; type: string; bytes: Buffer; headers?: Record<string, string> }
  | { kind: 'problem'; problem: Problem; headers?: Record<string, string> }
  | {
      kind: 'stream'
      type: string
      headers?: Record<string, string>
      write: (snapshot: Snapshot) => AsyncGenerator<string>
    }

export const page = (head: PageHead, body: VNode): Result => ({ kind: 'page', status: 200, head, body })

/** The form again, filled as it was sent, with its errors. */
export const invalid = (head: PageHead, body: VNode): Result => ({ kind: 'page', status: 422, head, body })

/** A page that says kindly that this is not here, and what there is instead. */
export const notFoundPage = (head: PageHead, body: VNode): Result => ({
  kind: 'page',
  status: 404,
  head: { ...head, indexed: false },
  body,
})

/** Not here, with the common page for it. Also the answer to what one may not see. */
export const notFound = (): Result => ({ kind: 'missing' })

/** A form that was used before for another thing: nothing is done, and the page says so. */
export const usedBefore = (): Result => ({ kind: 'used-before' })

export const json = (data: unknown, headers?: Record<string, string>): Result => ({
  kind: 'json',
  status: 200,
  data,
  ...(headers && { headers }),
})

export const text = (type: string, body: string, headers?: Record<string, string>): Result => ({
  kind: 'text',
  status: 200,
  type,
  text: body,
  ...(headers && { headers }),
})

/** Something is wrong with what a program asked; says what, and what would be right. */
export const problem = (of: Problem, headers?: Record<string, string>): Result => ({
  kind: 'problem',
  problem: of,
  ...(headers && { headers }),
})

/**
 * An answer of any length, written while it is read, from public rows of one moment. Some at a time: 503 beyond that.
 * @param write gives the text part by part; it is stopped in the middle when the reader goes away
 */
export const stream = (
  type: string,
  write: (snapshot: Snapshot) => AsyncGenerator<string>,
  headers?: Record<string, string>,
): Result => ({ kind: 'stream', type, write, ...(headers && { headers }) })

/** A file to be kept. @param name what it is called there */
export const file = (type: string, name: string, bytes: Buffer): Result => ({
  kind: 'file',
  type,
  bytes,
  headers: { 'content-disposition': `attachment; filename="${name}"` },
})

/** The page asks for itself again after some seconds, without script, while something is under way. */
export const reloading = (result: Result, seconds: number): Result =>
  result.kind === 'page' ? { ...result, headers: { ...result.headers, refresh: String(seconds) } } : result

/** To another page of ours (a path without language prefix: the language is kept). */
export const redirect = (
  path: string,
  status: 301 | 302 | 303 = 303,
  cookies: Cookie[] | null = null,
): Result => ({ kind: 'redirect', status, path, ...(cookies && { cookies }) })

/** To another site, such as a provider of identity. Never to an address that came with the request. */
export const elsewhere = (url: string, cookies: Cookie[]): Result => ({ kind: 'elsewhere', url, cookies })
