import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { exec, many, maybe, oneAtATime, sql, type Sql, type Tx } from '#platform/db/sql.ts'

const Agreement = z.object({
  id: z.string(),
  offeredBy: z.string(),
  offeredTo: z.string(),
  offering: StoredTextSchema,
  offered: StoredTextSchema,
  terms: z.string().nullable(),
  offeredOn: z.string(),
  acceptedOn: z.string().nullable(),
  endedOn: z.string().nullable(),
})
export type Agreement = z.output<typeof Agreement>

const agreements = (where: Sql): Sql => sql`
  select agreement.id, agreement.offered_by as "offeredBy", agreement.offered_to as "offeredTo",
    offering.name as offering, offered.name as offered, agreement.terms,
    to_char(agreement.offered_at at time zone 'Europe/Oslo', 'YYYY-MM-DD') as "offeredOn",
    to_char(acceptance.accepted_at at time zone 'Europe/Oslo', 'YYYY-MM-DD') as "acceptedOn",
    to_char(ended.ended_at at time zone 'Europe/Oslo', 'YYYY-MM-DD') as "endedOn"
  from organizations.agreement
  join organizations.named_organization offering on offering.id = agreement.offered_by
  join organizations.named_organization offered on offered.id = agreement.offered_to
  left join organizations.agreement_acceptance acceptance on acceptance.agreement_id = agreement.id
  left join organizations.agreement_end ended on ended.agreement_id = agreement.id
  where ${where} order by agreement.offered_at desc`

/** The agreements of the municipalities where who acts works, the newest first. */
export function listAgreements(tx: Tx): Promise<Agreement[]> {
  return many(tx, Agreement, agreements(sql`true`))
}

export function findAgreement(tx: Tx, id: string): Promise<Agreement | null> {
  return maybe(tx, Agreement, agreements(sql`agreement.id = ${id}`))
}

/** Offers between the same two wait for each other: of two the same, one would hold on when the other is ended. */
export async function waitForOffers(tx: Tx, one: string, other: string): Promise<void> {
  await oneAtATime(tx, `organizations.agreement ${[one, other].toSorted().join(' ')}`)
}

export async function insertAgreement(
  tx: Tx,
  { from, to, terms, by }: { from: string; to: string; terms: string | null; by: string },
): Promise<void> {
  await exec(
    tx,
    sql`insert into organizations.agreement (offered_by, offered_to, terms, offered_by_person)
        values (${from}, ${to}, ${terms}, ${by})`,
  )
}

export async function acceptAgreement(tx: Tx, agreement: Agreement, by: string): Promise<void> {
  await exec(
    tx,
    sql`insert into organizations.agreement_acceptance (agreement_id, accepted_by) values (${agreement.id}, ${by})
        on conflict do nothing`,
  )
}

/** Withdraws an offer, declines one, or ends what was agreed. */
export async function endAgreement(tx: Tx, agreement: Agreement, by: string): Promise<void> {
  await exec(
    tx,
    sql`insert into organizations.agreement_end (agreement_id, ended_by) values (${agreement.id}, ${by})
        on conflict do nothing`,
  )
}
