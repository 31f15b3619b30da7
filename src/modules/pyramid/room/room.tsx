import { crumbsTo, findRoomOfPlace, streamRoomServices } from '#modules/catalogue/index.ts'
import { today } from '#platform/clock.ts'
import { csvStream } from '#platform/http/csv.ts'
import { notFound, page, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import { localeOf, pageLocaleOf } from '#platform/i18n/locale.tsx'
import { messages } from '../messages.ts'
import { findPyramid, placeOf, within, type PyramidParts, type PyramidPlace } from '../place.ts'
import type { PyramidRoom } from '../rules.ts'
import { urls } from '../urls.ts'
import { serviceHead, serviceLine } from './room-file.ts'
import { RoomPage } from './room.view.tsx'

type RoomContext = Pick<
  Context<'GET', undefined, undefined, undefined>,
  'tx' | 'language' | 'clock' | 'publishedEpoch'
> & {
  input: { params: { code: string; room: string } }
}

/** GET /pyramide/{code}/{room}: what the responsibility is, and the services in it. */
export async function showRoom(context: RoomContext, { geography, search }: PyramidParts): Promise<Result> {
  const { tx, input, language, clock } = context
  const { code, room } = input.params
  const found = await findRoom(context, { geography, search }, to => urls.room.href({ code: to, room }))
  if ('instead' in found) return found.instead
  const { place, one, partOf } = found
  const codes = one.parts.map(part => part.entry.code)
  const asked = { within: within(place), rooms: codes, today: today(clock) }
  const services = await findRoomOfPlace(tx, asked, search)
  const { text, localText } = pageLocaleOf(language)
  const name = geography.localName(place, language)
  const title = text(messages.roomTitle, { room: localText(one.name), place: name })
  return page(
    {
      title,
      ...(one.text && { description: localText(one.text) }),
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
      room={one}
      partOf={partOf}
      services={services}
      within={within(place)}
      geography={geography}
      today={today(clock)}
    />,
  )
}

/** GET /pyramide/{code}/{room}/csv: every service of the room, written while it is read. */
export async function downloadRoom(
  context: RoomContext & Pick<Context<'GET', undefined, undefined, undefined>, 'baseUrl'>,
  parts: PyramidParts,
): Promise<Result> {
  const { room } = context.input.params
  const found = await findRoom(context, parts, to => urls.roomTable.href({ code: to, room }))
  if ('instead' in found) return found.instead
  const { place, one } = found
  const { baseUrl, language } = context
  const locale = localeOf(language)
  const rooms = one.parts.map(part => part.entry.code)
  return csvStream(`rom-${place.code}-${one.code}.csv`, async function* lines(snapshot) {
    yield [[...serviceHead(locale), locale.text(messages.columnAddress)]]
    for await (const services of streamRoomServices(snapshot, { place: place.code, rooms }))
      yield services.map(service => serviceLine(service, baseUrl, locale))
  })
}

type FoundRoom = { place: PyramidPlace; one: PyramidRoom; partOf: PyramidRoom | null }

/** The room of a place, or what is answered where there is none. @param pathOf of a place whose code has changed */
async function findRoom(
  { tx, input, language, publishedEpoch }: Omit<RoomContext, 'clock'>,
  { geography, search }: PyramidParts,
  pathOf: (code: string) => string,
): Promise<FoundRoom | { instead: Result }> {
  const { code, room } = input.params
  const found = placeOf(code, geography, language, pathOf)
  if ('instead' in found) return found
  const { rooms } = await findPyramid(tx, found.place, search, publishedEpoch)
  const shown = rooms.find(one => one.code === room)
  const partOf = shown ? null : (rooms.find(one => one.parts.some(part => part.entry.code === room)) ?? null)
  const one = shown ?? (partOf && asRoom(partOf, room))
  return one ? { place: found.place, one, partOf } : { instead: notFound() }
}

/** A national room that the municipality shows as a part of another: it has its own page all the same, and says so. */
function asRoom(partOf: PyramidRoom, code: string): PyramidRoom {
  const part = partOf.parts.find(({ entry }) => entry.code === code)!
  const { entry, services, owners, state } = part
  const isMet = state === 'open' || state === 'empty'
  return {
    code,
    kind: 'national',
    level: entry.level,
    name: entry.name,
    text: entry.responsibility,
    parts: [part],
    services,
    owners,
    state,
    unmet: isMet ? null : entry.duty.by!,
  }
}
