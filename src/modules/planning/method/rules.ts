import { stepCodes, type StepCode } from './method-content.ts'

export const stepStates = ['not-started', 'started', 'done'] as const
export type StepState = (typeof stepStates)[number]

/** How far a round has come: so many steps in each state, and the first that is not done. Null: all are. */
export type Progress = { done: number; started: number; left: number; next: StepCode | null }

/** @param states of the steps that are known; those that are not have not begun */
export function progressOf(states: ReadonlyMap<StepCode, StepState>): Progress {
  const stateOf = (code: StepCode) => states.get(code) ?? 'not-started'
  const count = (state: StepState) => stepCodes.filter(code => stateOf(code) === state).length
  return {
    done: count('done'),
    started: count('started'),
    left: count('not-started'),
    next: stepCodes.find(code => stateOf(code) !== 'done') ?? null,
  }
}

/**
 * What a form of a checklist changes: items whose tick is another than the one she saw. What somebody else has ticked meanwhile, and she
 * did not see, stays.
 * @param items all that can be ticked; others are left out
 */
export function ticksChanged(
  items: readonly string[],
  seen: readonly string[],
  sent: readonly string[],
): { item: string; isDone: boolean }[] {
  return items
    .filter(item => seen.includes(item) !== sent.includes(item))
    .map(item => ({ item, isDone: sent.includes(item) }))
}
