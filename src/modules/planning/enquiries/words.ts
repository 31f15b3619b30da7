import type { Locale } from '#platform/i18n/locale.tsx'
import type { AnswerKind } from './enquiry.schema.ts'
import { messages } from './messages.ts'

/** An answer in words. */
export function answerInWords(kind: AnswerKind, value: string, { text, number }: Locale): string {
  if (kind === 'number') return number(Number(value))
  if (kind === 'yes-no') return text(value === 'yes' ? messages.yes : messages.no)
  return value
}
