import * as z from 'zod'
import { AreaParams } from '#modules/catalogue/index.ts'
import { route, type Route } from '#platform/http/route.ts'
import type { PyramidParts } from './place.ts'
import { arrangeRooms, seeGaps } from './policy.ts'
import { downloadPyramid, showPyramid } from './pyramid/pyramid.tsx'
import {
  ArrangementFileQuery,
  ArrangementParams,
  ArrangementQuery,
  ChangeForm,
  OwnRoomForm,
  OwnRoomParams,
  OwnRoomQuery,
} from './arrangement/arrangement.schema.ts'
import { changeRooms, saveOwnRoom, showArrangement, showOwnRoom } from './arrangement/arrangement.tsx'
import { downloadArrangement } from './arrangement/arrangement-file.ts'
import { downloadGaps, GapQuery, showGaps } from './gaps/gap-page.tsx'
import { downloadChain, showChain } from './chain/chain.tsx'
import { ChainFileQuery, ChainQuery } from './chain/chain.schema.ts'
import { showPlaces } from './places/places.tsx'
import { downloadRoom, showRoom } from './room/room.tsx'
import { urls } from './urls.ts'

const PlaceParams = AreaParams.pick({ code: true })
const RoomParams = PlaceParams.extend({ room: z.string().regex(/^[a-z0-9-]{1,40}$/) })

/** Every address of the pyramid. */
export function pyramidRoutes(parts: PyramidParts): Route[] {
  return [
    route({
      method: 'GET',
      path: urls.places.template,
      permission: 'public',
      kept: true,
      handle: c => showPlaces(c, parts),
    }),
    route({
      method: 'GET',
      path: urls.pyramid.template,
      permission: 'public',
      kept: true,
      params: PlaceParams,
      handle: c => showPyramid(c, parts),
    }),
    route({
      method: 'GET',
      path: urls.table.template,
      permission: 'public',
      limit: 'search',
      params: PlaceParams,
      handle: c => downloadPyramid(c, parts),
    }),
    route({
      method: 'GET',
      path: urls.chain.template,
      permission: 'public',
      kept: true,
      limit: 'search',
      params: PlaceParams,
      query: ChainQuery,
      handle: c => showChain(c, parts),
    }),
    route({
      method: 'GET',
      path: urls.chainTable.template,
      permission: 'public',
      limit: 'search',
      params: PlaceParams,
      query: ChainFileQuery,
      handle: c => downloadChain(c, parts),
    }),
    route({
      method: 'GET',
      path: urls.room.template,
      permission: 'public',
      kept: true,
      params: RoomParams,
      handle: c => showRoom(c, parts),
    }),
    route({
      method: 'GET',
      path: urls.roomTable.template,
      permission: 'public',
      limit: 'search',
      params: RoomParams,
      handle: c => downloadRoom(c, parts),
    }),
    ...workRoutes(parts),
  ]
}

/** Addresses behind the login. */
function workRoutes(parts: PyramidParts): Route[] {
  const { geography } = parts
  return [
    route({
      method: 'GET',
      path: urls.gaps.template,
      permission: seeGaps,
      query: GapQuery,
      handle: c => showGaps(c, parts),
    }),
    route({
      method: 'GET',
      path: urls.gapsTable.template,
      permission: seeGaps,
      limit: 'search',
      query: GapQuery,
      handle: c => downloadGaps(c, parts),
    }),
    route({
      method: 'GET',
      path: urls.arrangement.template,
      permission: arrangeRooms,
      query: ArrangementQuery,
      handle: c => showArrangement(c, geography),
    }),
    route({
      method: 'GET',
      path: urls.arrangementTable.template,
      permission: arrangeRooms,
      limit: 'search',
      query: ArrangementFileQuery,
      handle: c => downloadArrangement(c, geography),
    }),
    route({
      method: 'POST',
      path: urls.arrangementChange.template,
      permission: arrangeRooms,
      params: ArrangementParams,
      body: ChangeForm,
      handle: c => changeRooms(c, geography),
    }),
    route({
      method: 'GET',
      path: urls.ownRoom.template,
      permission: arrangeRooms,
      params: OwnRoomParams,
      query: OwnRoomQuery,
      handle: c => showOwnRoom(c, geography),
    }),
    route({
      method: 'POST',
      path: urls.ownRoom.template,
      permission: arrangeRooms,
      params: OwnRoomParams,
      body: OwnRoomForm,
      handle: c => saveOwnRoom(c, geography),
    }),
  ]
}
