import type { FastifyRequest } from 'fastify'

/**
 * True when a request that changes something comes from our own pages: by Fetch Metadata, or else by Origin. One with
 * neither is refused: browsers send at least one of them.
 */
export function isFromOurPages(headers: FastifyRequest['headers'], ourOrigin: string): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  return headers.origin !== undefined && headers.origin === ourOrigin
}
