import type { ComponentChildren } from 'preact'
import { choiceOf, filterChoices, searchPath, type Step } from '#modules/catalogue/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { Chips } from '#ui/chips/chips.tsx'
import { Filters, type FilterGroup } from '#ui/filters/filters.tsx'
import { AsTable } from '#ui/table/as-table.tsx'
import { within, type PyramidPlace } from '../place.ts'
import { Drawing, SmallDrawing } from '../pyramid/drawing.view.tsx'
import { inLevels } from '../pyramid/levels.ts'
import { messages as pyramidMessages } from '../messages.ts'
import { Legend, LevelRooms } from '../pyramid/pyramid.view.tsx'
import { roomLines } from '../pyramid/rooms-file.ts'
import { urls } from '../urls.ts'
import { BreakList, StepList } from './breaks.view.tsx'
import {
  addressOf,
  chainFilters,
  fieldOf,
  isAnything,
  type ChainFilter,
  type Choice,
} from './chain.schema.ts'
import { choiceInWords } from './choice-in-words.ts'
import { Comparison } from './comparison.view.tsx'
import { messages } from './messages.ts'
import { useHref, type ShownChain } from './shown-chain.ts'

type ChainPageProps = {
  title: string
  place: PyramidPlace
  name: string
  first: ShownChain
  /** Shown beside the first. */
  second: ShownChain | null
  steps: { whole: Step[]; broken: Step[] }
}

/** What there is for those who were chosen, through the levels; or two choices side by side. */
export function ChainPage({ title, place, name, first, second, steps }: ChainPageProps) {
  const { t, link } = useLocale()
  const { code } = place
  const here = (one: Choice, other: Choice | null) => link(urls.chain.href({ code }, addressOf(one, other)))
  return (
    <>
      <div class="page-head pyramid-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.lead)}</p>
      </div>
      {second ? (
        <div class="stack">
          <div class="chain-sides">
            <Side
              side={1}
              shown={first}
              beside={second}
              place={place}
              name={name}
              title={t(messages.chooseFirst)}
            />
            <Side
              side={2}
              shown={second}
              beside={first}
              place={place}
              name={name}
              title={t(messages.chooseSecond)}
            />
          </div>
          <Comparison place={place} first={first} second={second} />
          <p class="row no-print">
            <ButtonLink kind="quiet" href={here(first.choice, null)}>
              {t(messages.compareEnd)}
            </ButtonLink>
            <ButtonLink kind="quiet" href={here(second.choice, first.choice)}>
              {t(messages.compareSwap)}
            </ButtonLink>
            <CsvLink code={code} query={addressOf(first.choice, second.choice)} />
          </p>
        </div>
      ) : (
        <OneChain place={place} name={name} shown={first} steps={steps} />
      )}
      <p class="section no-print">
        <a class="more" href={link(urls.pyramid.href({ code }))}>
          {t(messages.toPyramid, { place: name })}
        </a>
      </p>
    </>
  )
}

function CsvLink({ code, query }: { code: string; query: Parameters<typeof urls.chainTable.href>[1] }) {
  const { t, link } = useLocale()
  return (
    <ButtonLink kind="quiet" href={link(urls.chainTable.href({ code }, query))}>
      {t(messages.asCsv)}
    </ButtonLink>
  )
}

type PlaceProps = { place: PyramidPlace; name: string }

function OneChain({
  place,
  name,
  shown,
  steps,
}: PlaceProps & Pick<ChainPageProps, 'steps'> & { shown: ShownChain }) {
  const { t, text, link } = useLocale()
  const { chain, choice } = shown
  const { code } = place
  const levels = inLevels(chain.rooms)
  const hrefOf = useHref(place, choice)
  const isChosen = isAnything(choice)
  return (
    <>
      <div class="chain-filters">
        <ChoiceForm side={1} shown={shown} beside={null} place={place} />
        <Chosen side={1} choice={choice} beside={null} place={place} />
        <h2>{t(messages.services, { n: chain.services })}</h2>
      </div>
      <div class="pyramid-pictures">
        <Drawing label={text(messages.drawing, { place: name })} levels={levels} hrefOf={hrefOf} />
        <SmallDrawing label={text(messages.drawing, { place: name })} levels={levels} />
        <Legend />
      </div>
      <div>
        {isChosen && <BreakList breaks={chain.breaks} hrefOf={hrefOf} />}
        {levels.map(level => (
          <LevelRooms key={level.level.code} {...level} hrefOf={hrefOf} filledOnly={isChosen} />
        ))}
        <AsTable caption={text(pyramidMessages.rooms)} lines={locale => roomLines(chain.rooms, locale)} />
        {isChosen && <StepList steps={steps} />}
        <p class="section row no-print">
          <ButtonLink href={link(searchPath({ ...within(place), ...choice }))}>
            {t(messages.toSearch)}
          </ButtonLink>
          <ButtonLink kind="quiet" href={link(urls.chain.href({ code }, addressOf(choice, emptyChoice)))}>
            {t(messages.compare)}
          </ButtonLink>
          <CsvLink code={code} query={addressOf(choice, null)} />
          {steps.whole.length + steps.broken.length > 0 && (
            <ButtonLink
              kind="quiet"
              href={link(urls.chainTable.href({ code }, { ...addressOf(choice, null), del: 'skritt' }))}
            >
              {t(messages.stepsAsCsv)}
            </ButtonLink>
          )}
        </p>
      </div>
    </>
  )
}

