import type { makeScene } from './access-scene.ts'

/** What there is of another organisation, by what the tests call it. */
export type Scene = Awaited<ReturnType<typeof makeScene>>

/** A table, tried as plain SQL by somebody who has every role in another organisation. */
export type SqlRow = {
  /** Which rows are another's, in words of SQL. `open`: all may read it, and nobody changes it as another. */
  others: string
  /** Ways to write to what is another's: each must be refused, or change nothing. */
  writes?: string[]
  open?: boolean
}

export const ME = 'platform.actor()'
