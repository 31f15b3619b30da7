import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { exec, many, maybe, sql, value, type Sql, type Tx } from '#platform/db/sql.ts'

export type NewRequest = {
  submission: string
  level: 'voluntary' | 'private'
  name: string
  number: string
  contactName: string
  contactEmail: string
  website: string | null
  purpose: string
  area: string
}

/** Keeps what an organisation asks. The same form sent again changes nothing. */
export async function insertRequest(tx: Tx, asked: NewRequest): Promise<void> {
  // Nobody is logged in and may not read requests, so a conflict cannot be named; the key is random.
  await exec(
    tx,
    sql`insert into organizations.join_request
          (submission, level, name, organization_number, contact_name, contact_email, website, purpose, area_code)
        values (${asked.submission}, ${asked.level}, ${asked.name}, ${asked.number}, ${asked.contactName},
          ${asked.contactEmail}, ${asked.website}, ${asked.purpose}, ${asked.area})
        on conflict do nothing`,
  )
}

/** May this be asked today, or has the form been sent already? Anybody may ask, so not endlessly. */
export function hasRoomForRequest(
  tx: Tx,
  asked: Pick<NewRequest, 'submission' | 'number' | 'contactEmail'>,
): Promise<boolean> {
  return value(
    tx,
    z.boolean(),
    sql`select organizations.has_room_for_request(${asked.submission}, ${asked.number}, ${asked.contactEmail})`,
  )
}

const Request = z.object({
  id: z.string(),
  level: z.enum(['voluntary', 'private']),
  name: z.string(),
  number: z.string(),
  contactName: z.string(),
  contactEmail: z.string(),
  website: z.string().nullable(),
  purpose: z.string(),
  area: z.string(),
  askedOn: z.string(),
  decision: z.enum(['admitted', 'refused']).nullable(),
  decidedOn: z.string().nullable(),
  decidedFor: StoredTextSchema.nullable(),
  reason: z.string().nullable(),
  /** An organisation with its number is here already. */
  known: StoredTextSchema.nullable(),
  /** Another organisation has its name. */
  isNamesake: z.boolean(),
})
export type JoinRequest = z.output<typeof Request>

const requests = (where: Sql): Sql => sql`
  select asked.id, asked.level, asked.name, asked.organization_number as number, asked.contact_name as "contactName",
    asked.contact_email as "contactEmail", asked.website, asked.purpose, asked.area_code as area,
    to_char(asked.asked_at at time zone 'Europe/Oslo', 'YYYY-MM-DD') as "askedOn",
    case when decided.reason is not null then 'refused' when decided.request_id is not null then 'admitted' end as decision,
    to_char(decided.decided_at at time zone 'Europe/Oslo', 'YYYY-MM-DD') as "decidedOn",
    decider.name as "decidedFor", decided.reason, known.name as known,
    exists (select from organizations.organization_text other join organizations.organization on organization.id = other.organization_id
      where lower(other.name) = lower(asked.name)
        and organization.organization_number is distinct from asked.organization_number) as "isNamesake"
  from organizations.join_request asked
  left join organizations.join_decision decided on decided.request_id = asked.id
  left join organizations.named_organization decider on decider.id = decided.organization_id
  left join organizations.named_organization known on known.organization_number = asked.organization_number
  where ${where} order by decided.request_id is null desc, asked.asked_at desc limit 500`

/** Requests that who acts may decide or might have decided: those that wait first of all, the newest first. */
export function listRequests(tx: Tx): Promise<JoinRequest[]> {
  return many(tx, Request, requests(sql`true`))
}

export function findRequest(tx: Tx, id: string): Promise<JoinRequest | null> {
  return maybe(tx, Request, requests(sql`asked.id = ${id}`))
}

/**
 * Admits an organisation on behalf of one's own, with its territory. A new one gets an invitation for its administrator.
 * @returns its id, or null when it is decided already or not for who acts to decide
 */
export function admit(
  tx: Tx,
  request: JoinRequest,
  admitting: string,
  areas: readonly string[],
  invitationHash: Buffer,
): Promise<string | null> {
  return value(
    tx,
    z.string().nullable(),
    sql`select organizations.admit(${request.id}, ${admitting}, ${[...areas]}::text[], ${invitationHash})`,
  )
}

/** Was an invitation made with this link? One that was here already gets none. */
export function isInvited(tx: Tx, invitationHash: Buffer): Promise<boolean> {
  return value(
    tx,
    z.boolean(),
    sql`select exists (select from organizations.invitation where token_hash = ${invitationHash})`,
  )
}

/** @returns false when it is decided already */
export async function refuse(
  tx: Tx,
  request: JoinRequest,
  refusing: string,
  reason: string,
  by: string,
): Promise<boolean> {
  const rows = await exec(
    tx,
    sql`insert into organizations.join_decision (request_id, organization_id, reason, decided_by)
        values (${request.id}, ${refusing}, ${reason}, ${by}) on conflict do nothing`,
  )
  return rows === 1
}

const Admitted = z.object({
  id: z.string(),
  name: StoredTextSchema,
  level: z.string(),
  areas: z.array(z.string()),
  /** Who acts may invite its first administrator: it has none. */
  lacksAdministrator: z.boolean(),
  /** An invitation is on its way. */
  isInvited: z.boolean(),
})
export type Admitted = z.output<typeof Admitted>

/** Organisations that those for which who acts decides have admitted. */
export function listAdmitted(tx: Tx): Promise<Admitted[]> {
  return many(
    tx,
    Admitted,
    sql`select organization.id, organization.name, organization.level,
          (select array_agg(distinct area_code) from organizations.admission
           join organizations.admission_area on admission_id = admission.id
           where admission.organization_id = organization.id) as areas,
          organizations.may_invite(organization.id, null) as "lacksAdministrator",
          exists (select from organizations.invitation sent
            where sent.organization_id = organization.id and sent.expires_at > now()
              and not exists (select from organizations.invitation_end where invitation_id = sent.id)) as "isInvited"
        from organizations.named_organization organization
        where organization.id in (
          select organization_id from organizations.admission
          where admitted_by_organization = any ((select organizations.reach('{coordinator,administrator}'))::uuid[]))
        order by organization.name ->> 'nb' collate "und-x-icu"`,
  )
}

/** Deletes what is over: requests half a year after the answer, invitations ninety days. @param day `YYYY-MM-DD` */
export async function forgetJoining(tx: Tx, day: string): Promise<void> {
  await exec(tx, sql`select organizations.forget_joining(${day}::date)`)
}
