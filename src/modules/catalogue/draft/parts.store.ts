import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { many, sql, type Reader } from '#platform/db/sql.ts'

const PartyRow = z.object({
  organization: z.string(),
  unit: z.string().nullable(),
  name: StoredTextSchema,
  unit_name: StoredTextSchema.nullable(),
  number: z.string().nullable(),
})
/** An organisation, or a unit of it, as a form names who delivers and who pays. */
export type Party = z.output<typeof PartyRow>

/** As many as a list of suggestions can be read. */
const MOST = 400

/**
 * Organisations that a draft can name: those it names already, those that were written by name or number, and those of the same
 * places. Of its own organisation the units too.
 * @param draft.territory codes of the owner's areas
 * @param draft.named organisations and units by their keys
 * @param draft.typed what was written in the form
 */
export function listParties(
  tx: Reader,
  draft: {
    ownerId: string
    territory: readonly string[]
    named: readonly string[]
    typed: readonly string[]
  },
): Promise<Party[]> {
  const words = draft.typed.map(text => text.trim().toLowerCase().replace(/\s+/g, ' '))
  const numbers = draft.typed.map(text => text.replace(/\s/g, '')).filter(text => /^[0-9]{9}$/.test(text))
  return many(
    tx,
    PartyRow,
    sql`with around as (
          select descendant_code as code from areas.closure where ancestor_code = any(${[...draft.territory]}::text[])
          union select ancestor_code from areas.closure where descendant_code = any(${[...draft.territory]}::text[])
        ),
        listed as (
          (select id from organizations.named_organization
           where id = ${draft.ownerId} or key = any(${[...draft.named]}::text[]) or organization_number = any(${numbers}::text[])
             or array[lower(name->>'nb'), lower(name->>'nn'), lower(name->>'en')] && ${words}::text[])
          union
          (select id from organizations.named_organization where area_code in (select code from around) order by key limit ${MOST})
        )
        select key as organization, null as unit, name, null::jsonb as unit_name, organization_number as number
        from organizations.named_organization where id in (select id from listed)
        union all
        select owner.key, unit.key, owner.name, unit.name, null from organizations.named_unit unit
        join organizations.named_organization owner on owner.id = unit.organization_id
        where unit.key = any(${[...draft.named]}::text[])
          or owner.id = ${draft.ownerId} and unit.id in (select id from organizations.open_unit)
        order by organization, unit nulls first`,
  )
}
