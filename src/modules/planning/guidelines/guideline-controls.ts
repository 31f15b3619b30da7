import { rooms, targetGroups } from '#modules/catalogue/index.ts'
import type { Control, FieldError } from '../paper/control.ts'
import { messageOf } from '../paper/message-of.ts'
import { messages as paperMessages } from '../paper/messages.ts'
import { messages } from './messages.ts'

const optionsOf = (list: readonly { code: string; name: Parameters<typeof messageOf>[0] }[]) =>
  list.map(({ code, name }) => ({ value: code, label: messageOf(name) }))

/** What is asked for about a guideline. */
export const guidelineControls: readonly Control[] = [
  {
    kind: 'words',
    name: 'overskrift',
    field: 'title',
    label: messages.title,
    lines: 1,
    max: 200,
    isMust: true,
  },
  { kind: 'words', name: 'tekst', field: 'text', label: messages.text, lines: 6, max: 8000, isMust: true },
  {
    kind: 'words',
    name: 'kilde',
    field: 'source',
    label: messages.source,
    hint: messages.sourceHint,
    lines: 1,
    max: 300,
    isMust: true,
  },
  { kind: 'link', name: 'lenke', field: 'link', label: messages.link },
  { kind: 'date', name: 'fra', field: 'valid_from', label: messages.validFrom },
  { kind: 'date', name: 'til', field: 'valid_to', label: messages.validTo },
  {
    kind: 'several',
    name: 'grupper',
    field: 'groups',
    label: messages.groups,
    options: optionsOf(targetGroups.list),
  },
  { kind: 'several', name: 'rom', field: 'rooms', label: messages.rooms, options: optionsOf(rooms.list) },
]

/** What is wrong with fields that are right one by one. */
export function checkGuideline({ valid_from, valid_to }: Record<string, unknown>): FieldError[] {
  const isBackwards = typeof valid_from === 'string' && typeof valid_to === 'string' && valid_to < valid_from
  return isBackwards ? [{ id: 'til', message: paperMessages.wrongOrder }] : []
}
