import { searchPath } from '#modules/catalogue/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { within, type PyramidPlace } from '../place.ts'
import type { PyramidRoom } from '../rules.ts'
import { urls } from '../urls.ts'
import type { Chain } from './chain.ts'
import { isAnything, type Choice } from './chain.schema.ts'

/** A chain with what was chosen, and how many services each further choice has. */
export type ShownChain = {
  choice: Choice
  chain: Chain
  choices: Record<string, Record<string, number>>
}

/** Where a room leads: to the search that finds what was counted; where nothing was, to what the room is about. */
export function useHref(place: PyramidPlace, choice: Choice): (room: PyramidRoom) => string {
  const { link } = useLocale()
  return room =>
    link(
      room.services > 0 && isAnything(choice)
        ? searchPath({ ...within(place), ...choice, rom: room.parts.map(part => part.entry.code) })
        : urls.room.href({ code: place.code, room: room.code }),
    )
}
