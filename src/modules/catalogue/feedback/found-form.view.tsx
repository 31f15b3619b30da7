import { useLocale } from '#platform/i18n/locale.tsx'
import { Button } from '#ui/button/button.tsx'
import { Disclosure } from '#ui/disclosure/disclosure.tsx'
import { Field, Radios } from '#ui/field/field.tsx'
import { filled, Html } from '#platform/html/kept.tsx'
import { messages } from '../messages.ts'
import { urls } from '../urls.ts'

type FoundFormProps = { municipality?: string | null | undefined; service?: string | undefined }

/** 'Did you find what you were looking for?', folded away until somebody wants to answer. */
export function FoundForm({ municipality, service }: FoundFormProps) {
  const locale = useLocale()
  const by = `found-form ${municipality} ${service === undefined}`
  return (
    <Html
      html={filled(locale, { by }, [service ?? ''], hole => (
        <Form municipality={municipality} service={service && hole} />
      ))}
    />
  )
}

function Form({ municipality, service }: FoundFormProps) {
  const { text, link } = useLocale()
  return (
    <section class="section no-print">
      <Disclosure summary={text(messages.foundQuestion)}>
        <form method="post" action={link(urls.feedback.href())} class="stack">
          {municipality && <input type="hidden" name="kommune" value={municipality} />}
          {service && <input type="hidden" name="tilbud" value={service} />}
          <Questions />
        </form>
      </Disclosure>
    </section>
  )
}

function Questions() {
  const { text, t } = useLocale()
  return (
    <>
      <Radios
        legend={text(messages.foundQuestion)}
        name="svar"
        value="ja"
        options={[
          { value: 'ja', label: text(messages.foundYes) },
          { value: 'nei', label: text(messages.foundNo) },
        ]}
      />
      <Field
        id="lette-etter"
        name="lette_etter"
        label={text(messages.soughtLabel)}
        hint={text(messages.noPersonal)}
        maxlength={500}
      />
      <Button kind="quiet">{t(messages.sendFeedback)}</Button>
    </>
  )
}
