import { negotiate } from '@fastify/accept-negotiator'
import type { Snapshot } from '#platform/db/snapshot.ts'
import { redirect, stream, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import type { HsdsWorld } from '../hsds/hsds-service.ts'
import type { OpenData } from '../open-data.ts'
import { readFilter } from '../services/service-filter.ts'
import { streamPages } from '../services/services.store.ts'
import { openDataPage, urls } from '../urls.ts'
import { containsService, describeCatalog } from './cpsv-catalog.ts'
import { describeService } from './cpsv-service.ts'
import type { Description } from './description.ts'
import { jsonLdWriter } from './json-ld.ts'
import { turtleWriter } from './turtle.ts'

const writers = {
  'text/turtle': { make: turtleWriter, url: urls.turtle },
  'application/ld+json': { make: jsonLdWriter, url: urls.jsonld },
}

const SHARED = new Set(['cv:PublicOrganisation', 'org:Organization', 'dct:Location'])

type Form = keyof typeof writers
type PlainContext = Context<'GET', undefined, undefined, undefined>

/** GET /apne-data/katalog.ttl and .jsonld: the catalogue as CPSV-AP-NO 1.1. */
export function showCatalog(form: Form, { baseUrl }: PlainContext, { world }: OpenData): Result {
  return stream(`${form}; charset=utf-8`, snapshot =>
    writeCatalog(snapshot, { ...world, baseUrl }, writers[form].make()),
  )
}

/** GET /apne-data/katalog: the address of the catalogue as a thing; in the form the caller can read, a page for people. */
export function showCatalogAsAccepted(context: PlainContext, house: OpenData): Result {
  const vary = { vary: 'accept, accept-encoding' }
  // Turtle first: it is what is given to those who take anything.
  const best = negotiate(context.accept, [
    'text/turtle',
    'application/ld+json',
    'application/json',
    'text/html',
  ])
  if (best === 'text/html') return redirect(openDataPage, 303)
  const form =
    best === 'application/ld+json' || best === 'application/json' ? 'application/ld+json' : 'text/turtle'
  const result = showCatalog(form, context, house)
  if (result.kind !== 'stream') return result
  return { ...result, headers: { ...vary, 'content-location': writers[form].url.href() } }
}

async function* writeCatalog(
  snapshot: Snapshot,
  world: HsdsWorld,
  writer: ReturnType<typeof turtleWriter>,
): AsyncGenerator<string> {
  yield writer.write(describeCatalog(world))
  const everything = { filter: readFilter({}, world.taxonomies), found: null }
  // Organisations and areas belong to many services and are described once. There are some thousand at most.
  const described = new Set<string>()
  for await (const pages of streamPages(snapshot, everything)) {
    const parts = pages.flatMap(page => [
      containsService(page.page.id, world.baseUrl),
      ...describeService(page, world).filter(isNew),
    ])
    yield writer.write(parts)
  }
  yield writer.end()

  function isNew({ iri, types }: Description): boolean {
    if (!types.some(type => SHARED.has(type))) return true
    if (described.has(iri)) return false
    described.add(iri)
    return true
  }
}
