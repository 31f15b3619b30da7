import type { Locale } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import type { AnswerKind } from './enquiry.schema.ts'
import type { Standing } from './rules.ts'
import { messages } from './messages.ts'

/** How a municipality stands. */
export const standingNames: Record<Standing, Message> = {
  answered: messages.answered,
  late: messages.late,
  waiting: messages.waiting,
  unknown: messages.unknown,
}

/** An answer in words. */
export function answerInWords(kind: AnswerKind, value: string, { text, number }: Locale): string {
  if (kind === 'number') return number(Number(value))
  if (kind === 'yes-no') return text(value === 'yes' ? messages.yes : messages.no)
  return value
}
