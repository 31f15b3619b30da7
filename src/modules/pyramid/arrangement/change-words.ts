import type { Locale } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import type { MadeChange } from './arrangement.store.ts'
import { messages } from './messages.ts'

const didTexts: Record<Exclude<MadeChange['kind'], 'restore'>, Message> = {
  rename: messages.didRename,
  add: messages.didAdd,
  edit: messages.didEdit,
  remove: messages.didRemove,
  hide: messages.didHide,
  show: messages.didShow,
  up: messages.didUp,
  down: messages.didDown,
}

/** What was done to the rooms: `Nytt navn: Ungdomsteamet`. */
export function changeInWords({ kind, about, restored }: MadeChange, { text }: Locale): string {
  if (kind !== 'restore') return text(didTexts[kind], { room: about })
  return restored === 0 ? text(messages.didReset) : text(messages.didRestore, { n: restored! })
}
