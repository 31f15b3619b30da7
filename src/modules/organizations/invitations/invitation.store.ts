import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { exec, oneAtATime, many, maybe, sql, value, type Tx } from '#platform/db/sql.ts'
import { roles } from '../rules.ts'

const Waiting = z.object({
  id: z.string(),
  email: z.string(),
  roles: z.array(z.enum(roles)),
  unit: StoredTextSchema.nullable(),
  invitedOn: z.string(),
  /** The last day on which it can be accepted. */
  expiresOn: z.string(),
  isExpired: z.boolean(),
})
export type WaitingInvitation = z.output<typeof Waiting>

/** Invitations that nobody has accepted or withdrawn, the newest first. */
export function listWaiting(tx: Tx, organizationId: string): Promise<WaitingInvitation[]> {
  return many(
    tx,
    Waiting,
    sql`select sent.id, sent.email, sent.roles, unit.name as unit,
          to_char(sent.invited_at at time zone 'Europe/Oslo', 'YYYY-MM-DD') as "invitedOn",
          to_char(sent.expires_at at time zone 'Europe/Oslo', 'YYYY-MM-DD') as "expiresOn",
          sent.expires_at <= now() as "isExpired"
        from organizations.invitation sent left join organizations.named_unit unit on unit.id = sent.unit_id
        where sent.organization_id = ${organizationId}
          and not exists (select from organizations.invitation_end where invitation_id = sent.id)
        order by sent.invited_at desc`,
  )
}

type NewInvitation = {
  organizationId: string
  unitId: string | null
  roles: readonly string[]
  email: string
  validTo: string | null
  submission: string
}

/** Writes an invitation. @throws when the form was used for another */
export async function insertInvitation(
  tx: Tx,
  given: NewInvitation,
  hash: Buffer,
  by: string,
): Promise<void> {
  await exec(
    tx,
    sql`insert into organizations.invitation
          (organization_id, unit_id, roles, email, token_hash, submission, valid_to, invited_by)
        values (${given.organizationId}, ${given.unitId}, ${[...given.roles]}::text[], ${given.email}, ${hash},
          ${given.submission}, ${given.validTo}, ${by})`,
  )
}

/** May one more be sent to this address today, by all together and by this organisation? */
export function hasRoomForInvitation(tx: Tx, organizationId: string, email: string): Promise<boolean> {
  return value(
    tx,
    z.boolean(),
    sql`select organizations.has_room_for_invitation(${organizationId}, ${email})`,
  )
}

/** Has she sent this form before, to the same person? Waits for the same form that is on its way. */
export async function isSent(
  tx: Tx,
  { organizationId, email, submission }: Pick<NewInvitation, 'organizationId' | 'email' | 'submission'>,
  by: string,
): Promise<boolean> {
  await oneAtATime(tx, `organizations.invitation ${submission}`)
  return value(
    tx,
    z.boolean(),
    sql`select exists (select from organizations.invitation where submission = ${submission}
          and organization_id = ${organizationId} and email = ${email} and invited_by = ${by})`,
  )
}

/** May who acts invite there? */
export function mayInvite(tx: Tx, organizationId: string, unitId: string | null): Promise<boolean> {
  return value(tx, z.boolean(), sql`select organizations.may_invite(${organizationId}, ${unitId})`)
}

/** Withdraws an invitation that who acts may see. @returns the organisation, or null when there was none */
export async function withdrawInvitation(tx: Tx, id: string, by: string): Promise<string | null> {
  const found = await maybe(
    tx,
    z.object({ organizationId: z.string() }),
    sql`select organization_id as "organizationId" from organizations.invitation where id = ${id}`,
  )
  if (!found) return null
  await exec(
    tx,
    sql`insert into organizations.invitation_end (invitation_id, accepted, ended_by) values (${id}, false, ${by})
        on conflict do nothing`,
  )
  return found.organizationId
}

const Shown = z.object({
  id: z.string(),
  organization: StoredTextSchema,
  unit: StoredTextSchema.nullable(),
  roles: z.array(z.enum(roles)),
  email: z.string(),
  validTo: z.string().nullable(),
  isOwn: z.boolean(),
  state: z.enum(['open', 'accepted', 'withdrawn', 'expired', 'void', 'for-employees']),
})
export type ShownInvitation = z.output<typeof Shown>

/** What an invitation says to who has its link. */
export function findShown(tx: Tx, hash: Buffer): Promise<ShownInvitation | null> {
  return maybe(
    tx,
    Shown,
    sql`select shown.id, organization.name as organization, unit.name as unit, shown.roles, shown.email,
          to_char(shown.valid_to, 'YYYY-MM-DD') as "validTo", shown.is_own as "isOwn", shown.state
        from organizations.shown_invitation(${hash}) shown
        join organizations.named_organization organization on organization.id = shown.organization_id
        left join organizations.named_unit unit on unit.id = shown.unit_id`,
  )
}

/** Ties the roles to who acts. @returns the organisation, or null when there was nothing to accept */
export function acceptInvitation(tx: Tx, hash: Buffer): Promise<string | null> {
  return value(tx, z.string().nullable(), sql`select organizations.accept_invitation(${hash})`)
}
