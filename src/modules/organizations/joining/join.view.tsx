import type { Geography } from '#modules/areas/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Field, Radios, Select, TextArea } from '#ui/field/field.tsx'
import { urls } from '../urls.ts'
import type { JoinErrors } from './join.tsx'
import type { JoinForm } from './joining.schema.ts'
import { messages } from './messages.ts'

type JoinPageProps = {
  title: string
  geography: Geography
  submission: string
  values: Partial<JoinForm>
  errors: JoinErrors
}

export function JoinPage({ title, geography, submission, values, errors }: JoinPageProps) {
  const { t, text, link, language } = useLocale()
  const field = (name: keyof JoinErrors) => ({
    id: name,
    name,
    value: values[name] ?? '',
    ...(errors[name] && { error: text(errors[name]) }),
  })
  const places = [geography.country(), ...geography.counties(), ...geography.municipalities()]
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.joinLead)}</p>
        <p>{t(messages.joinText)}</p>
        <p>{t(messages.joinWait)}</p>
      </div>
      <ErrorSummary
        errors={Object.entries(errors).map(([name, error]) => ({ href: `#${name}`, text: text(error) }))}
      />
      <form method="post" action={link(urls.join.href())} class="stack">
        <input type="hidden" name="submission" value={submission} />
        <Radios
          legend={text(messages.kind)}
          name="slag"
          value={values.slag ?? ''}
          {...(errors.slag && { error: text(errors.slag) })}
          options={[
            { value: 'voluntary', label: text(messages.voluntary) },
            { value: 'private', label: text(messages.private) },
          ]}
        />
        <Field {...field('navn')} label={text(messages.name)} autocomplete="organization" />
        <Field
          {...field('nummer')}
          label={text(messages.number)}
          hint={text(messages.numberHint)}
          inputmode="numeric"
        />
        <Select
          {...field('sted')}
          label={text(messages.where)}
          hint={text(messages.whereHint)}
          options={places.map(area => ({
            value: area.code,
            label: area.kind === 'municipality' ? area.distinctName : geography.localName(area, language),
          }))}
        />
        <TextArea {...field('om')} label={text(messages.purpose)} hint={text(messages.purposeHint)} />
        <Field
          {...field('nettside')}
          type="url"
          label={text(messages.website)}
          hint={text(messages.optional)}
        />
        <Field {...field('kontakt')} label={text(messages.contactName)} autocomplete="name" />
        <Field
          {...field('epost')}
          type="email"
          autocomplete="email"
          label={text(messages.contactEmail)}
          hint={text(messages.contactEmailHint)}
        />
        <Button>{t(messages.ask)}</Button>
      </form>
    </div>
  )
}

export function JoinedPage({ title }: { title: string }) {
  const { t, link } = useLocale()
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
      </div>
      <div class="prose">
        <h2>{t(messages.joinedNext)}</h2>
        <ol>
          <li>{t(messages.joinedOne)}</li>
          <li>{t(messages.joinedTwo)}</li>
          <li>{t(messages.joinedThree)}</li>
        </ol>
        <p>{t(messages.joinWait)}</p>
        <p>
          <ButtonLink kind="quiet" href={link('/')}>
            {t(messages.toFront)}
          </ButtonLink>
        </p>
      </div>
    </div>
  )
}
