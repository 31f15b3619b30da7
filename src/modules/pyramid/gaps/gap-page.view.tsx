import type { ComponentChild, ComponentChildren } from 'preact'
import type { GeoArea, Geography } from '#modules/areas/index.ts'
import {
  ageBands,
  catalogueUrls,
  levels,
  PlaceChoice,
  rooms as nationalRooms,
  targetGroups,
} from '#modules/catalogue/index.ts'
import type { LocalText } from '#platform/i18n/language.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Table } from '#ui/table/table.tsx'
import type { GapAnswers, PyramidPlace, TakeUpHref } from '../place.ts'
import { urls } from '../urls.ts'
import { whoNames } from '../words.ts'
import { titleOf } from './find-gaps.ts'
import { kindNames } from './gap-words.ts'
import { gapKinds, type Gap, type GapKind } from './gaps.ts'
import { messages } from './messages.ts'

type Shown = {
  place: PyramidPlace
  choices: readonly GeoArea[]
  gaps: readonly Gap[]
  /** Of the inhabitants that services are put beside. */
  year: number | null
  geography: Geography
  /** Unset: there are no plans to take a gap into. */
  takeUpHref: TakeUpHref | undefined
  /** What is in a plan already. */
  answers: GapAnswers
  mayArrange: boolean
  /** What is known about the place, where anything is. */
  knowledge: ComponentChildren
}

/** @param props.shown null: who acts has no area */
export function GapPage({ title, shown }: { title: string; shown: Shown | null }) {
  const { t, text, link } = useLocale()
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.lead)}</p>
      </div>
      {shown === null ? (
        <Empty title={text(messages.noPlace)}>{text(messages.noPlaceText)}</Empty>
      ) : (
        <div class="stack">
          {shown.choices.length > 1 && (
            <PlaceChoice {...shown} action={link(urls.gaps.href())} chosen={shown.place} />
          )}
          <p class="row no-print">
            <ButtonLink kind="quiet" href={link(urls.pyramid.href({ code: shown.place.code }))}>
              {t(messages.toPyramid)}
            </ButtonLink>
            <ButtonLink kind="quiet" href={link(urls.chain.href({ code: shown.place.code }))}>
              {t(messages.toChain)}
            </ButtonLink>
            {shown.mayArrange && (
              <ButtonLink kind="quiet" href={link(urls.arrangement.href({ omrade: shown.place.code }))}>
                {t(messages.toArrangement)}
              </ButtonLink>
            )}
            <ButtonLink kind="quiet" href={link(urls.gapsTable.href({ omrade: shown.place.code }))}>
              {t(messages.asCsv)}
            </ButtonLink>
          </p>
          {shown.gaps.length === 0 && <Empty title={text(messages.none)}>{text(messages.noneText)}</Empty>}
          {gapKinds.map(kind => (
            <KindOfGap key={kind} kind={kind} {...shown} />
          ))}
          <p>
            <a href={link(catalogueUrls.reports.href({ omrade: shown.place.code }))}>
              {t(messages.toReport)}
            </a>
          </p>
          {shown.knowledge}
        </div>
      )}
    </div>
  )
}

type Column = { label: string; numeric?: boolean; cell: (gap: Gap) => ComponentChild }

function KindOfGap({ kind, ...shown }: Shown & { kind: GapKind }) {
  const locale = useLocale()
  const { t, text, link } = locale
  const gaps = shown.gaps.filter(gap => gap.kind === kind)
  const columns = useColumns(kind, shown)
  if (gaps.length === 0) return null
  const { takeUpHref, answers } = shown
  return (
    <section class="stack stack-close titled-table gap-table">
      <h2 id={`hull-${kind}`}>
        {t(kindNames[kind])} <span class="quiet">({gaps.length})</span>
      </h2>
      <Explained kind={kind} year={shown.year} />
      <Table
        caption={text(kindNames[kind])}
        rowHeader
        stacks
        columns={[
          ...columns.map(({ label, numeric = false }) => ({ label, numeric })),
          ...(takeUpHref ? [{ label: text(messages.act), acts: true }] : []),
        ]}
        rows={gaps.map(gap => [
          ...columns.map(column => column.cell(gap)),
          ...(takeUpHref
            ? [
                <>
                  <a class="no-print" href={link(takeUpHref('gap', gap.key, shown.place.code))}>
                    {t(messages.takeUp)}
                    <span class="visually-hidden">: {titleOf(gap, locale)}</span>
                  </a>
                  <Answers measures={answers.get(gap.key) ?? []} />
                </>,
              ]
            : []),
        ])}
      />
    </section>
  )
}

