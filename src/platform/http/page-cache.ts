import { today, type Clock } from '../clock.ts'

/** A rendered answer as it was sent: its body in the encoding of the key. */
export type StoredAnswer = {
  type: string
  /** Null: the answer may be held nowhere. */
  etag: string | null
  body: Buffer
  encoding: string | null
  headers?: Record<string, string>
}

/**
 * Rendered public pages, kept for a while in this process. Cleared when anything published changes; entries end by
 * themselves when the day does, since pages say what is confirmed today, and those that say what is open now after a minute.
 */
export type PageCache = {
  get(key: string): StoredAnswer | null
  /**
   * @param epoch what `epoch()` said before the page was made: when something changed since, it is not kept
   * @param byTheMinute the page says what is open now
   */
  set(key: string, answer: StoredAnswer, epoch: number, byTheMinute: boolean): void
  /** Counts up with every change of what is published. */
  epoch(): number
  /** False: a change might go unheard. */
  isTrusted(): boolean
  clear(): void
  /** False: we might not hear of changes, so nothing is kept until we do again. */
  trust(heard: boolean): void
}

const MINUTE_MS = 60_000

/** @param limit bytes of bodies kept at most; the least recently used go first */
export function makePageCache(clock: Clock, limit = 16 * 1024 * 1024): PageCache {
  const entries = new Map<string, { answer: StoredAnswer; until: number; day: string }>()
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
      if (entry.until <= clock.now().getTime() || entry.day !== today(clock)) {
        remove(key)
        return null
      }
      // A Map keeps the order of insertion: taken out and put in again it is the youngest.
      entries.delete(key)
      entries.set(key, entry)
      return entry.answer
    },
    set(key, answer, madeIn, byTheMinute) {
      if (!trusted || madeIn !== epoch || answer.body.length > limit / 10) return
      remove(key)
      const until = byTheMinute ? clock.now().getTime() + MINUTE_MS : Number.POSITIVE_INFINITY
      // A copy: the body is a part of the larger room in which it was compressed, all of which would stay.
      const body = Buffer.from(new Uint8Array(answer.body).buffer)
      entries.set(key, { answer: { ...answer, body }, until, day: today(clock) })
      size += answer.body.length
      for (const oldest of entries.keys()) {
        if (size <= limit) break
        remove(oldest)
      }
    },
    epoch: () => epoch,
    isTrusted: () => trusted,
    clear,
    trust(heard) {
      trusted = heard
      clear()
    },
  }
}
