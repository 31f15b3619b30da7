import { useLocale } from '#platform/i18n/locale.tsx'
import { languageNames } from '#platform/i18n/language.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { ControlView, SideBySide } from '../draft/control.view.tsx'
import { StepSuggestions } from '../draft/more.view.tsx'
import type { FieldError, StepSpec } from '../draft/control.ts'
import type { CoverageChoice } from '../draft/coverage.view.tsx'
import type { ClashWithWhom } from '../draft/draft.store.ts'
import type { Lookups } from '../draft/lookups.ts'
import type { Form } from '../draft/form.ts'
import { stepOf } from '../draft/steps.ts'
import type { Check } from '../quality/quality.ts'
import { urls } from '../urls.ts'
import { CheckText } from './checks.view.tsx'
import { messages } from './messages.ts'
import { momentInWords } from './moment.ts'
import { personInWords, type Names } from './persons.ts'
import { valueInWords } from './value-in-words.ts'

export type StepPageProps = {
  title: string
  draftId: string
  step: StepSpec
  /** From 1. */
  number: number
  total: number
  form: Form
  submission: string
  revision: number
  errors: readonly FieldError[]
  clashes: readonly ClashWithWhom[]
  /** What could be better in this step, as it was saved last. */
  advice: readonly Check[]
  coverage: CoverageChoice | null
  lookups: Lookups
  isSaved: boolean
  me: string
  names: Names
}

/** One step of the form, saved by itself. */
export function StepPage(props: StepPageProps) {
  const { t, text, link } = useLocale()
  const { step, errors, form, coverage, lookups } = props
  const shared = { form, errors, coverage, lookups }
  return (
    <div>
      <div class="page-head">
        <p class="quiet">{t(messages.stepOf, { n: props.number, total: props.total })}</p>
        <h1 class="page-title">{props.title}</h1>
        <p class="lead">{t(step.lead)}</p>
      </div>
      <div class="stack">
        {props.isSaved && <Notice kind="success">{text(messages.saved)}</Notice>}
        <ErrorSummary errors={errors.map(error => ({ href: `#${error.id}`, text: text(error.message) }))} />
        {props.clashes.length > 0 && <Clashes {...props} />}
        {props.advice.length > 0 && (
          <Notice kind="info" title={text(messages.shouldTitle)}>
            <ul>
              {props.advice.map((check, index) => (
                <li key={index}>
                  <CheckText check={check} />
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <form
          method="post"
          action={link(urls.draftStep.href({ id: props.draftId, step: step.slug }))}
          class="stack"
        >
          <input type="hidden" name="submission" value={props.submission} />
          <input type="hidden" name="revision" value={String(props.revision)} />
          {props.clashes.length > 0 && <input type="hidden" name="likevel" value="ja" />}
          {step.slug === 'sprak' ? (
            <SideBySide controls={step.controls} {...shared} />
          ) : (
            step.controls.map(control => <ControlView key={control.name} control={control} {...shared} />)
          )}
          <StepSuggestions controls={step.controls} lookups={lookups} />
          <p class="row">
            <Button name="videre" value="ja">
              {t(props.clashes.length > 0 ? messages.saveMine : messages.saveAndOn)}
            </Button>
            <Button kind="quiet">{t(messages.saveAndStay)}</Button>
          </p>
        </form>
        <p>
          <a href={link(urls.draft.href({ id: props.draftId }))}>{t(messages.backToService)}</a>
        </p>
      </div>
    </div>
  )
}

/** Who has changed what meanwhile, beside what she wrote herself. */
function Clashes({ clashes, me, names, lookups }: StepPageProps) {
  const locale = useLocale()
  const { t, text } = locale
  return (
    <div class="ds-alert notice" data-color="warning" role="alert" id="samtidig">
      <h2>{t(messages.clashTitle)}</h2>
      <p>{t(messages.clashText)}</p>
      {clashes.map((clash, index) => (
        <section key={index}>
          <h3>
            {text(stepOf(clash.field)?.control.label ?? messages.otherStep)}
            {clash.language && ` (${languageNames[clash.language as keyof typeof languageNames]})`}
          </h3>
          <p>
            {t(messages.clashWho, {
              who: personInWords(clash.person_id, me, names, locale),
              when: clash.saved_at ? momentInWords(clash.saved_at, locale.language) : '',
            })}
          </p>
          <blockquote class="draft-value">
            {valueInWords(clash.field, clash.theirs, locale, lookups)}
          </blockquote>
          <p>{t(messages.clashMine)}</p>
          <blockquote class="draft-value">
            {valueInWords(clash.field, clash.mine, locale, lookups)}
          </blockquote>
        </section>
      ))}
    </div>
  )
}