/** The measures that answer a gap already. */
function Answers({ measures }: { measures: readonly { title: string; path: string }[] }) {
  const { t, link } = useLocale()
  if (measures.length === 0) return null
  return (
    <p class="small gap-answers">
      {t(messages.inPlan)}{' '}
      {measures.map(({ title, path }, index) => (
        <span key={path}>
          {index > 0 && ', '}
          <a href={link(path)}>{title}</a>
        </span>
      ))}
    </p>
  )
}

function Explained({ kind, year }: { kind: GapKind; year: number | null }) {
  const { t } = useLocale()
  if (kind === 'few' || kind === 'few-age') return <p>{t(messages.fewText, { year: String(year ?? '') })}</p>
  if (kind === 'decision-only') return <p>{t(messages.decisionText)}</p>
  return kind === 'group' ? <p>{t(messages.groupText)}</p> : null
}

/** What is told of a gap, by its kind: first what it is about, with the way there. */
function useColumns(kind: GapKind, { place }: Shown): Column[] {
  const { t, text, local, link, number, localText } = useLocale()
  const { code } = place
  const to = (href: string, name: LocalText | undefined) => <a href={link(href)}>{local(name)}</a>
  const room: Column = {
    label: text(messages.room),
    cell: gap =>
      to(urls.room.href({ code, room: gap.code }), nationalRooms.get(gap.code)?.name ?? gap.room?.name),
  }
  const rate = (where: 'here' | 'neighbours' | 'county' | 'country'): Column => ({
    label: text(messages[where]),
    numeric: true,
    cell: ({ figures }) => {
      const value = figures?.[where]
      return value == null ? '–' : number(Math.round(value * 100) / 100)
    },
  })
  const rates = (['here', 'neighbours', 'county', 'country'] as const).map(rate)
  const age: Column = {
    label: text(messages.age),
    cell: gap => to(urls.chain.href({ code }, { alder: gap.code }), ageBands.get(gap.code)?.name),
  }
  switch (kind) {
    case 'missing':
    case 'voluntary':
    case 'others':
      return [
        room,
        {
          label: text(messages.duty),
          cell: gap => {
            const by = nationalRooms.get(gap.code)?.duty.by
            return by ? t(whoNames[by]) : ''
          },
        },
      ]
    case 'empty':
      return [
        room,
        {
          label: text(messages.level),
          cell: gap => localText(levels.get(gap.room?.level ?? '')?.short),
        },
      ]
    case 'decision-only':
      return [
        room,
        { label: text(messages.services), numeric: true, cell: gap => number(gap.room!.services) },
      ]
    case 'age':
      return [age]
    case 'group':
      return [
        {
          label: text(messages.group),
          cell: gap =>
            to(urls.chain.href({ code }, { malgruppe: gap.code }), targetGroups.get(gap.code)?.name),
        },
      ]
    case 'few-age':
      return [age, ...rates]
    case 'few':
      return [room, ...rates]
    case 'unmet':
      return [
        {
          label: text(messages.unmetName),
          cell: () => (
            <a href={link(catalogueUrls.unmetNeed.href({ omrade: code }))}>{t(messages.unmetName)}</a>
          ),
        },
        {
          label: text(messages.searches),
          numeric: true,
          cell: gap => (gap.about == null ? t(messages.fewSearches) : t(messages.about, { n: gap.about })),
        },
      ]
  }
}
