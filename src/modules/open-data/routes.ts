import type { Geography } from '#modules/areas/index.ts'
import type { SearchKnowledge } from '#modules/catalogue/index.ts'
import type { Result } from '#platform/http/result.ts'
import { route, type Route } from '#platform/http/route.ts'
import { showDocs, showOpenApi } from './docs/docs.tsx'
import { hsdsOperations, ukOperations } from './hsds-operations.ts'
import { moreOperations } from './more-operations.ts'
import { makeOpenData } from './open-data.ts'
import { operation, type Operation } from './operation.ts'
import { summaries } from './summaries.ts'
import { urls } from './urls.ts'

type World = { geography: Geography; search: SearchKnowledge }

/** The open API and the exports: handlers and schemas of their own, apart from the pages'. */
export function openDataRoutes(world: World): Route[] {
  const operations = allOperations(world)
  return [
    ...operations.flatMap(({ routes }) => routes),
    route({
      method: 'GET',
      path: urls.docs.template,
      permission: 'public',
      kept: true,
      handle: c => showDocs(c, operations),
    }),
  ]
}

/** Everything that programs can ask. */
export function allOperations(world: World): Operation[] {
  const house = makeOpenData(world.geography, world.search)
  const operations = [...hsdsOperations(house), ...ukOperations(house), ...moreOperations(house)]
  const openapi: Operation = operation({
    group: 'more',
    name: 'getOpenApi',
    path: urls.openapi.template,
    answers: { 'application/json': {} },
    summary: summaries.openapi,
    example: urls.openapi.href(),
    handle: (c): Result => showOpenApi(c, [...operations, openapi]),
  })
  return [...operations, openapi]
}
