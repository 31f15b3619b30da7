import type { Language, LocalText } from '#platform/i18n/language.ts'
import type { Message } from '#platform/i18n/messages.ts'
import type { LookupName } from './lookups.ts'

/** One of several answers. The label is a text of the interface or of a vocabulary. */
export type Option = {
  value: string
  label: Message | LocalText
  hint?: LocalText
  /** One of very many: shown only where it has been chosen. */
  isFiner?: boolean
}

type Common = {
  /** Name of the control in the form, and its id. */
  name: string
  label: Message
  hint?: Message
  /** Without it nothing is published; it may be saved. */
  isMust?: boolean
}

/** A text of the document in one language. */
export type TextControl = Common & {
  kind: 'text'
  field: string
  language: Language
  /** Lines of the box; one: a single line. */
  lines: number
  max: number
}

/** A code or several of a list. `yes-no` stands for a field that is true, false, or not known. */
export type ChoiceControl = Common & {
  kind: 'choice'
  field: string
  look: 'radios' | 'checkboxes' | 'select' | 'yes-no'
  options: readonly Option[]
  /** With checkboxes: more can be added by their names. What has been added is ticked. */
  more?: { from: LookupName; label: Message; hint: Message }
}

/** A cell of a row: where it stands in the entry (`label.nb`), and how it is asked for. */
export type Cell = {
  name: string
  path: readonly string[]
  label: Message
  look:
    | 'line'
    | 'tel'
    | 'url'
    | 'date'
    | 'time'
    | 'select'
    | 'check'
    | 'days'
    | 'municipality'
    | 'organization'
  options?: readonly Option[]
  max?: number
  hint?: Message
  /** One press away: most rows do without it. */
  isMore?: boolean
  /** What to say when it cannot be read. */
  wrong?: Message
}

/** Entries of one kind: telephones, links, places, hours. Some empty rows follow those that are there. */
export type RowsControl = Common & {
  kind: 'rows'
  field: string
  /** A heading for one row, with `{n}`. */
  row: Message
  cells: readonly Cell[]
  /** Makes the entry of what the cells hold; the document's schema looks at it afterwards. */
  shape?: (entry: Record<string, unknown>) => Record<string, unknown>
}

/** What has a form of its own. */
export type OwnControl = Common & {
  kind: 'age' | 'cost' | 'coverage' | 'keywords'
  field: 'age' | 'cost' | 'coverage' | 'keywords'
}

export type Control = TextControl | ChoiceControl | RowsControl | OwnControl

/** What is wrong at a control, by the id of what to correct. */
export type FieldError = { id: string; message: Message }

/** A step of the form: what it asks for. */
export type StepSpec = { slug: string; title: Message; lead: Message; controls: readonly Control[] }
