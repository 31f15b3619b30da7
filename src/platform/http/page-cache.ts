import type { Clock } from '../clock.ts'

/** A rendered answer as it was sent: its body in the encoding of the key. */
export type StoredAnswer = { type: string; etag: string; body: Buffer; encoding: string | null }

/**
 * Rendered public pages, kept for a while in this process. Cleared when anything published changes; entries end by
 * themselves after a minute, since pages also say what is open now.
 */
export type PageCache = {
  get(key: string): StoredAnswer | null
  /** @param epoch what `epoch()` said before the page was made: when something changed since, it is not kept */
  set(key: string, answer: StoredAnswer, epoch: number): void
  epoch(): number
  clear(): void
  /** False: we might not hear of changes, so nothing is kept until we do again. */
  trust(heard: boolean): void
}

const LIFETIME_MS = 60_000

/** @param limit bytes of bodies kept at most; the least recently used go first */
export function makePageCache(clock: Clock, limit = 48 * 1024 * 1024): PageCache {
  const entries = new Map<string, { answer: StoredAnswer; until: number }>()
  let size = 0
  let epoch = 0
  let trusted = false

  const remove = (key: string) => {
    const entry = entries.get(key)
    if (!entry) return
    entries.delete(key)
    size -= entry.answer.body.length
  }
  const clear = () => {
    epoch += 1
    entries.clear()
    size = 0
  }
  return {
    get(key) {
      const entry = entries.get(key)
      if (!entry) return null
      if (entry.until <= clock.now().getTime()) {
        remove(key)
        return null
      }
      // A Map keeps the order of insertion: taken out and put in again it is the youngest.
      entries.delete(key)
      entries.set(key, entry)
      return entry.answer
    },
    set(key, answer, madeIn) {
      if (!trusted || madeIn !== epoch || answer.body.length > limit / 10) return
      remove(key)
      entries.set(key, { answer, until: clock.now().getTime() + LIFETIME_MS })
      size += answer.body.length
      for (const oldest of entries.keys()) {
        if (size <= limit) break
        remove(oldest)
      }
    },
    epoch: () => epoch,
    clear,
    trust(heard) {
      trusted = heard
      clear()
    },
  }
}
