import { randomUUID } from 'node:crypto'
import type { Context, Action } from '#platform/http/route.ts'
import type { FieldError } from './control.ts'
import type { StateForm } from './paper.schema.ts'
import { setState } from './paper.store.ts'
import { messages } from './state-messages.ts'

type Sending = Pick<Context<'POST', undefined, undefined, typeof StateForm, Action>, 'tx' | 'actor'> & {
  input: { body: StateForm }
}

/** The form of how something stands, as it is shown. */
export type StateFormState = {
  submission: string
  typed: { tilstand: string; kommentar: string }
  errors: readonly FieldError[]
  isMeanwhile: boolean
}

export const emptyStateForm = (state: string): StateFormState => ({
  submission: randomUUID(),
  typed: { tilstand: state, kommentar: '' },
  errors: [],
  isMeanwhile: false,
})

/** Sets how a paper stands. @returns null when it is set; else the form with what is wrong, or that somebody else was first */
export async function setByForm(
  { tx, actor, input }: Sending,
  id: string,
  states: readonly string[],
): Promise<StateFormState | null> {
  const { submission, kjent, tilstand, kommentar } = input.body
  const errors: FieldError[] = []
  if (!states.includes(tilstand)) errors.push({ id: 'tilstand', message: messages.choose })
  if (kommentar.length > 2000) errors.push({ id: 'kommentar', message: messages.long })
  const again = { submission, typed: { tilstand, kommentar } }
  if (errors.length > 0) return { ...again, errors, isMeanwhile: false }
  const set = await setState(
    tx,
    id,
    { state: tilstand, comment: kommentar, submission, known: kjent },
    actor.personId,
  )
  return set === 'set' ? null : { ...again, errors: [], isMeanwhile: true }
}
