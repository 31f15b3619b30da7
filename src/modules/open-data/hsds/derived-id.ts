import { hash } from 'node:crypto'

/**
 * An id for what has none of its own, made of what it belongs to: the same each time. UUID version 8 over MD5, as
 * catalogue.published_place makes it for a service at a place.
 */
export function derivedId(...parts: string[]): string {
  const hex = hash('md5', parts.join(''), 'hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}
