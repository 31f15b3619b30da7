import { momentInWords, type Form } from '#modules/catalogue/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import type { Message, Params } from '#platform/i18n/messages.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import type { Control, FieldError } from './control.ts'
import { ControlView, type ControlProps } from './control.view.tsx'
import { messages } from './messages.ts'
import type { ClashWithWhom } from './paper.store.ts'
import { fieldInWords, personInWords, type Names } from './words.ts'

export type PaperFormProps = {
  title: string
  lead: Message
  leadParams: Params
  action: string
  backHref: string
  controls: readonly Control[]
  form: Form
  submission: string
  revision: number
  errors: readonly FieldError[]
  clashes: readonly ClashWithWhom[]
  units: ControlProps['units']
  links: ControlProps['links']
  /** One of several steps, from 1. */
  step: { n: number; total: number } | null
  /** More that is sent with it. */
  hidden: Readonly<Record<string, string>>
  me: string
  names: Names
}

/** What is written on a paper, as a form: filled as it was sent when it comes back. */
export function PaperFormPage(props: PaperFormProps) {
  const { t, text, link } = useLocale()
  const { controls, form, errors, clashes, units, links, step } = props
  return (
    <div>
      <div class="page-head">
        {step && <p class="quiet">{t(messages.stepOf, step)}</p>}
        <h1 class="page-title">{props.title}</h1>
        <p class="lead">{t(props.lead, props.leadParams)}</p>
      </div>
      <div class="stack">
        <ErrorSummary errors={errors.map(error => ({ href: `#${error.id}`, text: errorText(error) }))} />
        {clashes.length > 0 && <Clashes {...props} />}
        <form method="post" action={link(props.action)} class="stack">
          <input type="hidden" name="submission" value={props.submission} />
          <input type="hidden" name="revision" value={String(props.revision)} />
          {clashes.length > 0 && <input type="hidden" name="likevel" value="ja" />}
          {Object.entries(props.hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {controls.map(control => (
            <ControlView key={control.name} {...{ control, form, errors, units, links }} />
          ))}
          <p class="row">
            <Button>
              {t(clashes.length > 0 ? messages.saveMine : step ? messages.saveAndOn : messages.save)}
            </Button>
            <a href={link(props.backHref)}>{t(messages.back)}</a>
          </p>
        </form>
      </div>
    </div>
  )

  /** In the summary a field that is missing is named: many can be. */
  function errorText({ id, message }: FieldError): string {
    const control = controls.find(one => one.name === id)
    return message === messages.mustFill && control
      ? text(messages.missing, { what: text(control.label) })
      : text(message)
  }
}

/** Who has changed what meanwhile, beside what she wrote herself. */
function Clashes({ clashes, controls, me, names, units }: PaperFormProps) {
  const locale = useLocale()
  const { t, text } = locale
  const said = (control: Control, value: unknown) => {
    const words = fieldInWords(control, value, units, locale)
    return words.length > 0 ? words.join('; ') : text(messages.nothing)
  }
  return (
    <div class="ds-alert notice" data-color="warning" role="alert" id="samtidig">
      <h2>{t(messages.clashTitle)}</h2>
      <p>{t(messages.clashText)}</p>
      {clashes.flatMap(clash => {
        const control = controls.find(({ field }) => field === clash.field)
        if (!control) return []
        return (
          <section key={clash.field}>
            <h3>{t(control.label)}</h3>
            <p>
              {t(messages.clashWho, {
                who: personInWords(clash.person_id, me, names, locale),
                when: clash.saved_at ? momentInWords(clash.saved_at, locale.language) : '',
              })}
            </p>
            <blockquote class="draft-value">{said(control, clash.theirs)}</blockquote>
            <p>{t(messages.clashMine)}</p>
            <blockquote class="draft-value">{said(control, clash.mine)}</blockquote>
          </section>
        )
      })}
    </div>
  )
}
