import * as z from 'zod'
import { text, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import { Service, ServiceArea } from '../hsds/hsds.schema.ts'
import { jsonAnswer, openCaching } from '../paging/paging.ts'
import { urls } from '../urls.ts'
import { partNames, type ProfilePartParams } from './profile.schema.ts'

type PartName = (typeof partNames)[number]
type PartContext = Context<'GET', typeof ProfilePartParams, undefined, undefined>

/** What we answer with, and which of its fields HSDS does not know. */
const parts: Record<PartName, { schema: z.ZodObject; ours: readonly string[] }> = {
  'service.json': { schema: Service, ours: ['help_level', 'room', 'confirmed_until'] },
  'service_area.json': { schema: ServiceArea, ours: ['area_code', 'area_kind'] },
}

/** GET /api/profile: what we add to HSDS, and where it stands. */
export function showProfile({ baseUrl }: Context<'GET', undefined, undefined, undefined>): Result {
  return jsonAnswer({
    name: 'Nettungen',
    version: '1.0',
    extends: 'HSDS 3.2',
    description:
      'Services for children, young people and families in Norway: the level of help, the area of responsibility, how long a confirmation holds, and coverage by the numbers of municipalities and counties.',
    parts: partNames.map(name => ({
      name,
      patch: baseUrl + urls.profilePatch.href({ name }),
      schema: baseUrl + urls.profileSchema.href({ name }),
    })),
  })
}

/** GET /api/profile/patches/{name}: a JSON Merge Patch (RFC 7396) for the schema of the same name in HSDS. */
export function showProfilePatch({ input }: PartContext): Result {
  return text('application/merge-patch+json', JSON.stringify(profilePatch(input.params.name)), openCaching)
}

/** GET /api/profile/schemas/{name}: the schema of our answers. */
export function showProfileSchema({ input, baseUrl }: PartContext): Result {
  const { name } = input.params
  const schema = { $id: baseUrl + urls.profileSchema.href({ name }), ...jsonSchemaOf(name) }
  return text('application/schema+json', JSON.stringify(schema), openCaching)
}

/** The fields we add, as a patch for HSDS's own schema. */
export function profilePatch(name: PartName): object {
  const { ours } = parts[name]
  const { properties, required } = jsonSchemaOf(name)
  const added = Object.entries(properties ?? {}).filter(([key]) => ours.includes(key))
  const base = name === 'service.json' ? ['id', 'name', 'status'] : ['id']
  return {
    properties: Object.fromEntries(added.map(([key, value]) => [key, { name: key, ...(value as object) }])),
    required: [...base, ...(required ?? []).filter(key => ours.includes(key))],
  }
}

/** As an object of its own: by its name it would be no more than a reference. */
function jsonSchemaOf(name: PartName) {
  return z.toJSONSchema(z.strictObject(parts[name].schema.shape))
}
