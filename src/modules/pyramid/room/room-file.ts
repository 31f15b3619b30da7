import { ageInWords, catalogueUrls, rooms, type RoomService } from '#modules/catalogue/index.ts'
import type { Locale } from '#platform/i18n/locale.tsx'
import { messages } from '../messages.ts'

/** The columns of the services of a room. */
export const serviceHead = ({ text }: Locale): string[] =>
  [messages.columnService, messages.columnOwner, messages.columnAge, messages.columnNational].map(message =>
    text(message),
  )

/** A service of a room: what it is called, whose it is, for what age, and in which national room. */
export function serviceCells(
  { name, owner_name, age_from, age_to, room_code }: Omit<RoomService, 'id' | 'slug'>,
  locale: Locale,
): string[] {
  const { text, localText } = locale
  return [
    localText(name),
    localText(owner_name),
    ageInWords(locale, age_from, age_to) ?? text(messages.anyAge),
    localText(rooms.get(room_code)?.name),
  ]
}

/** The same in a file, with where one reads more. @param baseUrl origin of absolute links */
export const serviceLine = (service: RoomService, baseUrl: string, locale: Locale): string[] => [
  ...serviceCells(service, locale),
  `${baseUrl}${locale.link(catalogueUrls.service.href({ id: service.id, slug: service.slug }))}`,
]
