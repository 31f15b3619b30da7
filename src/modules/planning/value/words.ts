import type { Locale } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import { labelOf, type Basis } from './fields.ts'
import type { InputError } from './inputs.ts'
import { messages } from './messages.ts'

export const basisNames: Record<Basis, Message> = {
  source: messages.source,
  rule: messages.rule,
  assumed: messages.assumed,
  chosen: messages.chosen,
}

const MILLION = 1_000_000

/** About how much: millions with one decimal, smaller amounts in whole thousands. */
export function aboutInWords(amount: number, { text, number }: Locale): string {
  const millions = Math.round(amount / (MILLION / 10)) / 10
  if (Math.abs(millions) >= 1) return text(messages.million, { n: number(millions) })
  return `${number(Math.round(amount / 1000) * 1000 + 0)} kroner`
}

/** Whole kroner for a table. Rounding leaves no minus before zero. */
export const wholeKroner = (amount: number): number => Math.round(amount) + 0

/** What is wrong, in words. */
export function errorInWords(error: InputError, locale: Locale): { id: string; text: string } {
  const { text, number } = locale
  if (error.kind === 'age') return { id: 'alder', text: text(messages.notAge) }
  const { field } = error
  const what = labelOf(field, locale)
  const said =
    error.kind === 'order'
      ? text(messages.wrongOrder, { what })
      : text(messages.notNumber, {
          what,
          // A year has no spaces.
          min: field.unit === 'year' ? String(field.min) : number(field.min),
          max: field.unit === 'year' ? String(field.max) : number(field.max),
        })
  return { id: field.name, text: said }
}
