import { useLocale } from '#platform/i18n/locale.tsx'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Select } from '#ui/field/field.tsx'
import { Table } from '#ui/table/table.tsx'
import type { Round } from '../round/round.store.ts'
import { urls } from '../urls.ts'
import { difference, roomName, serviceRows, stateInWords } from './comparison-table.ts'
import type { Pair } from './comparison.tsx'
import { messages } from './messages.ts'

type ComparisonPageProps = { title: string; rounds: readonly Round[]; pair: Pair | null }

export function ComparisonPage({ title, rounds, pair }: ComparisonPageProps) {
  const { t, text } = useLocale()
  return (
    <div class="mapping">
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        {pair && (
          <p class="lead">{t(messages.lead, { first: pair.first.title, second: pair.second.title })}</p>
        )}
      </div>
      {pair === null ? (
        <Empty title={text(messages.tooFew)}>{text(messages.tooFewText)}</Empty>
      ) : (
        <Compared pair={pair} rounds={rounds} />
      )}
    </div>
  )
}

function Compared({ pair, rounds }: { pair: Pair; rounds: readonly Round[] }) {
  const locale = useLocale()
  const { t, text, link, number } = locale
  const { first, second, comparison } = pair
  const { rooms, findings } = comparison
  const count = (of: (room: (typeof rooms)[number]) => readonly unknown[]) =>
    rooms.reduce((sum, room) => sum + of(room).length, 0)
  const choices = rounds
    .filter(one => one.organizationId === second.organizationId)
    .map(({ id, title }) => ({ value: id, label: title }))
  const rows = rooms.flatMap(room =>
    serviceRows(room, locale).map(([service, what]) => [service, roomName(pair, room.code, locale), what]),
  )
  return (
    <div class="stack">
      <form method="get" action={link(urls.comparison.href())} class="draft-filter no-print">
        <Select id="fra" name="fra" label={text(messages.first)} value={first.id} options={choices} />
        <Select id="til" name="til" label={text(messages.second)} value={second.id} options={choices} />
        <Button kind="quiet">{t(messages.show)}</Button>
      </form>
      <p>
        {t(messages.sum, {
          before: number(pair.was.services.length),
          after: number(pair.is.services.length),
          added: number(count(room => room.added)),
          gone: number(count(room => room.gone)),
          changed: number(count(room => room.changed)),
          solved: findings.filter(({ state }) => state === 'solved').length,
          findings: findings.length,
        })}
      </p>
      <section class="stack stack-close">
        <h2>{t(messages.findings, { first: first.title })}</h2>
        {findings.length === 0 ? (
          <p>{t(messages.noFindings)}</p>
        ) : (
          <Table
            caption={text(messages.findings, { first: first.title })}
            rowHeader
            columns={[{ label: text(messages.finding) }, { label: text(messages.state) }]}
            rows={findings.map(one => [one.finding.title, stateInWords(one, locale)])}
          />
        )}
      </section>
      <section class="stack stack-close">
        <h2>{t(messages.services)}</h2>
        {rows.length === 0 ? (
          <p>{t(messages.noServices)}</p>
        ) : (
          <Table
            caption={text(messages.services)}
            rowHeader
            stacks
            columns={[messages.service, messages.room, messages.what].map(message => ({
              label: text(message),
            }))}
            rows={rows}
          />
        )}
      </section>
      <section class="stack stack-close">
        <h2>{t(messages.rooms)}</h2>
        <Table
          caption={text(messages.rooms)}
          rowHeader
          columns={[
            { label: text(messages.room) },
            { label: text(messages.before), numeric: true },
            { label: text(messages.after), numeric: true },
            { label: text(messages.difference), numeric: true },
          ]}
          rows={rooms.map(room => [
            roomName(pair, room.code, locale),
            number(room.before),
            number(room.after),
            difference(room),
          ])}
        />
      </section>
      <p class="no-print">
        <a class="more" href={link(urls.comparisonFile.href({ fra: first.id, til: second.id }))}>
          {t(messages.download)}
        </a>
      </p>
    </div>
  )
}
