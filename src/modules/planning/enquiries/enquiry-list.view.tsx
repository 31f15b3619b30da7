import { pagesOf } from '#platform/paging.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Pagination } from '#ui/pagination/pagination.tsx'
import { Table } from '#ui/table/table.tsx'
import type { Sender } from '../guidelines/guideline.store.ts'
import { urls } from '../urls.ts'
import type { EnquiriesQuery } from './enquiry.schema.ts'
import type { Answer, Draft, Enquiry } from './enquiry.store.ts'
import { messages } from './messages.ts'
import { standingOf } from './rules.ts'
import { standingNames } from './words.ts'

export type EnquiryListProps = {
  title: string
  /** `YYYY-MM-DD` */
  today: string
  /** The pages that are shown, and how many rows there are on all of them. */
  query: EnquiriesQuery
  rows: { own: number; others: number }
  drafts: readonly Draft[]
  enquiries: readonly Enquiry[]
  answers: readonly Answer[]
  /** Ids of those that one's own municipalities have not answered. */
  unanswered: ReadonlySet<string>
  senders: readonly Sender[]
  gathers: boolean
}

/** The pages in an address: first ones are not said. */
export const pageQuery = ({ side, egne }: EnquiriesQuery) => ({
  side: side > 1 ? side : null,
  egne: egne > 1 ? egne : null,
})

/** Enquiries: those that one's organisations write, and those from others. */
export function EnquiryList(props: EnquiryListProps) {
  const { t, text, link, localText } = useLocale()
  const { drafts, enquiries, senders, query, rows } = props
  const own = enquiries.filter(one => one.is_own)
  const others = enquiries.filter(one => !one.is_own)
  const isAbove = senders.length > 0 || rows.own > 0
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{props.title}</h1>
        <p class="lead">{t(messages.lead)}</p>
        <p class="row no-print">
          {senders.map(sender => (
            <ButtonLink key={sender.id} href={link(urls.newEnquiry.href({ organisasjon: sender.id }))}>
              {senders.length === 1
                ? t(messages.newEnquiry)
                : t(messages.newFor, { home: localText(sender.name) })}
            </ButtonLink>
          ))}
          {props.gathers && (
            <ButtonLink kind="quiet" href={link(urls.enquiriesGathered.href())}>
              {t(messages.gathered)}
            </ButtonLink>
          )}
        </p>
      </div>
      <div class="stack">
        {isAbove && (
          <section class="stack stack-close">
            <h2>{t(messages.own)}</h2>
            {rows.own === 0 ? (
              <p class="quiet">{t(messages.noneOwn)}</p>
            ) : (
              drafts.length + own.length > 0 && <Own {...props} enquiries={own} />
            )}
            <Pagination
              page={query.egne}
              pages={pagesOf(rows.own)}
              label={text(messages.own)}
              href={egne => link(urls.enquiries.href({ ...pageQuery(query), egne }))}
            />
          </section>
        )}
        {(rows.others > 0 || !isAbove) && (
          <section class="stack stack-close">
            <h2>{t(messages.others)}</h2>
            {rows.others === 0 ? (
              <Empty headingLevel={3} title={text(messages.none)}>
                {text(messages.noneText)}
              </Empty>
            ) : (
              others.length > 0 && <Others {...props} enquiries={others} />
            )}
            <Pagination
              page={query.side}
              pages={pagesOf(rows.others)}
              label={text(messages.others)}
              href={side => link(urls.enquiries.href({ ...pageQuery(query), side }))}
            />
          </section>
        )}
        {drafts.length + enquiries.length > 0 && (
          <p class="no-print">
            <a class="more" href={link(urls.enquiryListFile.href())}>
              {t(messages.download)}
            </a>
          </p>
        )}
      </div>
    </div>
  )
}

function Own({ drafts, enquiries, answers }: EnquiryListProps) {
  const { t, text, link, date } = useLocale()
  const toIt = (id: string, question: string) => <a href={link(urls.enquiry.href({ id }))}>{question}</a>
  return (
    <Table
      caption={text(messages.own)}
      isHeaded
      rowHeader
      stacks
      columns={[messages.question, messages.deadline, messages.status].map(label => ({ label: text(label) }))}
      rows={[
        ...drafts.map(({ id, fields }) => [
          toIt(id, fields.question),
          fields.deadline && date(fields.deadline),
          t(messages.draft),
        ]),
        ...enquiries.map(({ id, question, deadline, municipalities }) => {
          const done = answers.filter(one => one.enquiry_id === id).length
          return [
            toIt(id, question),
            date(deadline),
            t(messages.answeredOf, { done, n: municipalities.length }),
          ]
        }),
      ]}
    />
  )
}

function Others({ enquiries, unanswered, answers, today }: EnquiryListProps) {
  const { t, text, link, local, date } = useLocale()
  return (
    <Table
      caption={text(messages.others)}
      isHeaded
      rowHeader
      stacks
      columns={[messages.question, messages.asker, messages.deadline, messages.status].map(label => ({
        label: text(label),
      }))}
      rows={enquiries.map(({ id, question, asker, deadline }) => [
        <a href={link(urls.enquiry.href({ id }))}>{question}</a>,
        local(asker),
        date(deadline),
        unanswered.has(id)
          ? t(standingNames[standingOf(false, deadline, today)])
          : answers.some(one => one.enquiry_id === id) && t(messages.answered),
      ])}
    />
  )
}
