import { useLocale } from '#platform/i18n/locale.tsx'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Field, Select } from '#ui/field/field.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Table } from '#ui/table/table.tsx'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import type { Delivery, Organization, Webhook } from './webhooks.store.ts'

export type WebhooksProps = {
  webhooks: Webhook[]
  deliveries: Delivery[]
  organizations: Organization[]
  /** False: there are no keys to seal a secret with. */
  isPossible: boolean
  filled?: { url: string; organization: string }
  errors?: { url?: string; organization?: string }
  /** Shown once, to the one who has registered it. */
  secret?: string
}

export function WebhooksPage(props: WebhooksProps) {
  const { t, text } = useLocale()
  const { errors = {} } = props
  const found = [
    ...(errors.url ? [{ href: '#adresse', text: errors.url }] : []),
    ...(errors.organization ? [{ href: '#organisasjon', text: errors.organization }] : []),
  ]
  return (
    <div class="stack">
      <div class="page-head">
        <h1 class="page-title">{t(messages.title)}</h1>
        <p class="lead">{t(messages.lead)}</p>
        <p>{t(messages.meaning)}</p>
      </div>
      <ErrorSummary errors={found} />
      {props.secret && (
        <Notice kind="success" title={text(messages.secretTitle)}>
          <p>{t(messages.secretText)}</p>
          <p>
            <code>{props.secret}</code>
          </p>
        </Notice>
      )}
      <Registered webhooks={props.webhooks} />
      <section class="section stack" aria-labelledby="registrer">
        <h2 id="registrer">{t(messages.registerTitle)}</h2>
        {props.isPossible ? (
          <RegisterForm {...props} errors={errors} />
        ) : (
          <Notice kind="warning">{text(messages.noKeys)}</Notice>
        )}
      </section>
      {props.deliveries.length > 0 && <Deliveries deliveries={props.deliveries} />}
    </div>
  )
}

function RegisterForm({ organizations, filled, errors = {} }: WebhooksProps) {
  const { t, text, link, localText } = useLocale()
  return (
    <form method="post" action={link(urls.webhooks.href())} class="stack" noValidate>
      <Field
        id="adresse"
        name="adresse"
        type="url"
        label={text(messages.address)}
        hint={text(messages.addressHint)}
        value={filled?.url ?? ''}
        maxlength={500}
        required
        {...(errors.url && { error: errors.url })}
      />
      <Select
        id="organisasjon"
        name="organisasjon"
        label={text(messages.organization)}
        value={filled?.organization ?? (organizations.length === 1 ? organizations[0]!.id : '')}
        options={organizations.map(({ id, name }) => ({ value: id, label: localText(name) }))}
        required
        {...(errors.organization && { error: errors.organization })}
      />
      <div>
        <Button>{t(messages.register)}</Button>
      </div>
    </form>
  )
}

function Registered({ webhooks }: { webhooks: Webhook[] }) {
  const { t, text, local, link } = useLocale()
  if (webhooks.length === 0) return <Empty title={text(messages.none)}>{text(messages.noneText)}</Empty>
  const states = { failing: messages.failing, gone: messages.gone, removed: messages.gone }
  return (
    <Table
      caption={text(messages.registered)}
      columns={[messages.address, messages.organization, messages.state, messages.action].map(message => ({
        label: text(message),
      }))}
      rowHeader
      rows={webhooks.map(hook => [
        hook.url,
        local(hook.organization),
        t(hook.ended_why ? states[hook.ended_why] : messages.told),
        <form key={hook.id} method="post" action={link(urls.webhookRemoval.href({ id: hook.id }))}>
          <Button kind="quiet">
            {t(messages.remove)} <span class="visually-hidden">{hook.url}</span>
          </Button>
        </form>,
      ])}
    />
  )
}

function Deliveries({ deliveries }: { deliveries: Delivery[] }) {
  const { t, text, number } = useLocale()
  const columns = [messages.service, messages.kind, messages.attempts, messages.result]
  return (
    <Table
      caption={text(messages.deliveries)}
      columns={columns.map(message => ({ label: text(message), numeric: message === messages.attempts }))}
      rows={deliveries.map(one => [
        <code key={one.service_id}>{one.service_id}</code>,
        t(one.kind === 'published' ? messages.published : messages.withdrawn),
        number(one.attempts),
        one.error === null ? t(messages.delivered) : <code>{one.error}</code>,
      ])}
    />
  )
}
