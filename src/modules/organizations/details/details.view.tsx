import { useLocale } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Field } from '#ui/field/field.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { messages as unitMessages } from '../units/messages.ts'
import { urls } from '../urls.ts'
import type { DetailsForm } from './details.schema.ts'
import type { Details } from './details.store.ts'
import { messages } from './messages.ts'

export type DetailsErrors = Partial<Record<keyof DetailsForm, Message>>

type DetailsPageProps = {
  title: string
  details: Details
  values: DetailsForm
  errors: DetailsErrors
  isSaved?: boolean
  /** What another has saved since the form was opened. */
  meanwhile?: DetailsForm
}

export function DetailsPage({ title, details, values, errors, isSaved, meanwhile }: DetailsPageProps) {
  const { t, text, link } = useLocale()
  const field = (name: keyof DetailsForm) => ({
    id: name,
    name,
    value: values[name],
    ...(errors[name] && { error: text(errors[name]) }),
  })
  const hint = text(unitMessages.optional)
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.lead)}</p>
      </div>
      <ErrorSummary
        errors={Object.entries(errors).map(([name, error]) => ({ href: `#${name}`, text: text(error) }))}
      />
      <div class="stack">
        {isSaved && <Notice kind="success" title={text(messages.saved)} />}
        {meanwhile && (
          <Notice kind="warning" title={text(messages.meanwhile)}>
            <p>{t(messages.meanwhileText, { now: inWords(meanwhile) })}</p>
          </Notice>
        )}
        <form method="post" action={link(urls.details.href({ id: details.id }))} class="stack">
          <input type="hidden" name="sett" value={values.sett} />
          <Field {...field('navn')} label={text(unitMessages.nameNb)} />
          <Field {...field('navn_nn')} label={text(unitMessages.nameNn)} hint={hint} />
          <Field {...field('navn_en')} label={text(unitMessages.nameEn)} hint={hint} />
          <Field {...field('telefon')} type="tel" label={text(unitMessages.phone)} hint={hint} />
          <Field {...field('nettside')} type="url" label={text(unitMessages.website)} hint={hint} />
          <Button>{t(messages.save)}</Button>
        </form>
      </div>
    </div>
  )
}

function inWords({ navn, navn_nn, navn_en, telefon, nettside }: DetailsForm): string {
  return [navn, navn_nn, navn_en, telefon, nettside].filter(Boolean).join(', ')
}
