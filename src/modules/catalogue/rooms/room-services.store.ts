import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import type { Snapshot } from '#platform/db/snapshot.ts'
import { sql } from '#platform/db/sql.ts'

const RoomService = z.object({
  id: z.string(),
  slug: z.string(),
  name: StoredTextSchema,
  room_code: z.string(),
  owner_name: StoredTextSchema,
  /** In months, as `ageInWords` has them. */
  age_from: z.number().nullable(),
  age_to: z.number().nullable(),
})
/** A published service as it stands in the list of a room. */
export type RoomService = z.output<typeof RoomService>

/**
 * All services of some rooms that cover a place, by name, read little by little.
 * @param rooms codes of national rooms; of none there are no services
 */
export function streamRoomServices(
  snapshot: Snapshot,
  { place, rooms }: { place: string; rooms: readonly string[] },
): AsyncGenerator<RoomService[]> {
  return snapshot.batches(
    RoomService,
    sql`select shown.id, shown.slug, shown.name, shown.room_code, shown.owner_name, shown.age_from, shown.age_to
        from catalogue.published_service shown
        where shown.room_code = any (${[...rooms]}::text[])
          and shown.id in (select coverage.service_id from areas.covering(${place}) covering
            join catalogue.published_coverage coverage on coverage.area_code = covering.area_code)
        order by shown.name->>'nb' collate "nb-x-icu", shown.id`,
  )
}
