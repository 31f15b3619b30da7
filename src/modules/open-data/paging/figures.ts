import type { Clock } from '#platform/clock.ts'

/** When what was made of published rows holds: until something is published, or for some seconds when we might not hear of it. */
export type Moment = { publishedEpoch: number | null; clock: Clock }

/** Small answers that are dear to find, such as how many services there are; kept until something is published. */
export type Figures<T> = {
  get(moment: Moment, key: string): T | undefined
  set(moment: Moment, key: string, figure: T): void
  delete(key: string): void
}

const UNHEARD_MS = 5000

/** @param limit keys kept at most; the first ones go first */
export function makeFigures<T>(limit = 5000): Figures<T> {
  const kept = new Map<string, T>()
  let current: string | null = null
  const turn = ({ publishedEpoch, clock }: Moment) => {
    const moment = String(publishedEpoch ?? `unheard ${Math.floor(clock.now().getTime() / UNHEARD_MS)}`)
    if (moment !== current) kept.clear()
    current = moment
  }
  return {
    get(moment, key) {
      turn(moment)
      return kept.get(key)
    },
    set(moment, key, figure) {
      turn(moment)
      kept.set(key, figure)
      for (const first of kept.keys()) {
        if (kept.size <= limit) break
        kept.delete(first)
      }
    },
    delete(key) {
      kept.delete(key)
    },
  }
}

/** A number that many ask for at the same time is found once. */
export function figure(
  figures: Figures<Promise<number>>,
  moment: Moment,
  key: string,
  find: () => Promise<number>,
): Promise<number> {
  const known = figures.get(moment, key)
  if (known) return known
  const found = find()
  figures.set(moment, key, found)
  // What failed is not kept: the next one tries anew.
  found.catch(() => figures.delete(key))
  return found
}
