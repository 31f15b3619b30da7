import type { Locale } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import type { Change, FindingComparison, RoomComparison } from './compare.ts'
import type { Pair } from './comparison.tsx'
import { messages } from './messages.ts'

export const changeNames: Record<Change, Message> = {
  name: messages.name,
  room: messages.movedRoom,
  owner: messages.owner,
  age: messages.age,
  groups: messages.groups,
  access: messages.access,
  'meant-for': messages.meantFor,
}

const stateNames: Record<FindingComparison['state'], Message> = {
  solved: messages.solved,
  still: messages.still,
  unknown: messages.unknown,
}

/** What has become of a finding, and whether somebody has said so. */
export function stateInWords({ state, isTold }: FindingComparison, { text }: Locale): string {
  const words = text(stateNames[state])
  return isTold || state === 'unknown' ? words : text(messages.byRule, { state: words })
}

/** Each service that is new, gone or changed, by room: its name, and what has happened. */
export function serviceRows(room: RoomComparison, { text, localText, list }: Locale): [string, string][] {
  return [
    ...room.added.map(({ name }): [string, string] => [localText(name), text(messages.added)]),
    ...room.gone.map(({ name }): [string, string] => [localText(name), text(messages.gone)]),
    ...room.changed.map(({ after, what }): [string, string] => [
      localText(after.name),
      text(messages.changed, { what: list(what.map(change => text(changeNames[change]))) }),
    ]),
  ]
}

/** `+2`, `−1`, `0`. */
export const difference = ({ before, after }: RoomComparison): string =>
  after > before ? `+${after - before}` : after < before ? `\u2212${before - after}` : '0'

export function roomName({ was, is }: Pair, code: string, { localText }: Locale): string {
  const named = [...is.rooms, ...was.rooms].find(room => room.code === code)
  return localText(named?.name) || code
}

/** All of it as rows of a file, with a head. */
export function comparisonTable(pair: Pair, locale: Locale): string[][] {
  const { text } = locale
  const { rooms, findings } = pair.comparison
  const head = [
    messages.kind,
    messages.room,
    messages.service,
    messages.what,
    messages.before,
    messages.after,
  ]
  return [
    head.map(message => text(message)),
    ...rooms.flatMap(room => {
      const name = roomName(pair, room.code, locale)
      return [
        [text(messages.room), name, '', '', String(room.before), String(room.after)],
        ...serviceRows(room, locale).map(([service, what]) => [
          text(messages.service),
          name,
          service,
          what,
          '',
          '',
        ]),
      ]
    }),
    ...findings.map(one => [
      text(messages.finding),
      one.finding.room ? roomName(pair, one.finding.room, locale) : '',
      one.finding.title,
      stateInWords(one, locale),
      '',
      '',
    ]),
  ]
}
