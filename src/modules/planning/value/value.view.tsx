import { useLocale } from '#platform/i18n/locale.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Assumptions } from './assumptions.view.tsx'
import { textOfInputs } from './inputs.ts'
import { messages } from './messages.ts'
import { valueUrls } from './urls.ts'
import { ValueForm, type ValueFormProps } from './value-form.view.tsx'
import { ValueResult, type ValueResultProps } from './value-result.view.tsx'
import { errorInWords } from './words.ts'

type ValuePageProps = { title: string } & ValueFormProps & ValueResultProps

/** The public page: first what matters most, then the numbers, the answer, and what it rests on. */
export function ValuePage(props: ValuePageProps) {
  const locale = useLocale()
  const { t, text, link } = locale
  const { errors, inputs, year, query, kept } = props
  const asked = { ...query, ...kept }
  return (
    <div class="value">
      <div class="page-head">
        <h1 class="page-title">{props.title}</h1>
        <p class="lead">{t(messages.lead)}</p>
      </div>
      <div class="stack">
        <ErrorSummary
          errors={errors.map(error => {
            const { id, text: said } = errorInWords(error, locale)
            return { href: `#${id}`, text: said }
          })}
        />
        <Notice kind="info" title={text(messages.humanTitle)}>
          {text(messages.human)}
        </Notice>
        <p>
          <strong>{t(messages.modelTitle)}.</strong> {t(messages.model)}
        </p>
        <h2 class="no-print">{t(messages.form)}</h2>
        <ValueForm {...props} />
        {errors.length > 0 ? (
          <p>{t(messages.wrongTitle)}</p>
        ) : (
          <>
            <ValueResult {...props} query={asked} />
            <p class="row no-print">
              <a class="more" href={link(valueUrls.valueFile.href(asked))}>
                {t(messages.download)}
              </a>
              <a class="more" href={link(valueUrls.valueFile.href({ ...asked, del: 'alder' }))}>
                {t(messages.downloadAges)}
              </a>
              <a class="more" href={link(valueUrls.valueFile.href({ ...asked, del: 'antakelser' }))}>
                {t(messages.downloadAssumptions)}
              </a>
            </p>
            <Keep inputs={inputs} kept={kept} />
          </>
        )}
        <Assumptions inputs={inputs} year={year} />
      </div>
    </div>
  )
}

/** The way to keep it, for who is logged in or logs in. */
function Keep({ inputs, kept }: Pick<ValuePageProps, 'inputs' | 'kept'>) {
  const { t, link } = useLocale()
  const tall = textOfInputs(inputs)
  const scenario = kept['regnestykke']
  const path =
    typeof scenario === 'string'
      ? valueUrls.scenarioForm.href({ id: scenario }, { tall })
      : valueUrls.newScenario.href({ tall, organisasjon: kept['organisasjon'] })
  return (
    <p class="no-print">
      <a class="more" href={link(path)}>
        {t(typeof scenario === 'string' ? messages.keepVersion : messages.keep)}
      </a>
      <br />
      <span class="quiet small">{t(messages.keepHint)}</span>
    </p>
  )
}
