import { useLocale } from '#platform/i18n/locale.tsx'
import { Button } from '#ui/button/button.tsx'
import { Disclosure } from '#ui/disclosure/disclosure.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { TextArea } from '#ui/field/field.tsx'
import { messages as pageMessages } from '../publishing/messages.ts'
import { urls } from '../urls.ts'
import type { Hideable } from './hiding.store.ts'
import { messages } from './messages.ts'

type Service = Hideable & { area: string }
type HidingPageProps = {
  title: string
  services: readonly Service[]
  /** The form that came back without a reason. */
  failed: { key: string; reason: string } | null
}

const keyOf = (service: Service) => `${service.id}-${service.area_code}`

/** What others than public bodies offer here, each with a way to hide it or show it again. */
export function HidingPage({ title, services, failed }: HidingPageProps) {
  const { t, text } = useLocale()
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.hidingLead)}</p>
      </div>
      <div class="stack">
        {failed && (
          <ErrorSummary
            errors={[{ href: `#begrunnelse-${failed.key}`, text: text(pageMessages.reasonMissing) }]}
          />
        )}
        {services.length === 0 ? (
          <Empty title={text(messages.hidingEmpty)}>{text(messages.hidingEmptyText)}</Empty>
        ) : (
          <ul class="plain-list draft-list">
            {services.map(service => (
              <li key={keyOf(service)} class="draft-hiding">
                <Item service={service} failed={failed?.key === keyOf(service) ? failed : null} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}

function Item({ service, failed }: { service: Service; failed: HidingPageProps['failed'] }) {
  const { t, text, local, link } = useLocale()
  const hidden = (what: 'skjul' | 'vis') => (
    <>
      <input type="hidden" name="tilbud" value={service.id} />
      <input type="hidden" name="kommune" value={service.area_code} />
      <input type="hidden" name="hva" value={what} />
    </>
  )
  const id = `begrunnelse-${keyOf(service)}`
  return (
    <>
      <p>
        {service.slug ? (
          <a href={link(urls.service.href({ id: service.id, slug: service.slug }))}>{service.name}</a>
        ) : (
          service.name
        )}
        {service.owner && <span class="quiet">, {local(service.owner)}</span>}
      </p>
      {service.hiding_id ? (
        <form method="post" action={link(urls.hiding.href())} class="stack stack-close">
          {hidden('vis')}
          <p>{t(messages.hiddenIn, { area: service.area, reason: service.reason ?? '' })}</p>
          <Button kind="quiet">{t(messages.showAgain)}</Button>
        </form>
      ) : (
        <Disclosure summary={t(messages.hideIn, { area: service.area })} open={failed !== null}>
          <form method="post" action={link(urls.hiding.href())} class="stack stack-close">
            {hidden('skjul')}
            <TextArea
              id={id}
              name="begrunnelse"
              label={text(pageMessages.reason)}
              hint={text(messages.hidingReasonHint)}
              rows={2}
              value={failed?.reason ?? ''}
              {...(failed && { error: text(pageMessages.reasonMissing) })}
            />
            <Button kind="danger">{t(messages.hideIn, { area: service.area })}</Button>
          </form>
        </Disclosure>
      )}
    </>
  )
}
