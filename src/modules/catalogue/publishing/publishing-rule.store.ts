import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { exec, many, sql, type Reader, type Tx } from '#platform/db/sql.ts'

const Rule = z.object({ organization_id: z.string(), name: StoredTextSchema, two_persons: z.boolean() })
export type PublishingRule = z.output<typeof Rule>

/** The rule of each organisation that who acts administers as a whole. */
export function listPublishingRules(tx: Reader): Promise<PublishingRule[]> {
  return many(
    tx,
    Rule,
    sql`select id as organization_id, name, catalogue.needs_two_persons(id) as two_persons
        from organizations.named_organization
        where id = any ((select organizations.reach('{administrator}'))::uuid[]) order by key`,
  )
}

/** @throws when who acts is not its administrator */
export async function insertPublishingRule(
  tx: Tx,
  organizationId: string,
  twoPersons: boolean,
  personId: string,
): Promise<void> {
  await exec(
    tx,
    sql`insert into catalogue.publishing_rule (organization_id, two_persons, set_by)
        values (${organizationId}, ${twoPersons}, ${personId})`,
  )
}
