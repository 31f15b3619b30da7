/** Does something once, later. @returns calls it off */
export type Later = (work: () => Promise<void>) => () => void

/** Long enough that what is written together comes from several people where there are many; lost when the program is killed. */
const TEN_MINUTES = 600_000
const inTenMinutes: Later = work => {
  const timer = setTimeout(() => void work(), TEN_MINUTES).unref()
  return () => clearTimeout(timer)
}

/** What is gathered in memory until it is time to write it. */
export type Gathered<T> = {
  /** What there is since the last writing, to put more into; from now on it waits to be written. */
  here(): T
  /** Writes what there is; done when it and all before is written or given up. */
  flush(): Promise<void>
}

/**
 * Gathers what people do in memory and has it written together, so that nobody waits for it and no row says when.
 * @param begin nothing gathered yet
 * @param write never fails: what it cannot write it gives up. One at a time, in order
 * @param later when to write, counted from the first that is gathered
 */
export function gather<T>(
  begin: () => T,
  write: (gathered: T) => Promise<void>,
  later: Later = inTenMinutes,
): Gathered<T> {
  let gathered: { all: T } | null = null
  let callOff: (() => void) | null = null
  let writing = Promise.resolve()

  const flush = () => {
    callOff?.()
    callOff = null
    const { all } = gathered ?? {}
    gathered = null
    if (all !== undefined) writing = writing.then(() => write(all))
    return writing
  }
  return {
    flush,
    here() {
      callOff ??= later(flush)
      return (gathered ??= { all: begin() }).all
    },
  }
}
