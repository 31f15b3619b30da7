import { randomUUID } from 'node:crypto'
import type { Actor } from '#platform/auth/actor.ts'
import { hashOfToken, newToken } from '#platform/auth/session-token.ts'
import { today } from '#platform/clock.ts'
import type { Tx } from '#platform/db/sql.ts'
import { invalid, notFound, page, redirect, type PageHead, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import type { Language } from '#platform/i18n/language.ts'
import { pageLocaleOf } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import { messages as administrationMessages } from '../administration/messages.ts'
import { findHouse, findMyEmail, listUnits, type House } from '../directory/house.store.ts'
import { seeRoles, type invite } from '../policy.ts'
import { isDay } from '../roles/role-period.ts'
import type { EmptyForm, IdParams } from '../roles/role.schema.ts'
import { isEmail, roles } from '../rules.ts'
import { unitTree } from '../units/unit-tree.ts'
import { urls, WORK_DESK } from '../urls.ts'
import type { InvitationForm, TokenParams } from './invitation.schema.ts'
import {
  acceptInvitation,
  findShown,
  hasRoomForInvitation,
  insertInvitation,
  isSent,
  mayInvite,
  withdrawInvitation,
} from './invitation.store.ts'
import { InvitationPage, InvitePage } from './invitation.view.tsx'
import { mailInvitation } from './mail-invitation.ts'
import { messages } from './messages.ts'

/** The form that invites a person. */
export async function showInvite({
  tx,
  input,
  language,
}: Context<'GET', typeof IdParams, undefined, undefined, typeof invite>): Promise<Result> {
  const place = await look(tx, input.params.id)
  if (!place) return notFound()
  const head = headOf(place.house, language)
  return page(
    head,
    <InvitePage {...place} title={head.title} submission={randomUUID()} values={{}} errors={{}} />,
  )
}

/** Sends an invitation. */
export async function sendInvitation({
  tx,
  input,
  language,
  clock,
  actor,
  baseUrl,
}: Context<'POST', typeof IdParams, undefined, typeof InvitationForm, typeof invite>): Promise<Result> {
  const place = await look(tx, input.params.id)
  if (!place) return notFound()
  const { house } = place
  const form = input.body
  const sent = { organizationId: house.id, email: form.epost, submission: form.submission }
  if (await isSent(tx, sent, actor.personId)) return redirect(homeOf(house.id, actor))
  const errors = faultsOf(form, place, today(clock))
  if (!errors.epost && !(await hasRoomForInvitation(tx, house.id, form.epost)))
    errors.epost = messages.tooMany
  if (Object.keys(errors).length > 0) {
    const head = headOf(house, language)
    return invalid(
      head,
      <InvitePage {...place} title={head.title} submission={form.submission} values={form} errors={errors} />,
    )
  }
  const token = newToken()
  const given = {
    organizationId: house.id,
    unitId: form.enhet === '' ? null : form.enhet,
    roles: form.roller,
    email: form.epost,
    validTo: form.til === '' ? null : form.til,
    submission: form.submission,
  }
  await insertInvitation(tx, given, hashOf(token), actor.personId)
  await mailInvitation(tx, { to: form.epost, organization: house.name, token, language, baseUrl })
  return redirect(homeOf(house.id, actor))
}

export type InvitationErrors = Partial<Record<'epost' | 'roller' | 'enhet' | 'til', Message>>

function faultsOf(form: InvitationForm, { whole, units }: Place, day: string): InvitationErrors {
  const errors: InvitationErrors = {}
  if (!isEmail(form.epost)) errors.epost = messages.badEmail
  if (form.roller.length === 0 || !form.roller.every(given => roles.some(role => role === given)))
    errors.roller = messages.chooseRoles
  if (form.enhet === '' ? !whole : !units.some(unit => unit.id === form.enhet))
    errors.enhet = messages.choosePlace
  if (form.til !== '' && !isDay(form.til)) errors.til = messages.badDay
  else if (form.til !== '' && form.til < day) errors.til = messages.pastDay
  return errors
}

/** Takes an invitation back. */
export async function withdraw({
  tx,
  input,
  actor,
}: Context<'POST', typeof IdParams, undefined, typeof EmptyForm, typeof invite>): Promise<Result> {
  const organizationId = await withdrawInvitation(tx, input.params.id, actor.personId)
  if (organizationId === null) return notFound()
  return redirect(homeOf(organizationId, actor))
}

/** What somebody is invited to. Only with the link, and logged in. */
export async function showInvitation({
  tx,
  input,
  language,
  actor,
}: Context<'GET', typeof TokenParams, undefined, undefined, 'person'>): Promise<Result> {
  const shown = await findShown(tx, hashOf(input.params.token))
  if (!shown) return notFound()
  const { text, localText } = pageLocaleOf(language)
  const title = text(messages.shownTitle, { name: localText(shown.organization) })
  return page(
    { title, path: urls.invitation.href(input.params), indexed: false },
    <InvitationPage
      title={title}
      shown={shown}
      token={input.params.token}
      name={actor.name}
      email={await findMyEmail(tx, actor.personId)}
    />,
  )
}

/** Takes the roles, once. What cannot be accepted says why. */
export async function accept({
  tx,
  input,
}: Context<'POST', typeof TokenParams, undefined, typeof EmptyForm, 'person'>): Promise<Result> {
  const accepted = await acceptInvitation(tx, hashOf(input.params.token))
  return redirect(accepted === null ? urls.invitation.href(input.params) : WORK_DESK)
}

type Place = Exclude<Awaited<ReturnType<typeof look>>, null>

async function look(tx: Tx, id: string) {
  const house = await findHouse(tx, id)
  if (!house) return null
  const whole = await mayInvite(tx, id, null)
  const units = unitTree(await listUnits(tx, id)).filter(unit => unit.isMine)
  return whole || units.length > 0 ? { house, whole, units } : null
}

/** Where who acts sees the invitation: among the roles, or where she admitted the organisation. */
function homeOf(organizationId: string, actor: Actor): string {
  const sees = actor.roles.some(
    held => held.organizationId === organizationId && seeRoles.roles.includes(held.role),
  )
  return sees ? urls.organization.href({ id: organizationId }) : urls.requests.href()
}

function hashOf(token: string): Buffer {
  const hash = hashOfToken(token)
  if (!hash) throw new Error('A token has 43 signs')
  return hash
}

function headOf(house: House, language: Language): PageHead {
  const { text, localText } = pageLocaleOf(language)
  return {
    title: text(messages.newTitle, { name: localText(house.name) }),
    path: urls.newInvitation.href({ id: house.id }),
    crumbs: [{ label: text(administrationMessages.title), path: urls.administration.href() }],
    indexed: false,
  }
}
