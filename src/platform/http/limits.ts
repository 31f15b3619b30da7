import {
  normalizeIP,
  type FastifyRateLimitStore,
  type RateLimitOptions,
  type RateLimitPluginOptions,
} from '@fastify/rate-limit'
import type { FastifyRequest } from 'fastify'
import { forgetfulHash } from '../forgetful-hash.ts'

/**
 * How often one address may ask in a minute, by the kind of what it asks for. Far above what people do, also for those who
 * share an address in a school or an office; forms less, since each is read by somebody. The API a hundred a second: a
 * program that checks or copies the catalogue asks for every service, and each answer is one row. Steps of logging in as often as a
 * whole office does on a Monday morning; forms behind the login (`work`) as often as it saves.
 */
export const limitsPerMinute = { form: 6, search: 300, api: 6000, login: 60, work: 600 }

export type Limit = keyof typeof limitsPerMinute

/** A form or search is counted by itself, in all its languages together; the whole API at once. */
export function limitFor(limit: Limit, path: string, perMinute: Record<Limit, number>): RateLimitOptions {
  return { max: perMinute[limit], timeWindow: 60_000, groupId: limit === 'api' ? 'api' : path }
}

/** Settings of the plugin that counts: only routes that say so. */
export function countingSettings(): RateLimitPluginOptions {
  return {
    global: false,
    keyGenerator: forgetfulKeys(),
    store: SharedCounts,
    // What is left is nobody's business; when to come back is.
    addHeadersOnExceeding: noCounts,
    addHeaders: { ...noCounts, 'retry-after': true },
  }
}

const noCounts = { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false }

/**
 * Counts requests by address without knowing addresses: a hash with a secret that lives in memory and changes with every
 * start. With IPv6 a household has a whole /64, and counts as one.
 */
function forgetfulKeys(): (request: FastifyRequest) => string {
  const hashOf = forgetfulHash()
  return request => hashOf(normalizeIP(request.ip, 64))
}

/** Counts at most; the oldest are forgotten first. */
const MOST_COUNTS = 50_000

/**
 * The counts of all routes together. The plugin's own store is one for each route, so that a form and its
 * HEAD would be counted by themselves. A class, because that is what the plugin makes its store with.
 */
class SharedCounts implements FastifyRateLimitStore {
  readonly #counts = new Map<string, { current: number; until: number }>()

  incr(
    key: string,
    callback: (error: Error | null, result: { current: number; ttl: number }) => void,
    timeWindow: number,
  ): void {
    const now = Date.now()
    const known = this.#counts.get(key)
    const count = known && known.until > now ? known : { current: 0, until: now + timeWindow }
    count.current += 1
    // Taken out and put in again it is the youngest.
    this.#counts.delete(key)
    this.#counts.set(key, count)
    for (const oldest of this.#counts.keys()) {
      if (this.#counts.size <= MOST_COUNTS) break
      this.#counts.delete(oldest)
    }
    callback(null, { current: count.current, ttl: count.until - now })
  }

  child(): this {
    return this
  }
}
