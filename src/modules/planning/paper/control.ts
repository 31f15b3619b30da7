import type { Locale } from '#platform/i18n/locale.tsx'
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
/** A number that may have decimals, and be below zero. */
export type DecimalControl = Common & { kind: 'decimal' }
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
/** What comes along with the form and is not asked there; `inWords`: what it says, for the second of two who change it. */
export type KeptControl = Common & {
  kind: 'kept'
  max: number
  inWords: (value: string, locale: Locale) => string[]
}
/** What a measure answers: those that are there can be left out, and a room added. */
export type LinksControl = Common & { kind: 'links' }

/** What is asked for in a form, and in which field of the paper it is kept. */
export type Control =
  | WordsControl
  | NumberControl
  | DecimalControl
  | DateControl
  | LinkControl
  | ChoiceControl
  | SeveralControl
  | LinesControl
  | UnitsControl
  | EconomyControl
  | LinksControl
  | KeptControl

/** What is wrong at a control, by the id of what to correct. */
export type FieldError = { id: string; message: Message }
