import { gather, type Later } from '#platform/gather.ts'
import { counter } from '#platform/http/metrics.ts'
import type { ViewsOfDay } from './views.store.ts'

/** Counts views of services in memory, and has them written now and then. */
export type ServiceViews = {
  /** Takes no time and never fails. @param day `YYYY-MM-DD` */
  note(serviceId: string, day: string): void
  /** Writes what there is; done when it and all before is written or dropped. */
  flush(): Promise<void>
}

/** Services in memory at most, on all days together: Norway has fewer, and no script can fill it. */
const MOST_SERVICES = 20_000

/** Nor are more views than this of one service counted between two writings: a script must not make a service sought after. */
const MOST_VIEWS = 5_000

const dropped = counter(
  'nettungen_views_dropped_total',
  'Views of services that could not be counted: no room, or the database was away.',
)

/**
 * What is not written when the program is killed is lost: ten minutes of counts are not worth a write for each view.
 * @param write a day to the database. When it fails that day is dropped
 * @param later when to write, counted from the first view
 */
export function gatherViews(write: (day: ViewsOfDay) => Promise<void>, later?: Later): ServiceViews {
  let services = 0
  const writeAll = async (days: ReadonlyMap<string, Map<string, number>>) => {
    for (const [day, counts] of days) {
      try {
        await write({ day, counts })
      } catch {
        dropped([...counts.values()].reduce((sum, n) => sum + n, 0))
      }
    }
  }
  const begin = () => {
    services = 0
    return new Map<string, Map<string, number>>()
  }
  const gathered = gather(begin, writeAll, later)
  return {
    flush: () => gathered.flush(),
    note(serviceId, day) {
      const days = gathered.here()
      const counts = days.get(day) ?? new Map<string, number>()
      const count = counts.get(serviceId)
      if (count === undefined ? services >= MOST_SERVICES : count >= MOST_VIEWS) return dropped(1)
      if (count === undefined) services += 1
      days.set(day, counts.set(serviceId, (count ?? 0) + 1))
    },
  }
}
