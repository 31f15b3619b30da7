import type { Locale } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import { messages } from './messages.ts'
import type { Lateness, MeasureState } from './rules.ts'

export const measureStateNames: Record<MeasureState, Message> = {
  'not-started': messages.notStarted,
  started: messages.started,
  done: messages.done,
  stopped: messages.stopped,
}

export const latenessNames: Record<Lateness, Message> = { start: messages.lateStart, end: messages.lateEnd }

type Time = { starts_on: string | null; ends_on: string | null }

/** When, in words: whole years as `2020` or `2020–2024`. */
export function timeInWords({ starts_on: from, ends_on: to }: Time, { text, date }: Locale): string {
  if (from === null && to === null) return text(messages.noTime)
  if (from === null) return text(messages.to, { to: date(to!) })
  if (to === null) return text(messages.from, { from: date(from) })
  if (from.endsWith('-01-01') && to.endsWith('-12-31'))
    return yearsInWords(Number(from.slice(0, 4)), Number(to.slice(0, 4)))
  return text(messages.fromTo, { from: date(from), to: date(to) })
}

/** `2020`, `2020–2024`, `fra 2020`; empty when nothing is known. */
export function yearsInWords(from: number | null, to: number | null): string {
  if (from !== null && to !== null && from !== to) return `${from}–${to}`
  return String(from ?? to ?? '')
}
