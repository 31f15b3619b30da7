import type { Geography } from '#modules/areas/index.ts'
import { useLocale, type Locale } from '#platform/i18n/locale.tsx'
import { Box } from '#ui/box/box.tsx'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Disclosure } from '#ui/disclosure/disclosure.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Facts } from '#ui/facts/facts.tsx'
import { Checkboxes, Radios, TextArea } from '#ui/field/field.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Table } from '#ui/table/table.tsx'
import type { House } from '../directory/house.store.ts'
import { urls } from '../urls.ts'
import type { AdmissionErrors } from './admission.tsx'
import type { AdmitForm, RefuseForm } from './joining.schema.ts'
import type { Admitted, JoinRequest } from './joining.store.ts'
import { messages } from './messages.ts'

const kinds = { voluntary: messages.voluntary, private: messages.private }

type RequestsPageProps = {
  title: string
  geography: Geography
  waiting: JoinRequest[]
  decided: JoinRequest[]
  admitted: Admitted[]
  /** One that was answered just now. */
  answered: JoinRequest | null
}

export function RequestsPage({ title, geography, waiting, decided, admitted, answered }: RequestsPageProps) {
  const { t, text, link } = useLocale()
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.lead)}</p>
      </div>
      <div class="stack">
        {answered && (
          <Notice kind="success">
            {text(answered.decision === 'refused' ? messages.refusedNow : messages.admittedNow, {
              name: answered.name,
            })}
          </Notice>
        )}
        {waiting.length > 0 ? (
          <RequestTable caption={text(messages.waiting)} requests={waiting} geography={geography} />
        ) : (
          <Empty title={text(messages.nobodyWaits)}>
            <p>{t(messages.nobodyWaitsText)}</p>
            <ButtonLink kind="quiet" href={link(urls.join.href())}>
              {t(messages.toJoin)}
            </ButtonLink>
          </Empty>
        )}
        {admitted.length > 0 && <AdmittedTable admitted={admitted} geography={geography} />}
        {decided.length > 0 && (
          <Disclosure summary={t(messages.decided, { n: decided.length })}>
            <RequestTable
              caption={text(messages.decided, { n: decided.length })}
              requests={decided}
              geography={geography}
            />
          </Disclosure>
        )}
      </div>
    </div>
  )
}

type RequestTableProps = { caption: string; requests: JoinRequest[]; geography: Geography }

function RequestTable({ caption, requests, geography }: RequestTableProps) {
  const locale = useLocale()
  const { t, text, link, date } = locale
  return (
    <Table
      caption={caption}
      stacks
      rowHeader
      columns={[
        { label: text(messages.organization) },
        { label: text(messages.kindColumn) },
        { label: text(messages.area) },
        { label: text(messages.asked) },
        { label: text(messages.answer) },
      ]}
      rows={requests.map(request => [
        request.name,
        t(kinds[request.level]),
        areaName(geography, request.area, locale),
        date(request.askedOn),
        <>
          {request.decision && <>{decisionOf(request, locale)} </>}
          <a class="more" href={link(urls.request.href({ id: request.id }))}>
            {t(request.decision ? messages.viewRequest : messages.readRequest)}
            <span class="visually-hidden"> {t(messages.requestOf, { name: request.name })}</span>
          </a>
        </>,
      ])}
    />
  )
}

function decisionOf({ decision, decidedOn }: JoinRequest, { text, date }: Locale): string {
  return text(decision === 'refused' ? messages.refusedOn : messages.admittedOn, {
    date: decidedOn ? date(decidedOn) : '',
  })
}

function areaName(geography: Geography, code: string, { language }: Locale): string {
  const area = geography.need(code)
  return area.kind === 'municipality' ? area.distinctName : geography.localName(area, language)
}

function AdmittedTable({ admitted, geography }: { admitted: Admitted[]; geography: Geography }) {
  const locale = useLocale()
  const { t, text, link, list, localText } = locale
  return (
    <Table
      caption={text(messages.admitted)}
      stacks
      rowHeader
      columns={[
        { label: text(messages.organization) },
        { label: text(messages.territory) },
        { label: text(messages.administratorColumn) },
      ]}
      rows={admitted.map(one => [
        localText(one.name),
        list(one.areas.map(code => areaName(geography, code, locale))),
        one.isInvited ? (
          t(messages.isInvited)
        ) : one.lacksAdministrator ? (
          <a class="more" href={link(urls.newInvitation.href({ id: one.id }))}>
            {t(messages.inviteAdministrator)}
            <span class="visually-hidden"> {t(messages.administratorOf, { name: localText(one.name) })}</span>
          </a>
        ) : (
          t(messages.hasAdministrator)
        ),
      ])}
    />
  )
}

