import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a person asks to see a page now, as far as can be told: not HEAD, not what a browser fetches in advance in case it is
 * wanted, not a program that says so. For counting only; nobody is refused by it, and nothing of it is kept.
 */
export function isVisit(method: string | undefined, headers: IncomingHttpHeaders): boolean {
  if (method !== 'GET') return false
  const purpose = [headers['sec-purpose'], headers['purpose'], headers['x-moz']].join(' ')
  return !/prefetch|prerender|preview/i.test(purpose) && !programs.test(headers['user-agent'] ?? '')
}

const programs =
  /(?<!cu)bot\b|bot[/;]|crawl|spider|slurp|archiver|facebookexternalhit|headless|monitor|^(curl|wget|python|go-http|java)\b/i
