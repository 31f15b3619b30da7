import { createHash, createHmac } from 'node:crypto'
import * as z from 'zod'
import { again, job, type Job } from '#platform/jobs/job.ts'
import type { Outside } from '#platform/outside/ask-outside.ts'
import { postOutside } from '#platform/outside/post-outside.ts'
import type { Vault } from '#platform/secrets/vault.ts'
import { endWebhook, findTelling, noteDelivery } from './webhooks.store.ts'

/** As many as a job has by itself: more than four days. */
const LAST_ATTEMPT = 25

/** What others verify (standardwebhooks.com): `webhook-id`, `webhook-timestamp`, `webhook-signature`. */
export function signed(message: string, at: Date, body: string, secret: Buffer): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const signature = createHmac('sha256', secret).update(`${message}.${timestamp}.${body}`).digest('base64')
  return {
    'content-type': 'application/json',
    'user-agent': 'Nettungen',
    'webhook-id': message,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  }
}

/**
 * Tells a webhook of the last change of a service. A change that comes meanwhile takes the place of one not told yet.
 * @param vault null: there are no keys, so no webhook could be registered
 */
export function webhookJobs(parts: { vault: Vault | null; baseUrl: string; outside: Outside }): Job[] {
  return [
    job({
      name: 'catalogue.tell-webhook',
      payload: z.object({ webhook: z.uuid(), service: z.guid() }),
      async run({ tx, payload: { webhook, service }, clock, attempt, signal }) {
        const telling = await findTelling(tx, webhook, service)
        if (telling === null) return
        if (parts.vault === null) return again('no-secret-keys')
        const { kind, changed_at, url } = telling
        const body = JSON.stringify({
          id: service,
          kind,
          changed_at: changed_at.toISOString(),
          links: {
            service: `${parts.baseUrl}/api/hsds/services/${service}`,
            changes: `${parts.baseUrl}/api/changes`,
          },
        })
        const message = `msg_${createHash('sha256').update(`${webhook} ${body}`).digest('base64url').slice(0, 27)}`
        const secret = parts.vault.open(telling.secret, webhook)
        const answer = await postOutside(
          url,
          body,
          signed(message, clock.now(), body, secret),
          parts.outside,
          signal,
        )
        const isTaken = typeof answer === 'number' && answer >= 200 && answer < 300
        const error = isTaken ? null : typeof answer === 'number' ? `http-${answer}` : answer
        await noteDelivery(tx, webhook, { message, service, kind, error })
        if (error === null) return
        if (answer === 410) return endWebhook(tx, webhook, 'gone')
        if (attempt >= LAST_ATTEMPT) return endWebhook(tx, webhook, 'failing')
        return again(error)
      },
    }),
  ]
}
