import { levels, rooms as nationalRooms } from '#modules/catalogue/index.ts'
import type { Locale } from '#platform/i18n/locale.tsx'
import { messages as pyramidMessages } from '../messages.ts'
import type { PlaceRoom } from '../rules.ts'
import { messages } from './messages.ts'

/** Rooms by level from the bottom, in their order, also those that are hidden. */
export function arrangedLines(rooms: readonly PlaceRoom[], { text, localText, list }: Locale): string[][] {
  const head = [
    pyramidMessages.columnRoom,
    pyramidMessages.columnLevel,
    messages.fileOwn,
    messages.fileParts,
    messages.fileNational,
    messages.fileStatutory,
    messages.fileHidden,
  ]
  const yes = (is: boolean) => text(is ? messages.yes : messages.no)
  return [
    head.map(label => text(label)),
    ...rooms.map(room => {
      const national = room.kind === 'own' ? undefined : nationalRooms.get(room.code)
      const parts = room.parts.map(code => localText(nationalRooms.get(code)?.name))
      return [
        localText(room.name),
        localText(levels.get(room.level)?.name),
        yes(room.kind === 'own'),
        room.kind === 'own' && parts.length > 0 ? list(parts) : '',
        national && room.name !== national.name ? localText(national.name) : '',
        yes(room.parts.some(code => nationalRooms.get(code)?.duty.statutory)),
        yes(room.hidden === true),
      ]
    }),
  ]
}
