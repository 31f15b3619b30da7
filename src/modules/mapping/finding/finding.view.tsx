import { rooms } from '#modules/catalogue/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Field, Radios, Select, TextArea } from '#ui/field/field.tsx'
import type { Round } from '../round/round.store.ts'
import { urls } from '../urls.ts'
import { kindNames } from './finding-words.ts'
import type { FindingForm } from './finding.schema.ts'
import type { Finding } from './finding.store.ts'
import type { FindingErrors } from './findings.tsx'
import { messages } from './messages.ts'
import { findingKinds } from './suggestions.ts'

type FindingPageProps = {
  title: string
  round: Round
  /** Null: a new one. */
  finding: Finding | null
  values: FindingForm
  errors: FindingErrors
}

const hints = { need: messages.needHint, overlap: messages.overlapHint, resource: messages.resourceHint }

export function FindingPage({ title, round, finding, values, errors }: FindingPageProps) {
  const { t, text, localText, link } = useLocale()
  const words = (field: keyof FindingForm) => {
    const error = errors[field]
    return error ? { error: text(error.message, error.params) } : {}
  }
  const action = finding ? urls.finding.href({ finding: finding.id }) : urls.newFinding.href({ id: round.id })
  return (
    <div class="mapping">
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.lead)}</p>
      </div>
      <ErrorSummary
        errors={Object.entries(errors).map(([field, error]) => ({
          href: `#${field}`,
          text: text(error.message, error.params),
        }))}
      />
      <div class="stack">
        <form method="post" action={link(action)} class="stack">
          <input type="hidden" name="submission" value={values.submission} />
          <input type="hidden" name="forslag" value={values.forslag} />
          <input type="hidden" name="revisjon" value={String(values.revisjon)} />
          <Radios
            legend={text(messages.kind)}
            name="slag"
            value={values.slag}
            options={findingKinds.map(kind => ({
              value: kind,
              label: text(kindNames[kind]),
              hint: text(hints[kind]),
            }))}
            {...words('slag')}
          />
          <Select
            id="rom"
            name="rom"
            label={text(messages.room)}
            value={values.rom}
            options={[
              { value: '', label: text(messages.noRoom) },
              ...rooms.list.map(({ code, name }) => ({ value: code, label: localText(name) })),
            ]}
            {...words('rom')}
          />
          <Field
            id="tittel"
            name="tittel"
            label={text(messages.title)}
            value={values.tittel}
            maxlength={200}
            required
            {...words('tittel')}
          />
          <TextArea
            id="tekst"
            name="tekst"
            label={text(messages.text)}
            hint={text(messages.textHint)}
            rows={6}
            value={values.tekst}
            {...words('tekst')}
          />
          <p>
            <Button>{t(messages.save)}</Button>
          </p>
        </form>
        {finding && (
          <form method="post" action={link(urls.findingRemoval.href({ finding: finding.id }))}>
            <Button kind="danger">{t(messages.remove)}</Button>
          </form>
        )}
      </div>
    </div>
  )
}
