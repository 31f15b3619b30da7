import { dayInNorway } from '#platform/clock.ts'
import { pagesOf } from '#platform/paging.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Pagination } from '#ui/pagination/pagination.tsx'
import { Table } from '#ui/table/table.tsx'
import { urls } from '../urls.ts'
import type { GuidelinesQuery } from './guideline.schema.ts'
import type { Acknowledgement, Due, Note, Published, Sender, Taken, Written } from './guideline.store.ts'
import { messages } from './messages.ts'
import { concernsInWords, noteOf, outcomeNames, validityInWords } from './words.ts'

export type GuidelineListProps = {
  title: string
  /** `YYYY-MM-DD` */
  today: string
  /** The pages that are shown, and how many rows there are on all of them. */
  query: GuidelinesQuery
  rows: { own: number; others: number }
  /** From others, as they hold. */
  received: readonly Published[]
  /** Of one's own organisations, with how they stand by their papers' ids. */
  written: readonly Written[]
  published: ReadonlyMap<string, Published>
  acknowledgements: readonly Acknowledgement[]
  /** All that her municipalities have noted, the newest first. */
  notes: readonly Note[]
  taken: readonly Taken[]
  due: readonly Due[]
  senders: readonly Sender[]
}

/** The pages in an address: first ones are not said. */
export const pageQuery = ({ side, egne }: GuidelinesQuery) => ({
  side: side > 1 ? side : null,
  egne: egne > 1 ? egne : null,
})

/** Guidelines: those that concern one's places, and those that one's organisations write. */
export function GuidelineList(props: GuidelineListProps) {
  const { t, text, link, localText } = useLocale()
  const { received, written, senders, query, rows } = props
  const isAbove = senders.length > 0 || rows.own > 0
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{props.title}</h1>
        <p class="lead">{t(messages.lead)}</p>
        {senders.length > 0 && (
          <p class="row no-print">
            {senders.map(sender => (
              <ButtonLink key={sender.id} href={link(urls.newGuideline.href({ organisasjon: sender.id }))}>
                {senders.length === 1
                  ? t(messages.newGuideline)
                  : t(messages.newFor, { home: localText(sender.name) })}
              </ButtonLink>
            ))}
          </p>
        )}
      </div>
      <div class="stack">
        {isAbove && (
          <section class="stack stack-close">
            <h2>{t(messages.own)}</h2>
            {rows.own === 0 && <p class="quiet">{t(messages.noneOwn)}</p>}
            {written.length > 0 && <WrittenTable {...props} />}
            <Pagination
              page={query.egne}
              pages={pagesOf(rows.own)}
              label={text(messages.own)}
              href={egne => link(urls.guidelines.href({ ...pageQuery(query), egne }))}
            />
          </section>
        )}
        {(rows.others > 0 || !isAbove) && (
          <section class="stack stack-close">
            <h2>{t(messages.received)}</h2>
            {rows.others === 0 ? (
              <Empty headingLevel={3} title={text(messages.noneReceived)}>
                {text(messages.noneReceivedText)}
              </Empty>
            ) : (
              received.length > 0 && <ReceivedTable {...props} />
            )}
            <Pagination
              page={query.side}
              pages={pagesOf(rows.others)}
              label={text(messages.received)}
              href={side => link(urls.guidelines.href({ ...pageQuery(query), side }))}
            />
          </section>
        )}
        {written.length + received.length > 0 && (
          <p class="no-print">
            <a class="more" href={link(urls.guidelinesFile.href())}>
              {t(messages.downloadAll)}
            </a>
          </p>
        )}
      </div>
    </div>
  )
}

function WrittenTable({ written, published, taken, today }: GuidelineListProps) {
  const locale = useLocale()
  const { t, text, link } = locale
  return (
    <Table
      caption={text(messages.own)}
      isHeaded
      rowHeader
      stacks
      columns={[messages.title, messages.valid, messages.status].map(label => ({ label: text(label) }))}
      rows={written.map(({ id, fields }) => {
        const standing = published.get(id)
        const n = taken.filter(one => one.publication_id === standing?.id).length
        return [
          <a href={link(urls.guideline.href({ id }))}>{fields.title}</a>,
          validityInWords(fields, today, locale),
          <>
            {t(standing ? outcomeNames[standing.outcome] : messages.draft)}
            {standing?.outcome === 'published' && (
              <div class="small">{t(messages.acknowledgedBy, { n })}</div>
            )}
          </>,
        ]
      })}
    />
  )
}

function ReceivedTable(props: GuidelineListProps) {
  const { received, today } = props
  const locale = useLocale()
  const { text, link, local } = locale
  return (
    <Table
      caption={text(messages.received)}
      isHeaded
      rowHeader
      stacks
      columns={[messages.title, messages.from, messages.valid, messages.concerns, messages.status].map(
        label => ({
          label: text(label),
        }),
      )}
      rows={received.map(({ id, paper_id, fields, sender }) => {
        return [
          <a href={link(urls.guideline.href({ id: paper_id }))}>{fields.title}</a>,
          local(sender),
          validityInWords(fields, today, locale),
          concernsInWords(fields, locale).join(', '),
          <Standing {...props} id={id} />,
        ]
      })}
    />
  )
}

/** What her municipalities have said of a publication, and which have not: each by itself, by name where she has several. */
function Standing({ id, acknowledgements, notes, due }: GuidelineListProps & { id: string }) {
  const { t, local, date } = useLocale()
  const noted = acknowledgements.filter(one => one.publication_id === id)
  const waiting = due.filter(one => one.publication_id === id)
  const isSeveral = noted.length + waiting.length > 1
  return (
    <>
      {noted.map(one => (
        <div key={one.organization_id}>
          {isSeveral && <>{local(one.home)}: </>}
          {t(messages.acknowledged, { date: date(dayInNorway(one.acknowledged_at)) })}
          <Noted note={noteOf(notes, one)} />
        </div>
      ))}
      {waiting.map(one => (
        <div key={one.organization_id}>
          {isSeveral && <>{local(one.name)}: </>}
          {t(messages.notAcknowledged)}
        </div>
      ))}
    </>
  )
}

const Noted = ({ note }: { note: string }) => (note === '' ? null : <div class="small written">{note}</div>)
