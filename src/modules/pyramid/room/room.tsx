import { crumbsTo, findRoomOfPlace, rooms as allRooms } from '#modules/catalogue/index.ts'
import { today } from '#platform/clock.ts'
import { page, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import { pageLocaleOf } from '#platform/i18n/locale.tsx'
import { messages } from '../messages.ts'
import { findRooms, placeOf, type PyramidParts } from '../pyramid/pyramid.tsx'
import { urls } from '../urls.ts'
import { RoomPage } from './room.view.tsx'

type RoomContext = Pick<Context<'GET', undefined, undefined, undefined>, 'tx' | 'language' | 'clock'> & {
  input: { params: { code: string; room: string } }
}

/** GET /pyramide/{code}/{room}: what the responsibility is, and the services in it. */
export async function showRoom(
  { tx, input, language, clock }: RoomContext,
  { geography, search }: PyramidParts,
): Promise<Result> {
  const { code, room } = input.params
  const found = placeOf(code, geography, language, to => urls.room.href({ code: to, room }))
  if ('instead' in found) return found.instead
  const { place } = found
  const within = place.kind === 'county' ? { dekker: code } : { kommune: code }
  const [filled, services] = await Promise.all([
    findRooms(tx, place),
    findRoomOfPlace(tx, { within, room, today: today(clock) }, search),
  ])
  const entry = allRooms.get(room)!
  const { text, localText } = pageLocaleOf(language)
  const name = geography.localName(place, language)
  const title = text(messages.roomTitle, { room: localText(entry.name), place: name })
  return page(
    {
      title,
      description: localText(entry.responsibility),
      path: urls.room.href({ code, room }),
      crumbs: [
        ...crumbsTo(code, geography, language),
        { label: text(messages.crumb), path: urls.pyramid.href({ code }) },
      ],
      ...(place.kind === 'municipality' && { municipality: { code, name } }),
      leaveQuickly: services.dangers.length > 0,
    },
    <RoomPage
      title={title}
      place={place}
      name={name}
      room={filled.find(one => one.entry.code === room)!}
      services={services}
      within={within}
      geography={geography}
      today={today(clock)}
    />,
  )
}
