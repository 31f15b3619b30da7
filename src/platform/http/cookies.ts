import type { IncomingHttpHeaders } from 'node:http'

/** A cookie to be set: without a value it is taken away. */
export type Cookie = {
  name: string
  value: string | null
  /** Seconds; without, until the browser is closed. */
  maxAge?: number
  path?: string
}

/** The value of a cookie that came with a request. Null: it did not come, or came without one. */
export function cookieOf(headers: IncomingHttpHeaders, name: string): string | null {
  for (const pair of (headers.cookie ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2)
    if (key === name) return value || null
  }
  return null
}

/**
 * As `Set-Cookie` has it (RFC 6265): for our own pages only, unread by scripts, not sent with what other sites' pages ask for.
 * Values of ours are base64url, which needs no escapes.
 */
export function setCookieHeader({ name, value, maxAge, path = '/' }: Cookie): string {
  if (value !== null && !/^[\w.-]+$/.test(value))
    throw new Error(`The cookie ${name} has a value that needs escapes`)
  const age = value === null ? 0 : maxAge
  const end = age === undefined ? '' : `; Max-Age=${age}`
  return `${name}=${value ?? ''}; Path=${path}${end}; HttpOnly; Secure; SameSite=Lax`
}
