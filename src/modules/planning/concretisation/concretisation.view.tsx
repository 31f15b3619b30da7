import { catalogueUrls } from '#modules/catalogue/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Box } from '#ui/box/box.tsx'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Facts } from '#ui/facts/facts.tsx'
import { Field, Select, TextArea } from '#ui/field/field.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { AsTable } from '#ui/table/as-table.tsx'
import type { FieldError } from '../paper/control.ts'
import type { Unit } from '../paper/home.store.ts'
import { fieldInWords, personInWords, type Names } from '../paper/words.ts'
import { urls } from '../urls.ts'
import { evaluationOutcomes, type EvaluationForm } from './concretisation.schema.ts'
import type { Concretisation, Evaluation } from './concretisation.store.ts'
import { evaluationLines } from './evaluation-lines.ts'
import { messages } from './messages.ts'
import { progressOf, steps, stepsMissing } from './steps.ts'
import { outcomeNames, progressNames } from './words.ts'

type Props = {
  paper: Concretisation
  units: readonly Unit[]
  evaluations: readonly Evaluation[]
  /** `YYYY-MM-DD`; null: it is not to be evaluated, or no more. */
  due: string | null
  today: string
  isSaved: boolean
  errors: readonly FieldError[]
  /** A form that came back. */
  typed: EvaluationForm | null
  submission: string
  me: string
  names: Names
}

/** What is written about a new service, the service it became, and how that went. */
export function ConcretisationPage(props: Props) {
  const { t, text } = useLocale()
  const { paper, errors } = props
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{paper.fields.title}</h1>
        <p class="lead">{t(progressNames[progressOf(paper.fields, paper.state)])}</p>
      </div>
      <div class="stack">
        {props.isSaved && <Notice kind="success">{text(messages.saved)}</Notice>}
        <ErrorSummary errors={errors.map(error => ({ href: `#${error.id}`, text: text(error.message) }))} />
        <Written {...props} />
        <Service {...props} />
        <Evaluations {...props} />
      </div>
    </div>
  )
}

function Written({ paper, units }: Props) {
  const locale = useLocale()
  const { t, text, link } = locale
  const held: Record<string, unknown> = paper.fields
  return (
    <ol class="plain-list stack">
      {steps.map(step => {
        // Its name is the title of the page.
        const written = step.controls
          .filter(control => control.field !== 'title')
          .map(control => ({ control, words: fieldInWords(control, held[control.field], units, locale) }))
          .filter(({ words }) => words.length > 0)
        return (
          <li key={step.slug} class="stack stack-close">
            <h2>{t(step.title)}</h2>
            {written.length === 0 && <p class="quiet">{t(messages.notWritten)}</p>}
            {written.length === 1 ? (
              <p class="written">{written[0]!.words.join('\n')}</p>
            ) : (
              <Facts
                items={written.map(({ control, words }) => ({
                  label: text(control.label),
                  value: <span class="written">{words.join('\n')}</span>,
                }))}
              />
            )}
            {paper.may_write && paper.state !== 'closed' && (
              <p class="no-print">
                <a class="more" href={link(urls.concretisationStep.href({ id: paper.id, step: step.slug }))}>
                  {t(written.length === 0 ? messages.write : messages.change)}
                  <span class="visually-hidden">: {t(step.title)}</span>
                </a>
              </p>
            )}
          </li>
        )
      })}
    </ol>
  )
}

function Service({ paper, submission }: Props) {
  const { t, text, link, list } = useLocale()
  const missing = stepsMissing(paper.fields)
  const { service } = paper.fields
  return (
    <section class="stack stack-close">
      <h2>{t(messages.service)}</h2>
      {service !== null ? (
        <p>
          <a class="more" href={link(catalogueUrls.draft.href({ id: service }))}>
            {t(messages.seeDraft)}
          </a>
        </p>
      ) : missing.length > 0 ? (
        <p>{t(messages.missing, { what: list(missing.map(step => text(step.title).toLowerCase())) })}</p>
      ) : (
        paper.may_write && (
          <form
            method="post"
            action={link(urls.wantedService.href({ id: paper.id }))}
            class="stack stack-close no-print"
          >
            <p>{t(messages.makeText)}</p>
            <input type="hidden" name="submission" value={submission} />
            <Button>{t(messages.make)}</Button>
          </form>
        )
      )}
    </section>
  )
}

function Evaluations(props: Props) {
  const locale = useLocale()
  const { t, text, link, date } = locale
  const { paper, evaluations, due, today, me, names } = props
  const isOpen = paper.may_write && paper.state !== 'closed'
  return (
    <section class="stack">
      <h2>{t(messages.evaluations)}</h2>
      {due !== null && (
        <p>
          {due < today ? (
            <span class="measure-late">{t(messages.wasDueOn, { date: date(due) })}</span>
          ) : (
            t(messages.dueOn, { date: date(due) })
          )}
        </p>
      )}
      {evaluations.map(evaluation => (
        <Box key={evaluation.id} title={text(outcomeNames[evaluation.outcome])} headingLevel={3}>
          <p class="written">{evaluation.text}</p>
          <p class="quiet small">
            {personInWords(evaluation.written_by, me, names, locale)}, {date(evaluation.written_on)}
          </p>
        </Box>
      ))}
      {evaluations.length > 0 && (
        <>
          <AsTable
            caption={text(messages.evaluations)}
            lines={marked => evaluationLines(evaluations, names, marked)}
          />
          <p class="no-print">
            <a class="more" href={link(urls.concretisationFile.href({ id: paper.id }))}>
              {t(messages.downloadEvaluations)}
            </a>
          </p>
        </>
      )}
      {isOpen && <NewEvaluation {...props} />}
      {isOpen && evaluations.length === 0 && <p class="quiet">{t(messages.endText)}</p>}
      {isOpen && evaluations.length > 0 && (
        <form
          method="post"
          action={link(urls.concretisationEnd.href({ id: paper.id }))}
          class="stack stack-close no-print"
        >
          <p>{t(messages.endReady)}</p>
          <input type="hidden" name="submission" value={props.submission} />
          <Button kind="quiet">{t(messages.end)}</Button>
        </form>
      )}
      <p class="no-print">
        <a class="more" href={link(urls.concretisations.href())}>
          {t(messages.backToAll)}
        </a>
      </p>
    </section>
  )
}

function NewEvaluation({ paper, typed, errors, submission }: Props) {
  const { t, text, link } = useLocale()
  const errorOf = (id: string) => {
    const wrong = errors.find(error => error.id === id)
    return wrong ? { error: text(wrong.message) } : {}
  }
  return (
    <section class="stack no-print">
      <h3>{t(messages.newEvaluation)}</h3>
      <form method="post" action={link(urls.evaluation.href({ id: paper.id }))} class="stack">
        <input type="hidden" name="submission" value={typed?.submission ?? submission} />
        <TextArea
          id="tekst"
          name="tekst"
          label={text(messages.found)}
          value={typed?.tekst ?? ''}
          {...errorOf('tekst')}
        />
        <Select
          id="utfall"
          name="utfall"
          label={text(messages.outcome)}
          value={typed?.utfall ?? ''}
          options={evaluationOutcomes.map(value => ({ value, label: text(outcomeNames[value]) }))}
          {...errorOf('utfall')}
        />
        <Field
          id="neste"
          name="neste"
          type="date"
          label={text(messages.nextOn)}
          value={typed?.neste ?? ''}
          {...errorOf('neste')}
        />
        <Button kind="quiet">{t(messages.saveEvaluation)}</Button>
      </form>
    </section>
  )
}
