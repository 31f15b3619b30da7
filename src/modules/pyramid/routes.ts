import { z } from 'zod'
import { AreaParams, rooms } from '#modules/catalogue/index.ts'
import { route, type Route } from '#platform/http/route.ts'
import { downloadPyramid, showPyramid, type PyramidParts } from './pyramid/pyramid.tsx'
import { showRoom } from './room/room.tsx'
import { urls } from './urls.ts'

const PlaceParams = AreaParams.pick({ code: true })
const RoomParams = PlaceParams.extend({ room: z.string().refine(code => rooms.has(code)) })

/** Every address of the pyramid. */
export function pyramidRoutes(parts: PyramidParts): Route[] {
  return [
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
      params: PlaceParams,
      handle: c => downloadPyramid(c, parts),
    }),
    route({
      method: 'GET',
      path: urls.room.template,
      permission: 'public',
      kept: true,
      params: RoomParams,
      handle: c => showRoom(c, parts),
    }),
  ]
}
