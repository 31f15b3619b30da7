import type { FieldError } from '../paper/control.ts'
import { decimalNumber, webAddressOf } from '../paper/read-form.ts'
import type { AnswerKind } from './enquiry.schema.ts'
import { messages } from './messages.ts'

/** How a municipality stands with an enquiry. `unknown`: that is not for who asks to see. */
export type Standing = 'answered' | 'late' | 'waiting' | 'unknown'

/** The deadline is a day that can still be answered on. @param day today, `YYYY-MM-DD` */
export function standingOf(isAnswered: boolean, deadline: string, day: string): Standing {
  if (isAnswered) return 'answered'
  return deadline < day ? 'late' : 'waiting'
}

type Asked = { question: string; room: string | null }

/** Words that nearly every question has. */
const empty = new Set(
  'hvor mange dere deres har hvilke hvilken hvordan kommunen kommuner kommune barn unge ungdom eller ikke dette disse skal kan som finnes over under siste året'.split(
    ' ',
  ),
)

/** The words of a question that tell what it is about, cut so that forms of a word are the same. */
function wordsOf(question: string): Set<string> {
  const words = question.toLowerCase().match(/\p{L}{4,}/gu) ?? []
  return new Set(words.filter(word => !empty.has(word)).map(word => word.slice(0, 6)))
}

/** Is it about the same: the same room, or two of the same words (all, where it has fewer)? */
export function isSimilar(one: Asked, other: Asked): boolean {
  if (one.room !== null && one.room === other.room) return true
  const [some, others] = [wordsOf(one.question), wordsOf(other.question)]
  const needed = Math.min(2, some.size, others.size)
  return needed > 0 && [...some].filter(word => others.has(word)).length >= needed
}

/** An answer as it is kept, or what is wrong with what was typed. */
export function readAnswer(kind: AnswerKind, typed: string): { value: string } | Pick<FieldError, 'message'> {
  if (typed === '') return { message: messages.missingAnswer }
  if (typed.length > 8000) return { message: messages.tooLong }
  if (kind === 'number') {
    const number = decimalNumber(typed)
    return typeof number === 'number' ? { value: String(number) } : { message: messages.notNumber }
  }
  if (kind === 'yes-no')
    return typed === 'yes' || typed === 'no' ? { value: typed } : { message: messages.notYesNo }
  if (kind === 'link') {
    const address = webAddressOf(typed)
    return address ? { value: address } : { message: messages.notLink }
  }
  return { value: typed }
}
