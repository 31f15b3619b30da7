import * as z from 'zod'
import { exec, many, maybe, oneAtATime, sql, value, type Tx } from '#platform/db/sql.ts'

// ---------------------------------------------------------------- as an administrator

const Webhook = z.object({
  id: z.uuid(),
  url: z.string(),
  organization: z.record(z.string(), z.string()),
  created_at: z.date(),
  ended_why: z.enum(['removed', 'failing', 'gone']).nullable(),
})
export type Webhook = z.infer<typeof Webhook>

/** Those that are told, and those that were given up; not those that somebody removed. */
export function listWebhooks(tx: Tx): Promise<Webhook[]> {
  return many(
    tx,
    Webhook,
    sql`select webhook.id, webhook.url, organization.name as organization, webhook.created_at, ended_why
        from catalogue.webhook join organizations.named_organization organization on organization.id = organization_id
        where ended_why is distinct from 'removed' order by webhook.created_at desc`,
  )
}

const Delivery = z.object({
  webhook_id: z.uuid(),
  service_id: z.uuid(),
  kind: z.enum(['published', 'withdrawn']),
  attempts: z.number(),
  tried_at: z.date(),
  delivered_at: z.date().nullable(),
  error: z.string().nullable(),
})
export type Delivery = z.infer<typeof Delivery>

export function listDeliveries(tx: Tx): Promise<Delivery[]> {
  return many(
    tx,
    Delivery,
    sql`select webhook_id, service_id, kind, attempts, tried_at, delivered_at, error from catalogue.webhook_delivery
        order by tried_at desc limit 50`,
  )
}

const Organization = z.object({ id: z.uuid(), name: z.record(z.string(), z.string()) })
export type Organization = z.infer<typeof Organization>

export function listOrganizations(tx: Tx, ids: string[]): Promise<Organization[]> {
  return many(
    tx,
    Organization,
    sql`select id, name from organizations.named_organization where id = any (${ids}::uuid[]) order by key`,
  )
}

export function newWebhookId(tx: Tx): Promise<string> {
  return value(tx, z.uuid(), sql`select platform.new_id()`)
}

/** May the organisation have one more? Two who register at once wait for each other. */
export async function hasRoom(tx: Tx, organizationId: string): Promise<boolean> {
  await oneAtATime(tx, `catalogue.webhook ${organizationId}`)
  return value(tx, z.boolean(), sql`select catalogue.has_room_for_webhook(${organizationId})`)
}

/** False: the organisation has one with that address. */
export async function insertWebhook(
  tx: Tx,
  hook: { id: string; organizationId: string; url: string; secret: Buffer; personId: string },
): Promise<boolean> {
  const inserted = await exec(
    tx,
    sql`insert into catalogue.webhook (id, organization_id, url, secret, created_by)
        values (${hook.id}, ${hook.organizationId}, ${hook.url}, ${hook.secret}, ${hook.personId}) on conflict do nothing`,
  )
  return inserted === 1
}

export async function removeWebhook(tx: Tx, id: string): Promise<boolean> {
  const removed = await exec(
    tx,
    sql`update catalogue.webhook set ended_at = now(), ended_why = 'removed'
        where id = ${id} and ended_why is distinct from 'removed'`,
  )
  return removed === 1
}

// ---------------------------------------------------------------- as the worker

const Telling = z.object({
  url: z.string(),
  secret: z.instanceof(Buffer),
  kind: z.enum(['published', 'withdrawn']),
  changed_at: z.date(),
})

/** What is to be told. Null: the webhook has ended. */
export function findTelling(
  tx: Tx,
  webhook: string,
  service: string,
): Promise<z.infer<typeof Telling> | null> {
  return maybe(
    tx,
    Telling,
    sql`select url, secret, kind, changed_at from catalogue.webhook cross join catalogue.service_change
        where webhook.id = ${webhook} and ended_at is null and service_id = ${service}`,
  )
}

export async function noteDelivery(
  tx: Tx,
  webhook: string,
  told: { message: string; service: string; kind: string; error: string | null },
): Promise<void> {
  const isDelivered = told.error === null
  await exec(
    tx,
    sql`insert into catalogue.webhook_delivery (webhook_id, message, service_id, kind, delivered_at, error)
        values (${webhook}, ${told.message}, ${told.service}, ${told.kind},
          case when ${isDelivered}::boolean then now() end, ${told.error})
        on conflict (webhook_id, message) do update
        set attempts = webhook_delivery.attempts + 1, tried_at = now(), delivered_at = excluded.delivered_at, error = excluded.error`,
  )
}

/** It is told no more: `gone`, it said so itself; `failing`, when it has taken nothing for days. */
export async function endWebhook(tx: Tx, webhook: string, why: 'gone' | 'failing'): Promise<void> {
  const isGone = why === 'gone'
  await exec(
    tx,
    sql`update catalogue.webhook set ended_at = now(), ended_why = ${why}
        where id = ${webhook} and ended_at is null and (${isGone}::boolean or not exists (
          select from catalogue.webhook_delivery
          where webhook_id = webhook.id and delivered_at > now() - interval '3 days'))`,
  )
}
