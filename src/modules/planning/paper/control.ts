import type { Message } from '#platform/i18n/messages.ts'

type Common = {
  /** Name of the control in the form, its id, and where it begins its rows' names. */
  name: string
  field: string
  label: Message
  hint?: Message
  /** Without it the form comes back. */
  isMust?: boolean
}

/** Words: one line, or several. */
export type WordsControl = Common & { kind: 'words'; lines: number; max: number }
/** A whole number, such as a year or kroner. */
export type NumberControl = Common & { kind: 'number'; min: number; max: number }
export type DateControl = Common & { kind: 'date' }
/** An address on the web. */
export type LinkControl = Common & { kind: 'link' }
export type ChoiceControl = Common & {
  kind: 'choice'
  options: readonly { value: string; label: Message }[]
}
/** Any of a list. */
export type SeveralControl = Common & {
  kind: 'several'
  options: readonly { value: string; label: Message }[]
}
/** One line for each of several. */
export type LinesControl = Common & { kind: 'lines'; max: number }
/** Units of the organisation, by id: any of them, or one. */
export type UnitsControl = Common & { kind: 'units' | 'unit' }
/** Year, kind of money and amount, in rows. */
export type EconomyControl = Common & { kind: 'economy' }
/** What a measure answers: those that are there can be left out, and a room added. */
export type LinksControl = Common & { kind: 'links' }

/** What is asked for in a form, and in which field of the paper it is kept. */
export type Control =
  | WordsControl
  | NumberControl
  | DateControl
  | LinkControl
  | ChoiceControl
  | SeveralControl
  | LinesControl
  | UnitsControl
  | EconomyControl
  | LinksControl

/** What is wrong at a control, by the id of what to correct. */
export type FieldError = { id: string; message: Message }
