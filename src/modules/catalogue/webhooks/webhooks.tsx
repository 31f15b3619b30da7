import { randomBytes } from 'node:crypto'
import * as z from 'zod'
import type { Actor } from '#platform/auth/actor.ts'
import type { AdministrationDoor } from '#platform/auth/work-link.ts'
import type { Tx } from '#platform/db/sql.ts'
import { LONGEST_FORM, uuid } from '#platform/http/input.ts'
import { invalid, notFound, page, redirect, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import { pageLocaleOf } from '#platform/i18n/locale.tsx'
import type { Language } from '#platform/i18n/language.ts'
import type { Vault } from '#platform/secrets/vault.ts'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import type { manageWebhooks } from './webhooks.policy.ts'
import {
  hasRoom,
  insertWebhook,
  listDeliveries,
  listOrganizations,
  listWebhooks,
  newWebhookId,
  removeWebhook,
} from './webhooks.store.ts'
import { WebhooksPage, type WebhooksProps } from './webhooks.view.tsx'

export const WebhookForm = z.object({
  adresse: z.string().max(LONGEST_FORM).default(''),
  organisasjon: z.string().max(100).default(''),
})
export const WebhookParams = z.object({ id: uuid })
/** A button and nothing else. */
export const RemovalForm = z.object({})

type Managing = typeof manageWebhooks

/** For administrators of a whole organisation: one of a unit has none here. */
export const webhooksDoor: AdministrationDoor = {
  label: messages.door,
  path: urls.webhooks.href(),
  isOpen: (_tx, actor) => actor.roles.some(({ role, unitId }) => role === 'administrator' && unitId === null),
}

export async function showWebhooks(
  { tx, actor, language }: Context<'GET', undefined, undefined, undefined, Managing>,
  vault: Vault | null,
): Promise<Result> {
  const props = await propsOf(tx, actor, vault)
  // One whose role is for a unit only has none here.
  if (props.organizations.length === 0) return notFound()
  return page(headOf(language), <WebhooksPage {...props} />)
}

/** The answer is the page itself and no redirect: the secret is shown this once, and kept nowhere in the open. */
export async function registerWebhook(
  { tx, actor, input, language }: Context<'POST', undefined, undefined, typeof WebhookForm, Managing>,
  vault: Vault | null,
): Promise<Result> {
  const before = await propsOf(tx, actor, vault)
  if (before.organizations.length === 0 || vault === null) return notFound()
  const { text } = pageLocaleOf(language)
  const url = addressOf(input.body.adresse)
  const organization = before.organizations.find(({ id }) => id === input.body.organisasjon)
  const filled = { url: input.body.adresse, organization: input.body.organisasjon }
  const again = (errors: WebhooksProps['errors']) =>
    invalid(headOf(language), <WebhooksPage {...before} filled={filled} {...(errors && { errors })} />)
  if (!url || !organization) {
    return again({
      ...(!url && { url: text(messages.badAddress) }),
      ...(!organization && { organization: text(messages.badOrganization) }),
    })
  }
  if (!(await hasRoom(tx, organization.id))) return again({ organization: text(messages.full) })
  const secret = randomBytes(32)
  const id = await newWebhookId(tx)
  const hook = {
    id,
    url,
    organizationId: organization.id,
    personId: actor.personId,
    secret: vault.seal(secret, id),
  }
  if (!(await insertWebhook(tx, hook))) return again({ url: text(messages.known) })
  const props = await propsOf(tx, actor, vault)
  return page(headOf(language), <WebhooksPage {...props} secret={`whsec_${secret.toString('base64')}`} />)
}

export async function removeOneWebhook({
  tx,
  input,
}: Context<'POST', typeof WebhookParams, undefined, typeof RemovalForm, Managing>): Promise<Result> {
  if (!(await removeWebhook(tx, input.params.id))) return notFound()
  return redirect(urls.webhooks.href())
}

async function propsOf(tx: Tx, actor: Actor, vault: Vault | null): Promise<WebhooksProps> {
  const ids = actor.roles
    .filter(({ role, unitId }) => role === 'administrator' && unitId === null)
    .map(({ organizationId }) => organizationId)
  return {
    organizations: await listOrganizations(tx, ids),
    webhooks: await listWebhooks(tx),
    deliveries: await listDeliveries(tx),
    isPossible: vault !== null,
  }
}

function headOf(language: Language) {
  return { title: pageLocaleOf(language).text(messages.title), path: urls.webhooks.href(), indexed: false }
}

/** An https address as a browser would write it. Where its name leads is looked at each time something is sent there. */
function addressOf(given: string): string | null {
  const url = URL.parse(given.trim())
  const isFine = url?.protocol === 'https:' && !url.username && !url.password && url.href.length <= 500
  return isFine ? url.href : null
}
