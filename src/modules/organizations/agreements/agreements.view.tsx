import { useLocale, type Locale } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import { Box } from '#ui/box/box.tsx'
import { Button } from '#ui/button/button.tsx'
import { Disclosure } from '#ui/disclosure/disclosure.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Select, TextArea } from '#ui/field/field.tsx'
import { Table } from '#ui/table/table.tsx'
import type { House } from '../directory/house.store.ts'
import { urls } from '../urls.ts'
import type { OfferForm } from './agreement.schema.ts'
import type { Agreement } from './agreement.store.ts'
import type { OfferErrors } from './agreements.tsx'
import { messages } from './messages.ts'

export type AgreementsPageProps = {
  title: string
  agreements: Agreement[]
  /** The municipalities for which she may agree. */
  mine: House[]
  others: House[]
  offer?: { values: OfferForm; errors: OfferErrors }
}

export function AgreementsPage(props: AgreementsPageProps) {
  const { t, text } = useLocale()
  const standing = props.agreements.filter(one => one.endedOn === null)
  const over = props.agreements.filter(one => one.endedOn !== null)
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{props.title}</h1>
        <p class="lead">{t(messages.lead)}</p>
        <p>{t(messages.meaning)}</p>
      </div>
      <ErrorSummary
        errors={Object.entries(props.offer?.errors ?? {}).map(([name, error]) => ({
          href: `#${name}`,
          text: text(error),
        }))}
      />
      <div class="stack">
        {standing.length > 0 ? (
          <AgreementTable caption={text(messages.standing)} agreements={standing} mine={props.mine} />
        ) : (
          <Empty title={text(messages.none)}>{text(messages.noneText)}</Empty>
        )}
        {over.length > 0 && (
          <Disclosure summary={t(messages.over, { n: over.length })}>
            <AgreementTable caption={text(messages.over, { n: over.length })} agreements={over} mine={[]} />
          </Disclosure>
        )}
        {props.mine.length > 0 && <Offer {...props} />}
      </div>
    </div>
  )
}

type AgreementTableProps = { caption: string; agreements: Agreement[]; mine: House[] }

function AgreementTable({ caption, agreements, mine }: AgreementTableProps) {
  const locale = useLocale()
  const { text, localText } = locale
  return (
    <Table
      caption={caption}
      stacks
      rowHeader
      columns={[
        { label: text(messages.who) },
        { label: text(messages.terms) },
        { label: text(messages.state) },
        ...(mine.length > 0 ? [{ label: text(messages.what), acts: true }] : []),
      ]}
      rows={agreements.map(one => [
        text(messages.between, { one: localText(one.offering), other: localText(one.offered) }),
        one.terms,
        stateOf(one, locale),
        ...(mine.length > 0 ? [<Answers agreement={one} mine={mine} />] : []),
      ])}
    />
  )
}

function stateOf(one: Agreement, { text, date, localText }: Locale): string {
  if (one.endedOn) return text(messages.endedOn, { date: date(one.endedOn) })
  if (one.acceptedOn) return text(messages.since, { date: date(one.acceptedOn) })
  return text(messages.waitsFor, { name: localText(one.offered), date: date(one.offeredOn) })
}

function Answers({ agreement, mine }: { agreement: Agreement; mine: House[] }) {
  const { t, link, localText } = useLocale()
  const { id } = agreement
  const isForMe = mine.some(house => house.id === agreement.offeredTo)
  const which = (
    <span class="visually-hidden">
      {' '}
      {t(messages.agreementOf, {
        one: localText(agreement.offering),
        other: localText(agreement.offered),
      })}
    </span>
  )
  const ending: Message = agreement.acceptedOn ? messages.end : isForMe ? messages.decline : messages.withdraw
  return (
    <div class="row">
      {!agreement.acceptedOn && isForMe && (
        <form method="post" action={link(urls.acceptance.href({ id }))}>
          <Button>
            {t(messages.accept)}
            {which}
          </Button>
        </form>
      )}
      <form method="post" action={link(urls.agreementEnd.href({ id }))}>
        <Button kind="quiet">
          {t(ending)}
          {which}
        </Button>
      </form>
    </div>
  )
}

function Offer({ mine, others, offer }: AgreementsPageProps) {
  const { t, text, link, localText } = useLocale()
  const errors = offer?.errors ?? {}
  const options = (houses: House[]) =>
    houses.map(house => ({ value: house.id, label: localText(house.name) }))
  const only = mine.length === 1 ? mine[0]!.id : null
  return (
    <Box title={text(messages.offerTitle)}>
      <p>{t(messages.offerText)}</p>
      <form method="post" action={link(urls.agreements.href())} class="stack">
        {only ? (
          <input type="hidden" name="fra" value={only} />
        ) : (
          <Select
            id="fra"
            name="fra"
            label={text(messages.from)}
            value={offer?.values.fra ?? ''}
            {...(errors.fra && { error: text(errors.fra) })}
            options={options(mine)}
          />
        )}
        <Select
          id="til"
          name="til"
          label={text(messages.to)}
          value={offer?.values.til ?? ''}
          {...(errors.til && { error: text(errors.til) })}
          options={options(others.filter(house => house.id !== only))}
        />
        <TextArea
          id="om"
          name="om"
          rows={3}
          label={text(messages.termsLabel)}
          value={offer?.values.om ?? ''}
          {...(errors.om && { error: text(errors.om) })}
        />
        <Button>{t(messages.offer)}</Button>
      </form>
    </Box>
  )
}
