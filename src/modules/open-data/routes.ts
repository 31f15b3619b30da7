import { route, type Route } from '#platform/http/route.ts'
import { url } from '#platform/http/url.ts'
import { ServiceIdParams, ServicesQuery } from './hsds/hsds.schema.ts'
import { showServiceById, showServices } from './hsds/hsds.ts'

export const urls = { services: url('/api/hsds/services'), service: url('/api/hsds/services/:id') }

/** The open API: handlers and schemas of its own, apart from the pages'. */
export function openDataRoutes(): Route[] {
  return [
    route({
      method: 'GET',
      path: urls.services.template,
      permission: 'public',
      inLanguages: false,
      query: ServicesQuery,
      handle: showServices,
    }),
    route({
      method: 'GET',
      path: urls.service.template,
      permission: 'public',
      inLanguages: false,
      params: ServiceIdParams,
      handle: showServiceById,
    }),
  ]
}
