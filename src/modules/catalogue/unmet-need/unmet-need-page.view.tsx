import type { GeoArea, Geography } from '#modules/areas/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Bars } from '#ui/bars/bars.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Table } from '#ui/table/table.tsx'
import { PlaceChoice } from '../places/place-choice.view.tsx'
import { urls } from '../urls.ts'
import { fewOr, monthInWords } from '../views/figures.ts'
import { messages } from './messages.ts'
import type { UnmetWord } from './unmet-need.store.ts'

type Shown = {
  area: GeoArea
  /** Areas that may be chosen. */
  choices: readonly GeoArea[]
  /** The latest first. Null: one to four. */
  months: readonly { month: string; about: number | null }[]
  places: readonly { area: GeoArea; about: number | null }[]
  words: readonly UnmetWord[]
  geography: Geography
}

/** @param props.shown null: who acts coordinates no area */
export function UnmetNeedPage({ title, shown }: { title: string; shown: Shown | null }) {
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
            <PlaceChoice {...shown} action={link(urls.unmetNeed.href())} chosen={shown.area} />
          )}
          <Counts {...shown} />
          <Words words={shown.words} />
        </div>
      )}
    </div>
  )
}

function Counts({ area, months, places, geography }: Shown) {
  const locale = useLocale()
  const { t, text, language } = locale
  const name = geography.localName(area, language)
  if (places.length === 0)
    return <Empty title={text(messages.none)}>{text(messages.noneText, { place: name })}</Empty>
  return (
    <>
      <p>{t(messages.how)}</p>
      <section>
        <h2>{t(messages.byMonth)}</h2>
        <Bars
          caption={`${text(messages.searches)}, ${name}`}
          items={months.map(({ month, about }) => ({
            label: monthInWords(month, language),
            value: about ?? 2,
            text: fewOr(about, locale),
          }))}
        />
      </section>
      {(places.length > 1 || places[0]!.area !== area) && (
        <Table
          caption={text(messages.byPlace)}
          rowHeader
          columns={[{ label: text(messages.place) }, { label: text(messages.searches), numeric: true }]}
          rows={places
            .toSorted((one, other) => (other.about ?? 2) - (one.about ?? 2))
            .map(place => [geography.localName(place.area, language), fewOr(place.about, locale)])}
        />
      )}
    </>
  )
}

function Words({ words }: { words: readonly UnmetWord[] }) {
  const { t, text, number, language } = useLocale()
  return (
    <section class="stack">
      <h2>{t(messages.words)}</h2>
      <p>{t(messages.wordsText)}</p>
      {words.length === 0 ? (
        <p>{t(messages.noWords)}</p>
      ) : (
        <Table
          caption={text(messages.wordsCaption)}
          rowHeader
          columns={[
            { label: text(messages.word) },
            { label: text(messages.days), numeric: true },
            { label: text(messages.lastMonth) },
          ]}
          rows={words.map(word => [word.text, number(word.days), monthInWords(word.last_month, language)])}
        />
      )}
    </section>
  )
}
