import { rooms as nationalRooms } from '#modules/catalogue/index.ts'
import type { Message } from '#platform/i18n/messages.ts'
import type { Level } from '../rules.ts'
import {
  completed,
  NAME_LENGTH,
  placeRooms,
  TEXT_LENGTH,
  type Arrangement,
  type ArrangedRoom,
  type Change,
  type OwnText,
} from './arrangement.ts'
import { NEW, type OwnRoomForm } from './arrangement.schema.ts'
import { messages } from './messages.ts'

export type FormError = { field: keyof OwnRoomForm; message: Message }

/** What a room is in the form: a national one, whose name alone may change, or the municipality's own. */
export type EditedRoom = {
  code: string
  level: Level
  isOwn: boolean
  /** What a national room is called in the whole country. */
  national: OwnText | null
  /** National rooms that it may be made of. */
  offered: string[]
}

/** The room that is asked for. Null: there is none, or it is a part of another. */
export function editedRoom(arrangement: Arrangement, code: string, level: Level): EditedRoom | null {
  const all = completed(arrangement)
  const room = all.find(one => one.code === code)
  if (code !== NEW && !room) return null
  if (room && !room.own) {
    const isPart = all.some(one => one.own?.parts.includes(code))
    const entry = nationalRooms.get(code)!
    const { nb, nn, en } = entry.name
    return isPart ? null : { code, level: entry.level, isOwn: false, national: { nb, nn, en }, offered: [] }
  }
  const at = room?.own?.level ?? level
  const taken = new Set(all.flatMap(one => (one.code === code ? [] : (one.own?.parts ?? []))))
  const offered = nationalRooms.list.filter(one => one.level === at && !taken.has(one.code))
  return { code, level: at, isOwn: true, national: null, offered: offered.map(one => one.code) }
}

/** The form as a room stands now. */
export function filledForm(room: ArrangedRoom | undefined, level: Level) {
  return {
    navn: room?.name?.nb ?? '',
    navn_nn: room?.name?.nn ?? '',
    navn_en: room?.name?.en ?? '',
    tekst: room?.own?.text?.nb ?? '',
    tekst_nn: room?.own?.text?.nn ?? '',
    tekst_en: room?.own?.text?.en ?? '',
    niva: level,
    deler: room?.own?.parts ?? [],
  }
}

/** The change that a form asks for, or what is wrong with it. */
export function readForm(
  form: OwnRoomForm,
  room: EditedRoom,
  arrangement: Arrangement,
): { change: Change } | { errors: FormError[] } {
  const name = textOf(form.navn, form.navn_nn, form.navn_en)
  const text = textOf(form.tekst, form.tekst_nn, form.tekst_en)
  const errors: FormError[] = []
  const wrong = (field: keyof OwnRoomForm, message: Message) => errors.push({ field, message })
  if (!name && (room.isOwn || form.navn_nn || form.navn_en)) wrong('navn', messages.nameMissing)
  for (const field of ['navn', 'navn_nn', 'navn_en'] as const)
    if (form[field].length > NAME_LENGTH) wrong(field, messages.nameLong)
  const others = placeRooms(arrangement).filter(one => one.code !== room.code)
  if (name && others.some(one => one.name.nb?.toLowerCase() === name.nb.toLowerCase()))
    wrong('navn', messages.nameTaken)
  if (!text && (form.tekst_nn || form.tekst_en)) wrong('tekst', messages.textMissing)
  for (const field of ['tekst', 'tekst_nn', 'tekst_en'] as const)
    if (form[field].length > TEXT_LENGTH) wrong(field, messages.textLong)
  if (form.deler.some(code => !room.offered.includes(code))) wrong('deler', messages.partTaken)
  if (errors.length > 0) return { errors }
  if (!room.isOwn) return { change: { kind: 'rename', code: room.code, name } }
  const own = { level: room.level, parts: form.deler, ...(text && { text }) }
  if (room.code === NEW) return { change: { kind: 'add', name: name!, own } }
  return { change: { kind: 'edit', code: room.code, name: name!, own } }
}

function textOf(nb: string, nn: string, en: string): OwnText | null {
  return nb === '' ? null : { nb, ...(nn && { nn }), ...(en && { en }) }
}
