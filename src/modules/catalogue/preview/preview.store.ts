import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { many, sql, type Reader } from '#platform/db/sql.ts'

const Named = z.object({
  key: z.string(),
  name: StoredTextSchema,
  level: z.string(),
  area_code: z.string().nullable(),
  website: z.string().nullable(),
  phone: z.string().nullable(),
})
export type NamedOrganization = z.output<typeof Named>

const NamedUnitRow = z.object({ key: z.string(), name: StoredTextSchema, phone: z.string().nullable() })
export type NamedUnit = z.output<typeof NamedUnitRow>

/** Organisations and units by their keys; those that are not there are left out. */
export async function listNamed(
  tx: Reader,
  organizations: string[],
  units: string[],
): Promise<{ organizations: NamedOrganization[]; units: NamedUnit[] }> {
  return {
    organizations: await many(
      tx,
      Named,
      sql`select key, name, level, area_code, website, phone from organizations.named_organization
          where key = any(${organizations}::text[])`,
    ),
    units: await many(
      tx,
      NamedUnitRow,
      sql`select key, name, phone from organizations.named_unit where key = any(${units}::text[])`,
    ),
  }
}
