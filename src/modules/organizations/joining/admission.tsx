import type { Geography } from '#modules/areas/index.ts'
import { hashOfToken, newToken } from '#platform/auth/session-token.ts'
import type { Tx } from '#platform/db/sql.ts'
import { invalid, notFound, page, redirect, type PageHead, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import type { Language } from '#platform/i18n/language.ts'
import { pageLocaleOf } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import { messages as administrationMessages } from '../administration/messages.ts'
import { listWholeHouses, type House } from '../directory/house.store.ts'
import { mailInvitation } from '../invitations/mail-invitation.ts'
import { admitOrganizations } from '../policy.ts'
import type { IdParams } from '../roles/role.schema.ts'
import { admits } from '../rules.ts'
import { urls } from '../urls.ts'
import { RequestPage, RequestsPage, type RequestPageProps } from './admission.view.tsx'
import type { AdmitForm, RefuseForm, RequestsQuery } from './joining.schema.ts'
import { admit, findRequest, isInvited, listAdmitted, listRequests, refuse } from './joining.store.ts'
import { mailRefusal } from './mail-refusal.ts'
import { messages } from './messages.ts'

type Writing<B> = Context<'POST', typeof IdParams, undefined, B, typeof admitOrganizations>

/** Who asks to come in, and who has been admitted. */
export async function showRequests(
  {
    tx,
    input,
    language,
  }: Context<'GET', undefined, typeof RequestsQuery, undefined, typeof admitOrganizations>,
  geography: Geography,
): Promise<Result> {
  const head = requestsHead(language)
  const requests = await listRequests(tx)
  return page(
    head,
    <RequestsPage
      title={head.title}
      geography={geography}
      waiting={requests.filter(request => request.decision === null)}
      decided={requests.filter(request => request.decision !== null)}
      admitted={await listAdmitted(tx)}
      answered={requests.find(({ id, decision }) => id === input.query.svart && decision !== null) ?? null}
    />,
  )
}

/** One request, with both answers. */
export async function showRequest(
  { tx, input, language }: Context<'GET', typeof IdParams, undefined, undefined, typeof admitOrganizations>,
  geography: Geography,
): Promise<Result> {
  const shown = await look(tx, input.params.id, geography)
  return shown ? page(headOf(shown, language), pageOf(shown, language)) : notFound()
}

/** Lets an organisation in, with its territory. */
export async function admitOrganization(
  { tx, input, language, baseUrl }: Writing<typeof AdmitForm>,
  geography: Geography,
): Promise<Result> {
  const shown = await look(tx, input.params.id, geography)
  if (!shown) return notFound()
  const { request } = shown
  if (request.decision !== null) return redirect(urls.request.href({ id: request.id }))
  const form = input.body
  const behalf = shown.mine.find(house => house.id === form.vegne)
  const errors: AdmissionErrors = {}
  if (!behalf) errors.vegne = messages.chooseBehalf
  if (form.omrade.length === 0 || (behalf && !form.omrade.every(code => mayGrant(geography, behalf, code))))
    errors.omrade = messages.chooseAreas
  if (!behalf || Object.keys(errors).length > 0)
    return invalid(headOf(shown, language), pageOf({ ...shown, admission: { form, errors } }, language))
  const token = newToken()
  const hash = hashOfToken(token)!
  await admit(tx, request, behalf.id, form.omrade, hash)
  // Not when somebody else decided in between, nor when it was here already or came in just now by another request.
  if (await isInvited(tx, hash)) {
    const organization = { nb: request.name }
    await mailInvitation(tx, { to: request.contactEmail, organization, token, language, baseUrl })
  }
  return redirect(urls.requests.href({ svart: request.id }))
}

/** Says no, with the reason. */
export async function refuseOrganization(
  { tx, input, language, actor }: Writing<typeof RefuseForm>,
  geography: Geography,
): Promise<Result> {
  const shown = await look(tx, input.params.id, geography)
  if (!shown) return notFound()
  const { request } = shown
  if (request.decision !== null) return redirect(urls.request.href({ id: request.id }))
  const form = input.body
  const behalf = shown.mine.find(house => house.id === form.vegne)
  const errors: AdmissionErrors = {}
  if (form.grunn === '') errors.grunn = messages.writeReason
  else if (form.grunn.length > 1000) errors.grunn = messages.reasonTooLong
  if (!behalf) errors.grunn = messages.chooseBehalf
  if (!behalf || Object.keys(errors).length > 0)
    return invalid(headOf(shown, language), pageOf({ ...shown, refusal: { form, errors } }, language))
  if (await refuse(tx, request, behalf.id, form.grunn, actor.personId))
    await mailRefusal(tx, { request, by: behalf.name, reason: form.grunn, language })
  return redirect(urls.requests.href({ svart: request.id }))
}

export type AdmissionErrors = Partial<Record<'vegne' | 'omrade' | 'grunn', Message>>

type Shown = Omit<RequestPageProps, 'title'>

async function look(tx: Tx, id: string, geography: Geography): Promise<Shown | null> {
  const request = await findRequest(tx, id)
  if (!request) return null
  const houses = await listWholeHouses(tx, admitOrganizations.roles)
  const mine = houses.filter(house => mayGrant(geography, house, request.area))
  if (mine.length === 0) return null
  return { request, mine, geography, areas: grantable(geography, mine, request.area) }
}

const mayGrant = (geography: Geography, house: House, code: string): boolean => admits(geography, house, code)

/** The areas to choose from: the one that was asked for, what lies above it, and what lies in it. */
function grantable(geography: Geography, mine: readonly House[], asked: string): string[] {
  const near = [
    asked,
    ...geography.ancestorsOf(asked).map(area => area.code),
    ...geography.municipalitiesOf(asked).map(area => area.code),
    ...(geography.kindOf(asked) === 'country' ? geography.counties().map(area => area.code) : []),
    ...geography.districtsOf(asked).map(area => area.code),
  ]
  return near.filter(code => mine.some(house => mayGrant(geography, house, code)))
}

function requestsHead(language: Language): PageHead {
  const { text } = pageLocaleOf(language)
  return {
    title: text(messages.title),
    path: urls.requests.href(),
    crumbs: [{ label: text(administrationMessages.title), path: urls.administration.href() }],
    indexed: false,
  }
}

function headOf({ request }: Shown, language: Language): PageHead {
  const above = requestsHead(language)
  return {
    title: pageLocaleOf(language).text(messages.requestTitle, { name: request.name }),
    path: urls.request.href({ id: request.id }),
    crumbs: [...(above.crumbs ?? []), { label: above.title, path: above.path }],
    indexed: false,
  }
}

const pageOf = (shown: Shown, language: Language) => (
  <RequestPage {...shown} title={headOf(shown, language).title} />
)