const emptyChoice: Choice = {
  malgruppe: [],
  alder: [],
  hvem: [],
  tema: [],
  risiko: [],
  diagnose: [],
  tilgang: [],
}

type SideProps = PlaceProps & {
  side: 1 | 2
  shown: ShownChain
  beside: ShownChain
  title: ComponentChildren
}

/** One of two choices: its form, its bands, what it is. */
function Side({ side, shown, beside, place, name, title }: SideProps) {
  const { t, text } = useLocale()
  return (
    <section class="chain-side stack" aria-labelledby={`utvalg-${side}`}>
      <h2 id={`utvalg-${side}`}>{title}</h2>
      <ChoiceForm side={side} shown={shown} beside={beside.choice} place={place} />
      <Chosen side={side} choice={shown.choice} beside={beside.choice} place={place} />
      <p>
        <strong>{t(messages.services, { n: shown.chain.services })}</strong>
      </p>
      <div class="pyramid-pictures">
        <SmallDrawing label={text(messages.drawing, { place: name })} levels={inLevels(shown.chain.rooms)} />
      </div>
    </section>
  )
}

type ChoiceProps = { side: 1 | 2; beside: Choice | null; place: PyramidPlace }

/** The filters of one choice; the other goes along as it is. */
function ChoiceForm({ side, shown, beside, place }: ChoiceProps & { shown: ShownChain }) {
  const { text, link } = useLocale()
  const groups = chainFilters.flatMap(filter =>
    groupOf(filter, side, shown, text(filterChoices[filter].legend)),
  )
  const hidden = [
    ...(beside ? [{ name: 'sammenlign', value: 'ja' }] : []),
    ...chainFilters.flatMap(filter => {
      const name = fieldOf(filter, side === 1 ? 2 : 1)
      return (beside?.[filter] ?? []).map(value => ({ name, value }))
    }),
    // A word of Los comes with a link; no filter offers it.
    ...shown.choice.tema
      .filter(code => !filterChoices.tema.list.some(one => one.code === code))
      .map(value => ({ name: fieldOf('tema', side), value })),
  ]
  return (
    <Filters
      action={link(urls.chain.href({ code: place.code }))}
      hidden={hidden}
      groups={groups}
      apply={text(messages.show)}
      summaryLabel={text(messages.choose)}
    />
  )
}

function groupOf(
  filter: ChainFilter,
  side: 1 | 2,
  { choice, choices }: ShownChain,
  legend: string,
): FilterGroup[] {
  const counts = choices[filter] ?? {}
  const options = filterChoices[filter].list.flatMap(one => {
    const count = counts[one.code] ?? 0
    const checked = choice[filter].includes(one.code)
    return count > 0 || checked
      ? [{ value: one.code, label: one.short ?? one.name, count, checked, of: one }]
      : []
  })
  const open = choice[filter].length > 0
  return options.length > 0 ? [{ legend, name: fieldOf(filter, side), kind: 'checkbox', options, open }] : []
}

/** What is chosen: with a link that takes each away, and on paper in words. */
function Chosen({ side, choice, beside, place: { code } }: ChoiceProps & { choice: Choice }) {
  const locale = useLocale()
  const { t, text, localText, link } = locale
  const without = (rest: Choice) =>
    link(urls.chain.href({ code }, side === 1 ? addressOf(rest, beside) : addressOf(beside!, rest)))
  const items = chainFilters.flatMap(filter =>
    choice[filter].map(value => {
      const entry = choiceOf(filter, value)
      return {
        label: entry ? localText(entry.short ?? entry.name) : value,
        removeHref: without({ ...choice, [filter]: choice[filter].filter(other => other !== value) }),
      }
    }),
  )
  return (
    <>
      {items.length > 0 && (
        <Chips label={text(messages.chosen)} items={items} clearHref={without(emptyChoice)} />
      )}
      <p class="print-only">
        {t(messages.chosen)}: {choiceInWords(choice, locale).join(', ')}
      </p>
    </>
  )
}
