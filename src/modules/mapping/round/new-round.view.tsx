import { useLocale } from '#platform/i18n/locale.tsx'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Checkboxes, Field, TextArea } from '#ui/field/field.tsx'
import type { StandardQuestion } from '../standard-questions.ts'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import type { RoundErrors } from './new-round.tsx'
import type { RoundForm } from './round.schema.ts'
import type { House, Place } from './round.store.ts'

export type NewRoundProps = {
  title: string
  houses: readonly House[]
  house: House
  places: readonly Place[]
  values: RoundForm
  errors: RoundErrors
  standard: readonly StandardQuestion[]
  valueOf: (place: Place) => string
}

export function NewRoundPage({
  title,
  houses,
  house,
  places,
  values,
  errors,
  standard,
  valueOf,
}: NewRoundProps) {
  const { t, text, link, local, localText } = useLocale()
  const errorAt = (field: keyof RoundForm) => (errors[field] ? { error: text(errors[field]) } : {})
  return (
    <div class="mapping">
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.newLead, { name: localText(house.name) })}</p>
      </div>
      <ErrorSummary
        errors={Object.entries(errors).map(([field, error]) => ({ href: `#${field}`, text: text(error) }))}
      />
      {houses.length > 1 && (
        <ul>
          {houses.map(one => (
            <li key={one.id}>
              <a href={link(urls.newRound.href({ for: one.id }))}>{local(one.name)}</a>
            </li>
          ))}
        </ul>
      )}
      <form method="post" action={link(urls.newRound.href())} class="stack">
        <input type="hidden" name="submission" value={values.submission} />
        <input type="hidden" name="organisasjon" value={house.id} />
        <Field
          id="tittel"
          name="tittel"
          label={text(messages.titleLabel)}
          hint={text(messages.titleHint)}
          value={values.tittel}
          required
          maxlength={120}
          {...errorAt('tittel')}
        />
        <Field
          id="frist"
          name="frist"
          type="date"
          label={text(messages.deadline)}
          hint={text(messages.deadlineHint)}
          value={values.frist}
          required
          {...errorAt('frist')}
        />
        <TextArea
          id="melding"
          name="melding"
          label={text(messages.message)}
          hint={text(messages.messageHint)}
          rows={4}
          value={values.melding}
          {...errorAt('melding')}
        />
        <Checkboxes
          legend={text(messages.asked)}
          hint={text(messages.askedHint)}
          name="spurte"
          values={values.spurte}
          options={places.map(place => ({
            value: valueOf(place),
            label:
              place.unitId === null && place.isOwn
                ? text(messages.whole, { name: localText(place.name) })
                : place.isOwn
                  ? localText(place.name)
                  : text(messages.voluntary, { name: localText(place.name) }),
          }))}
          {...errorAt('spurte')}
        />
        <Checkboxes
          legend={text(messages.standard)}
          name="standard"
          values={values.standard}
          options={standard.map(question => ({ value: question.code, label: localText(question.text) }))}
        />
        <TextArea
          id="egne"
          name="egne"
          label={text(messages.ownQuestions)}
          hint={text(messages.ownQuestionsHint)}
          rows={4}
          value={values.egne}
          {...errorAt('egne')}
        />
        <p>
          <Button>{t(messages.open)}</Button>
        </p>
      </form>
    </div>
  )
}
