import type { Locale } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import type { GoalLevel } from './goal.schema.ts'
import { messages } from './messages.ts'
import type { Direction, GoalState } from './rules.ts'

export const goalStateNames: Record<GoalState, Message> = {
  reached: messages.reached,
  'on-the-way': messages.onTheWay,
  behind: messages.behind,
  unknown: messages.unknown,
}

export const directionNames: Record<Direction, Message> = {
  up: messages.up,
  down: messages.down,
  keep: messages.keep,
}

export const levelNames: Record<GoalLevel, Message> = { result: messages.result, master: messages.master }

/** A figure with its unit of measure, if any: `18,5 prosent`. */
export function figureInWords(value: number, measuredIn: string, { number }: Locale): string {
  return measuredIn ? `${number(value)} ${measuredIn}` : number(value)
}

/** `18,5 prosent i 2024`; empty when it is not known. */
export function pointInWords(
  year: number | null,
  value: number | null,
  measuredIn: string,
  locale: Locale,
): string {
  if (value === null) return year === null ? '' : String(year)
  const said = figureInWords(value, measuredIn, locale)
  return year === null ? said : locale.text(messages.inYear, { value: said, year: String(year) })
}
