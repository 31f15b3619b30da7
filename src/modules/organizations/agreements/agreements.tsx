import { mayEnter } from '#platform/auth/permission.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/sql.ts'
import { invalid, notFound, page, redirect, type PageHead, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import type { Language } from '#platform/i18n/language.ts'
import { pageLocaleOf } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import { messages as administrationMessages } from '../administration/messages.ts'
import { listMunicipalities, listWholeHouses, type House } from '../directory/house.store.ts'
import { agree, type seeAgreements } from '../policy.ts'
import type { EmptyForm, IdParams } from '../roles/role.schema.ts'
import { urls } from '../urls.ts'
import type { OfferForm } from './agreement.schema.ts'
import {
  acceptAgreement,
  endAgreement,
  findAgreement,
  insertAgreement,
  listAgreements,
  waitForOffers,
  type Agreement,
} from './agreement.store.ts'
import { AgreementsPage, type AgreementsPageProps } from './agreements.view.tsx'
import { messages } from './messages.ts'

type Writing<B> = Context<'POST', typeof IdParams, undefined, B, typeof agree>

/** The agreements of one's own municipality, with what one may do about them. */
export async function showAgreements({
  tx,
  actor,
  language,
}: Context<'GET', undefined, undefined, undefined, typeof seeAgreements>): Promise<Result> {
  return page(headOf(language), pageOf(await look(tx, actor), language))
}

export type OfferErrors = Partial<Record<keyof OfferForm, Message>>

/** Offers another municipality a standing agreement. */
export async function offerAgreement({
  tx,
  actor,
  input,
  language,
}: Context<'POST', undefined, undefined, typeof OfferForm, typeof agree>): Promise<Result> {
  const form = input.body
  await waitForOffers(tx, form.fra, form.til)
  const shown = await look(tx, actor)
  const errors: OfferErrors = {}
  const from = shown.mine.find(house => house.id === form.fra)
  const to = shown.others.find(house => house.id === form.til && house.id !== form.fra)
  if (!from) errors.fra = messages.chooseMunicipality
  if (!to) errors.til = messages.chooseMunicipality
  else if (shown.agreements.some(one => one.endedOn === null && isBetween(one, form.fra, to.id)))
    errors.til = messages.isThere
  if (form.om.length > 1000) errors.om = messages.tooLong
  if (!from || !to || Object.keys(errors).length > 0)
    return invalid(headOf(language), pageOf({ ...shown, offer: { values: form, errors } }, language))
  await insertAgreement(tx, { from: from.id, to: to.id, terms: form.om || null, by: actor.personId })
  return redirect(urls.agreements.href())
}

const isBetween = ({ offeredBy, offeredTo }: Agreement, one: string, other: string): boolean =>
  (offeredBy === one && offeredTo === other) || (offeredBy === other && offeredTo === one)

/** Accepts what was offered to one's own municipality. */
export async function accept({ tx, actor, input }: Writing<typeof EmptyForm>): Promise<Result> {
  const agreement = await findAgreement(tx, input.params.id)
  const mine = await myMunicipalities(tx)
  if (!agreement || agreement.endedOn || !mine.some(house => house.id === agreement.offeredTo))
    return notFound()
  await acceptAgreement(tx, agreement, actor.personId)
  return redirect(urls.agreements.href())
}

/** Withdraws, declines or ends: either may, at any time. */
export async function end({ tx, actor, input }: Writing<typeof EmptyForm>): Promise<Result> {
  const agreement = await findAgreement(tx, input.params.id)
  const mine = await myMunicipalities(tx)
  if (!agreement || !mine.some(({ id }) => id === agreement.offeredBy || id === agreement.offeredTo))
    return notFound()
  await endAgreement(tx, agreement, actor.personId)
  return redirect(urls.agreements.href())
}

type Shown = Omit<AgreementsPageProps, 'title'>

async function look(tx: Tx, actor: Actor): Promise<Shown> {
  return {
    agreements: await listAgreements(tx),
    mine: mayEnter(actor, agree) ? await myMunicipalities(tx) : [],
    others: await listMunicipalities(tx),
  }
}

async function myMunicipalities(tx: Tx): Promise<House[]> {
  const municipalities = await listMunicipalities(tx)
  const houses = await listWholeHouses(tx, agree.roles)
  return houses.filter(house => municipalities.some(({ id }) => id === house.id))
}

function headOf(language: Language): PageHead {
  const { text } = pageLocaleOf(language)
  return {
    title: text(messages.title),
    path: urls.agreements.href(),
    crumbs: [{ label: text(administrationMessages.title), path: urls.administration.href() }],
    indexed: false,
  }
}

const pageOf = (shown: Shown, language: Language) => (
  <AgreementsPage {...shown} title={headOf(language).title} />
)
