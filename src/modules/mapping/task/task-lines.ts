import type { Locale } from '#platform/i18n/locale.tsx'
import { messages } from './messages.ts'
import { reasonNames } from './reason-words.ts'
import type { Tasks } from './rules.ts'

/**
 * What one of those who are asked has to do and has said, for its table and its file: days as `YYYY-MM-DD`. What somebody has begun to
 * write and not published is not among it.
 */
export function taskLines({ services, rooms, questions }: Tasks, { text, localText }: Locale): string[][] {
  const head = [
    messages.task,
    messages.taskKind,
    messages.state,
    messages.reason,
    messages.explanation,
    messages.day,
  ]
  return [
    head.map(label => text(label)),
    ...services.map(({ service, state, answer }) => [
      localText(service.name),
      text(messages.kindService),
      text(
        state === 'confirmed'
          ? messages.stateConfirmed
          : state === 'not-ours'
            ? messages.notOurs
            : messages.waiting,
      ),
      '',
      '',
      answer?.answeredOn ?? (state === 'confirmed' ? service.confirmedOn : ''),
    ]),
    ...rooms.map(({ room, answer }) => [
      localText(room.entry.name),
      text(messages.kindRoom),
      text(answer ? messages.stateNone : messages.notAnswered),
      answer?.reason ? text(reasonNames[answer.reason]) : '',
      answer?.text ?? '',
      answer?.answeredOn ?? '',
    ]),
    ...questions.map(({ question, answer }) => [
      localText(question.wording),
      text(messages.kindQuestion),
      text(answer ? messages.stateAnswered : messages.notAnswered),
      '',
      answer?.text ?? '',
      answer?.answeredOn ?? '',
    ]),
  ]
}
