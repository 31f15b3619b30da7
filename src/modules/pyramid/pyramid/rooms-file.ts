import { levels } from '#modules/catalogue/index.ts'
import type { Locale } from '#platform/i18n/locale.tsx'
import { messages } from '../messages.ts'
import { ownerGroups, type PyramidRoom } from '../rules.ts'
import { dutyBearers, gapWords, ownerNames, whoNames } from '../words.ts'

/** The columns of a table of rooms as a file. */
export function tableHead({ text }: Locale): string[] {
  return [
    messages.columnCode,
    messages.columnPlace,
    messages.columnLevel,
    messages.columnRoomCode,
    messages.columnRoom,
    messages.columnDuty,
    messages.columnServices,
    ...ownerGroups.map(group => ownerNames[group]),
    messages.columnState,
    messages.columnNational,
  ].map(message => text(message))
}

export function tableRow(room: PyramidRoom, place: { code: string; name: string }, locale: Locale): string[] {
  const [name, level, ...said] = roomCells(room, locale)
  const national = room.parts.map(part => part.entry.code).join(', ')
  return [place.code, place.name, level!, room.code, name!, ...said, national]
}

/** Rooms as the page of a drawing shows them in a table: as in the file, without codes. */
export function roomLines(rooms: readonly PyramidRoom[], locale: Locale): string[][] {
  const head = [
    messages.columnRoom,
    messages.columnLevel,
    messages.columnDuty,
    messages.columnServices,
    ...ownerGroups.map(group => ownerNames[group]),
    messages.columnState,
  ]
  return [head.map(message => locale.text(message)), ...rooms.map(room => roomCells(room, locale))]
}

function roomCells(room: PyramidRoom, { text, localText }: Locale): string[] {
  return [
    localText(room.name),
    localText(levels.get(room.level)?.name),
    dutyBearers(room)
      .map(who => text(whoNames[who]))
      .join(', '),
    String(room.services),
    ...ownerGroups.map(group => String(room.owners[group])),
    text(gapWords(room) ?? messages.stateOpen),
  ]
}
