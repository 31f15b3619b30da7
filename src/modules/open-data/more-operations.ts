import * as z from 'zod'
import { ChangesPage, ChangesQuery } from './changes/changes.schema.ts'
import { showChanges } from './changes/changes.ts'
import { showCatalog, showCatalogAsAccepted } from './cpsv/cpsv.ts'
import { CsvQuery, showCsv } from './csv/csv.ts'
import type { OpenData } from './open-data.ts'
import { operation, type Operation } from './operation.ts'
import { Profile, ProfilePartParams } from './profile/profile.schema.ts'
import { showProfile, showProfilePatch, showProfileSchema } from './profile/profile.ts'
import { summaries } from './summaries.ts'
import { urls } from './urls.ts'

const AnySchema = z.looseObject({}).meta({ id: 'AnyObject', description: 'A JSON object' })

/** What there is beside HSDS: changes, exports, the profile. */
export function moreOperations(house: OpenData): Operation[] {
  const group = 'more'
  return [
    operation({
      group,
      name: 'listChanges',
      path: urls.changes.template,
      kept: false,
      query: ChangesQuery,
      answers: { 'application/json': { schema: ChangesPage } },
      summary: summaries.changes,
      example: '/api/changes?limit=5',
      handle: showChanges,
    }),
    operation({
      group,
      name: 'getCsv',
      path: urls.csv.template,
      query: CsvQuery,
      answers: { 'text/csv': { description: 'UTF-8 with a byte order mark, semicolons between' } },
      summary: summaries.csv,
      example: '/apne-data/tilbud.csv?area=3228',
      handle: c => showCsv(c, house),
    }),
    operation({
      group,
      name: 'getCatalog',
      path: urls.catalog.template,
      answers: { 'text/turtle': {}, 'application/ld+json': {} },
      summary: summaries.catalog,
      example: '/apne-data/katalog',
      handle: c => showCatalogAsAccepted(c, house),
    }),
    operation({
      group,
      name: 'getCatalogAsTurtle',
      path: urls.turtle.template,
      answers: { 'text/turtle': {} },
      summary: summaries.turtle,
      example: '/apne-data/katalog.ttl',
      handle: c => showCatalog('text/turtle', c, house),
    }),
    operation({
      group,
      name: 'getCatalogAsJsonLd',
      path: urls.jsonld.template,
      answers: { 'application/ld+json': {} },
      summary: summaries.jsonld,
      example: '/apne-data/katalog.jsonld',
      handle: c => showCatalog('application/ld+json', c, house),
    }),
    operation({
      group,
      name: 'getProfile',
      path: urls.profile.template,
      answers: { 'application/json': { schema: Profile } },
      summary: summaries.profile,
      example: '/api/profile',
      handle: showProfile,
    }),
    operation({
      group,
      name: 'getProfilePatch',
      path: urls.profilePatch.template,
      params: ProfilePartParams,
      answers: { 'application/merge-patch+json': { schema: AnySchema } },
      summary: summaries.profilePatch,
      example: '/api/profile/patches/service.json',
      handle: showProfilePatch,
    }),
    operation({
      group,
      name: 'getProfileSchema',
      path: urls.profileSchema.template,
      params: ProfilePartParams,
      answers: { 'application/schema+json': { schema: AnySchema } },
      summary: summaries.profileSchema,
      example: '/api/profile/schemas/service.json',
      handle: showProfileSchema,
    }),
  ]
}
