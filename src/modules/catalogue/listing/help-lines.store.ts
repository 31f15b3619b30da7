import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { many, maybe, sql, type Reader } from '#platform/db/sql.ts'

const HelpLine = z.object({
  service_id: z.string(),
  slug: z.string(),
  name: StoredTextSchema,
  kind: z.enum(['acute', 'crisis', 'talk']),
  /** Null: the owner has given no number; its page says how to get in touch. */
  number: z.string().nullable(),
  label: StoredTextSchema.nullable(),
  hours: StoredTextSchema.nullable(),
  distance: z.number(),
  /** The child protection that a municipality runs itself, which answers in the daytime; not the one shared for evenings and nights. */
  is_child_protection: z.boolean(),
})
export type HelpLine = z.output<typeof HelpLine>

/** Services for help at once that cover a place, with their numbers: nearest first, in each kind. */
export async function listHelpLines(tx: Reader, place: string): Promise<HelpLine[]> {
  return many(
    tx,
    HelpLine,
    sql`select service.id as service_id, service.slug, d.name, service.help_at_once as kind, phone.number, phone.label, phone.hours,
          min(c.distance) as distance,
          d.room_code = 'barnevern' and exists (select from organizations.named_organization owner
            where owner.id = service.owner_id and owner.level = 'municipality' and length(owner.area_code) = 4) as is_child_protection
        from catalogue.service
        join catalogue.search_document d on d.service_id = service.id
        left join catalogue.phone on phone.service_id = service.id and phone.kind = 'voice'
        join catalogue.service_area a on a.service_id = service.id
        join areas.covering(${place}) c on c.area_code = a.area_code
        where service.help_at_once is not null
        group by service.id, d.service_id, phone.id
        order by array_position('{acute,crisis,talk}', service.help_at_once), min(c.distance), d.name->>'nb', phone.position`,
  )
}

const Office = z.object({ phone: z.string().nullable(), website: z.string().nullable() })
export type Office = z.output<typeof Office>

/** How to reach the municipality itself, as far as it has told. */
export async function findOffice(tx: Reader, municipality: string): Promise<Office | null> {
  return maybe(
    tx,
    Office,
    sql`select phone, website from organizations.named_organization
        where level = 'municipality' and area_code = ${municipality} order by organization_number is null, key limit 1`,
  )
}
