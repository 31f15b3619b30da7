import { z } from 'zod'
import { AreaParams } from '#modules/catalogue/index.ts'
import { route, type Route } from '#platform/http/route.ts'
import type { PyramidParts } from './place.ts'
import { downloadPyramid, showPyramid } from './pyramid/pyramid.tsx'
import { downloadChain, showChain } from './chain/chain.tsx'
import { ChainQuery } from './chain/chain.schema.ts'
import { showRoom } from './room/room.tsx'
import { urls } from './urls.ts'

const PlaceParams = AreaParams.pick({ code: true })
const RoomParams = PlaceParams.extend({ room: z.string().regex(/^[a-z0-9-]{1,40}$/) })

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
      query: ChainQuery,
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
  ]
}
