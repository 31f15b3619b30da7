import { pagesOf } from '#platform/paging.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Pagination } from '#ui/pagination/pagination.tsx'
import { Table } from '#ui/table/table.tsx'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import type { Round } from './round.store.ts'

type RoundsPageProps = {
  title: string
  /** Those of the page. */
  rounds: readonly Round[]
  side: number
  /** On all pages. */
  rows: number
  mayOpen: boolean
  mayCompare: boolean
  maySeeResources: boolean
}

export function RoundsPage(props: RoundsPageProps) {
  const { title, rounds, rows, mayOpen, mayCompare, maySeeResources } = props
  const { t, text, link, local, date } = useLocale()
  return (
    <div class="mapping">
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.lead)}</p>
      </div>
      <div class="stack">
        {mayOpen && (
          <p>
            <ButtonLink href={link(urls.newRound.href())}>{t(messages.newTitle)}</ButtonLink>
          </p>
        )}
        {rows === 0 ? (
          <Empty title={text(messages.none)}>{text(mayOpen ? messages.noneRun : messages.noneText)}</Empty>
        ) : (
          rounds.length > 0 && (
            <Table
              caption={text(messages.rounds)}
              rowHeader
              stacks
              columns={[
                { label: text(messages.round) },
                { label: text(messages.organization) },
                { label: text(messages.state) },
                { label: text(messages.deadline) },
              ]}
              rows={rounds.map(round => [
                <a href={link(urls.round.href({ id: round.id }))}>{round.title}</a>,
                local(round.organization),
                round.closedOn
                  ? t(messages.closedOn, { date: date(round.closedOn) })
                  : t(messages.openSince, { date: date(round.openedOn) }),
                date(round.lastDay),
              ])}
            />
          )
        )}
        <Pagination page={props.side} pages={pagesOf(rows)} href={side => link(urls.rounds.href({ side }))} />
        <ul class="plain-list">
          {rounds.length > 0 && (
            <li class="no-print">
              <a class="more" href={link(urls.roundsFile.href())}>
                {t(messages.download)}
              </a>
            </li>
          )}
          {mayCompare && (
            <li>
              <a class="more" href={link(urls.comparison.href())}>
                {t(messages.compare)}
              </a>
            </li>
          )}
          {maySeeResources && (
            <li>
              <a class="more" href={link(urls.resources.href())}>
                {t(messages.resources)}
              </a>
            </li>
          )}
        </ul>
      </div>
    </div>
  )
}