export type RequestPageProps = {
  title: string
  request: JoinRequest
  geography: Geography
  /** Those on whose behalf she may answer. */
  mine: House[]
  /** Codes to choose the territory from. */
  areas: string[]
  /** Forms that came back. */
  admission?: { form: AdmitForm; errors: AdmissionErrors }
  refusal?: { form: RefuseForm; errors: AdmissionErrors }
}

export function RequestPage(props: RequestPageProps) {
  const locale = useLocale()
  const { t, text, date, localText } = locale
  const { request, geography } = props
  const errors = { ...props.admission?.errors, ...props.refusal?.errors }
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{props.title}</h1>
      </div>
      <ErrorSummary
        errors={Object.entries(errors).map(([name, error]) => ({ href: `#${name}`, text: text(error) }))}
      />
      <div class="stack">
        <Facts
          items={[
            { label: text(messages.kindColumn), value: t(kinds[request.level]) },
            { label: text(messages.number), value: request.number },
            { label: text(messages.area), value: areaName(geography, request.area, locale) },
            { label: text(messages.purposeFact), value: request.purpose },
            { label: text(messages.website), value: request.website },
            { label: text(messages.contact), value: `${request.contactName}, ${request.contactEmail}` },
            { label: text(messages.asked), value: date(request.askedOn) },
            { label: text(messages.answer), value: request.decision && decisionOf(request, locale) },
            { label: text(messages.decidedBy), value: localText(request.decidedFor) },
            { label: text(messages.reason), value: request.reason },
          ]}
        />
        {!request.decision && request.known && (
          <Notice kind="warning" title={text(messages.knownTitle)}>
            {text(messages.knownText, { name: localText(request.known) })}
          </Notice>
        )}
        {!request.decision && request.isNamesake && (
          <Notice kind="warning" title={text(messages.namesakeTitle)}>
            {text(messages.namesakeText, { name: request.name })}
          </Notice>
        )}
        {!request.decision && <Admit {...props} />}
        {!request.decision && <Refuse {...props} />}
      </div>
    </div>
  )
}

function Behalf({ mine, value, error }: { mine: House[]; value: string; error?: string | undefined }) {
  const { text, localText } = useLocale()
  if (mine.length === 1) return <input type="hidden" name="vegne" value={mine[0]!.id} />
  return (
    <Radios
      legend={text(messages.onBehalfOf)}
      name="vegne"
      value={value}
      {...(error && { error })}
      options={mine.map(house => ({ value: house.id, label: localText(house.name) }))}
    />
  )
}

function Admit({ request, mine, areas, geography, admission }: RequestPageProps) {
  const locale = useLocale()
  const { t, text, link } = locale
  const errors = admission?.errors ?? {}
  return (
    <Box title={text(messages.admit)}>
      <p>{t(messages.admitText)}</p>
      <form method="post" action={link(urls.request.href({ id: request.id }))} class="stack">
        <Behalf
          mine={mine}
          value={admission?.form.vegne ?? mine[0]!.id}
          error={errors.vegne && text(errors.vegne)}
        />
        <Checkboxes
          legend={text(messages.territory)}
          name="omrade"
          values={admission?.form.omrade ?? [request.area]}
          {...(errors.omrade && { error: text(errors.omrade) })}
          options={areas.map(code => ({ value: code, label: areaName(geography, code, locale) }))}
        />
        <Button>{t(messages.admit)}</Button>
      </form>
    </Box>
  )
}

function Refuse({ request, mine, refusal }: RequestPageProps) {
  const { t, text, link } = useLocale()
  const error = refusal?.errors.grunn
  return (
    <Box title={text(messages.refuse)}>
      <form method="post" action={link(urls.refusal.href({ id: request.id }))} class="stack">
        <input type="hidden" name="vegne" value={mine[0]!.id} />
        <TextArea
          id="grunn"
          name="grunn"
          rows={3}
          label={text(messages.refuseReason)}
          hint={text(messages.refuseHint)}
          value={refusal?.form.grunn ?? ''}
          {...(error && { error: text(error) })}
        />
        <Button kind="danger">{t(messages.refuse)}</Button>
      </form>
    </Box>
  )
}
