import { rooms } from '#modules/catalogue/index.ts'
import type { Message } from '#platform/i18n/messages.ts'
import type { Control, FieldError } from '../paper/control.ts'
import { messageOf } from '../paper/message-of.ts'
import { answerKinds, type AnswerKind } from './enquiry.schema.ts'
import type { Municipality } from './enquiry.store.ts'
import { messages } from './messages.ts'

export const answerKindNames: Record<AnswerKind, Message> = {
  text: messages.kindText,
  number: messages.kindNumber,
  'yes-no': messages.kindYesNo,
  link: messages.kindLink,
}

/** What is asked for about an enquiry. @param municipalities that may be asked */
export function enquiryControls(municipalities: readonly Municipality[]): Control[] {
  return [
    {
      kind: 'words',
      name: 'sporsmal',
      field: 'question',
      label: messages.question,
      lines: 2,
      max: 1000,
      isMust: true,
    },
    {
      kind: 'words',
      name: 'hvorfor',
      field: 'why',
      label: messages.why,
      hint: messages.whyHint,
      lines: 3,
      max: 4000,
    },
    {
      kind: 'choice',
      name: 'svartype',
      field: 'answer_kind',
      label: messages.answerKind,
      isMust: true,
      options: answerKinds.map(value => ({ value, label: answerKindNames[value] })),
    },
    {
      kind: 'choice',
      name: 'rom',
      field: 'room',
      label: messages.room,
      options: rooms.list.map(room => ({ value: room.code, label: messageOf(room.name) })),
    },
    { kind: 'date', name: 'frist', field: 'deadline', label: messages.deadline, isMust: true },
    {
      kind: 'several',
      name: 'kommuner',
      field: 'municipalities',
      label: messages.municipalities,
      isMust: true,
      options: municipalities.map(({ code, name }) => ({ value: code, label: messageOf(name) })),
    },
  ]
}

/** What is wrong with fields that are right one by one. @param day today, `YYYY-MM-DD` */
export function checkEnquiry({ deadline }: Record<string, unknown>, day: string): FieldError[] {
  return typeof deadline === 'string' && deadline <= day
    ? [{ id: 'frist', message: messages.deadlineOver }]
    : []
}
