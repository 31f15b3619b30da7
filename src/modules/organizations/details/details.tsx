import { createHash } from 'node:crypto'
import { invalid, notFound, page, redirect, type PageHead, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import type { Language, LocalText } from '#platform/i18n/language.ts'
import { pageLocaleOf } from '#platform/i18n/locale.tsx'
import { messages as administrationMessages } from '../administration/messages.ts'
import { tellNamesChanged } from '../directory/names-changed.ts'
import type { editDetails } from '../policy.ts'
import type { IdParams } from '../roles/role.schema.ts'
import { messages as unitMessages } from '../units/messages.ts'
import { isWebsite } from '../units/read-unit.ts'
import { urls } from '../urls.ts'
import type { DetailsForm, DetailsQuery } from './details.schema.ts'
import { findDetails, namesOfOthers, updateDetails, waitForDetails, type Details } from './details.store.ts'
import { DetailsPage, type DetailsErrors } from './details.view.tsx'
import { messages } from './messages.ts'

/** What an organisation says of itself, to be changed by those who administer it. */
export async function showDetails({
  tx,
  input,
  language,
}: Context<'GET', typeof IdParams, typeof DetailsQuery, undefined, typeof editDetails>): Promise<Result> {
  const details = await findDetails(tx, input.params.id)
  if (!details) return notFound()
  const head = headOf(details, language)
  return page(
    head,
    <DetailsPage
      title={head.title}
      details={details}
      values={formOf(details)}
      errors={{}}
      isSaved={input.query.lagret === 'ja'}
    />,
  )
}

/** Saves it, and has the pages that show it written anew. What another saved meanwhile is shown first. */
export async function saveDetails({
  tx,
  input,
  language,
}: Context<'POST', typeof IdParams, undefined, typeof DetailsForm, typeof editDetails>): Promise<Result> {
  await waitForDetails(tx, input.params.id)
  const details = await findDetails(tx, input.params.id)
  if (!details) return notFound()
  const form = input.body
  const now = formOf(details)
  const { names, phone, website, errors } = read(form, details)
  const taken = await namesOfOthers(tx, details.id, Object.values(names))
  for (const field of ['navn', 'navn_nn', 'navn_en'] as const)
    if (taken.includes(form[field])) errors[field] ??= messages.nameOfAnother
  // Sent twice, it changes once: the second time it says what stands there.
  const isSame =
    (Object.keys(names) as (keyof LocalText)[]).every(
      language => names[language] === details.name[language],
    ) &&
    phone === details.phone &&
    website === details.website
  // A form that does not say what it saw is taken at its word.
  const isStale = form.sett !== '' && form.sett !== now.sett && !isSame
  if (isStale || Object.keys(errors).length > 0) {
    const head = headOf(details, language)
    const values = { ...form, sett: now.sett }
    return invalid(
      head,
      <DetailsPage
        title={head.title}
        details={details}
        values={values}
        errors={errors}
        {...(isStale && { meanwhile: now })}
      />,
    )
  }
  if (!isSame) {
    await updateDetails(tx, details.id, { names, phone, website })
    await tellNamesChanged(tx, details.id, null)
  }
  return redirect(urls.details.href({ id: details.id }, { lagret: 'ja' }))
}

function read(form: DetailsForm, { name }: Details) {
  const errors: DetailsErrors = {}
  const names: LocalText = {
    nb: form.navn,
    // A name that is taken out is written as in bokmål: a name in another language cannot be deleted.
    ...((form.navn_nn || name.nn) && { nn: form.navn_nn || form.navn }),
    ...((form.navn_en || name.en) && { en: form.navn_en || form.navn }),
  }
  // Spaces that nobody sees are no name.
  if (!/[\p{L}\p{N}]/u.test(form.navn)) errors.navn = messages.nameMissing
  for (const field of ['navn', 'navn_nn', 'navn_en'] as const)
    if (form[field].length > 200) errors[field] = unitMessages.nameTooLong
  const phone = form.telefon.replaceAll(/[\s.-]/g, '')
  if (phone !== '' && !/^\+?[0-9]{3,15}$/.test(phone)) errors.telefon = unitMessages.badPhone
  if (form.nettside !== '' && !isWebsite(form.nettside)) errors.nettside = unitMessages.badWebsite
  return { names, phone: phone || null, website: form.nettside || null, errors }
}

function formOf({ name, phone, website }: Details): DetailsForm {
  const form = {
    navn: name.nb ?? '',
    navn_nn: name.nn ?? '',
    navn_en: name.en ?? '',
    telefon: phone ?? '',
    nettside: website ?? '',
  }
  return { ...form, sett: createHash('sha256').update(JSON.stringify(form)).digest('hex').slice(0, 32) }
}

function headOf(details: Details, language: Language): PageHead {
  const { text, localText } = pageLocaleOf(language)
  return {
    title: text(messages.title, { name: localText(details.name) }),
    path: urls.details.href({ id: details.id }),
    crumbs: [{ label: text(administrationMessages.title), path: urls.administration.href() }],
    indexed: false,
  }
}
