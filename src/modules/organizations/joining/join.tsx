import { randomUUID } from 'node:crypto'
import type { Geography } from '#modules/areas/index.ts'
import { invalid, redirect, type PageHead, type PageResult, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import type { Language } from '#platform/i18n/language.ts'
import { pageLocaleOf } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import { isEmail, isOrganizationNumber } from '../rules.ts'
import { isWebsite } from '../units/read-unit.ts'
import { urls } from '../urls.ts'
import { JoinedPage, JoinPage } from './join.view.tsx'
import type { JoinForm } from './joining.schema.ts'
import { hasRoomForRequest, insertRequest } from './joining.store.ts'
import { messages } from './messages.ts'

/** The open form on which an organisation asks to come in. */
export function showJoin(
  { language }: Context<'GET', undefined, undefined, undefined>,
  geography: Geography,
): Result {
  const head = headOf(language)
  const body = (
    <JoinPage title={head.title} geography={geography} submission={randomUUID()} values={{}} errors={{}} />
  )
  // Each form has a number of its own, by which it counts once: it is held nowhere.
  const result: PageResult = {
    kind: 'page',
    status: 200,
    head,
    body,
    headers: { 'cache-control': 'no-store' },
  }
  return result
}

export type JoinErrors = Partial<Record<Exclude<keyof JoinForm, 'submission'>, Message>>

/** Keeps the request for those who may admit there. */
export async function askToJoin(
  { tx, input, language }: Context<'POST', undefined, undefined, typeof JoinForm>,
  geography: Geography,
): Promise<Result> {
  const form = input.body
  const number = form.nummer.replaceAll(/[\s.-]/g, '')
  const errors = faultsOf(form, number, geography)
  const { submission, epost: contactEmail } = form
  const isWhole = Object.keys(errors).length === 0
  if (isWhole && !(await hasRoomForRequest(tx, { submission, number, contactEmail })))
    errors.epost = messages.tooManyRequests
  if (Object.keys(errors).length > 0) {
    const head = headOf(language)
    return invalid(
      head,
      <JoinPage
        title={head.title}
        geography={geography}
        submission={form.submission}
        values={form}
        errors={errors}
      />,
    )
  }
  await insertRequest(tx, {
    submission: form.submission,
    level: form.slag === 'private' ? 'private' : 'voluntary',
    name: form.navn,
    number,
    contactName: form.kontakt,
    contactEmail: form.epost,
    website: form.nettside === '' ? null : form.nettside,
    purpose: form.om,
    area: form.sted,
  })
  return redirect(urls.joined.href())
}

function faultsOf(form: JoinForm, number: string, geography: Geography): JoinErrors {
  const errors: JoinErrors = {}
  if (!['voluntary', 'private'].includes(form.slag)) errors.slag = messages.chooseKind
  if (form.navn === '') errors.navn = messages.writeName
  else if (form.navn.length > 200) errors.navn = messages.tooLong
  if (!isOrganizationNumber(number)) errors.nummer = messages.badNumber
  const kind = geography.kindOf(form.sted)
  if (kind !== 'municipality' && kind !== 'county' && kind !== 'country') errors.sted = messages.chooseWhere
  if (form.om === '') errors.om = messages.writePurpose
  else if (form.om.length > 2000) errors.om = messages.purposeTooLong
  if (form.nettside !== '' && !isWebsite(form.nettside)) errors.nettside = messages.badWebsite
  if (form.kontakt === '') errors.kontakt = messages.writeContact
  else if (form.kontakt.length > 200) errors.kontakt = messages.tooLong
  if (!isEmail(form.epost)) errors.epost = messages.badEmail
  return errors
}

/** What happens next. */
export function showJoined({ language }: Context<'GET', undefined, undefined, undefined>): Result {
  const title = pageLocaleOf(language).text(messages.joinedTitle)
  return {
    kind: 'page',
    status: 200,
    head: { title, path: urls.joined.href(), indexed: false },
    body: <JoinedPage title={title} />,
  }
}

function headOf(language: Language): PageHead {
  const { text } = pageLocaleOf(language)
  return { title: text(messages.joinTitle), description: text(messages.joinLead), path: urls.join.href() }
}
