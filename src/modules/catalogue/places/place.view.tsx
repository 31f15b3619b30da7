import type { Place } from '#modules/areas/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Choices } from '#ui/choices/choices.tsx'
import { FindForm } from '#ui/find-form/find-form.tsx'
import type { DangerKind } from '../listing/danger-kinds.ts'
import type { HelpLine } from '../listing/help-lines.store.ts'
import { DangerNumbers } from '../listing/danger-numbers.view.tsx'
import { TalkLine } from '../listing/danger-talk-line.view.tsx'
import { messages as catalogueMessages } from '../messages.ts'
import { filterNames } from '../search/search.schema.ts'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import type { PlaceQuery } from './place.schema.ts'

type PlacePageProps = {
  title: string
  sted: string
  /** What else was asked for: the need and the filters, which stay as they are. */
  query: PlaceQuery
  /** True: the places share a name; false: they are guesses. */
  several: boolean
  /** What was written is a need: the page asks for the place, and keeps the words as the need. */
  isNeed: boolean
  places: { place: Place; path: string }[]
  nationalPath: string
  /** What was written, looked for as a need: some write that first. Null: there is a need already. */
  asNeedPath: string | null
  /** What danger was spoken of: whom to call then stands first. */
  dangers: readonly DangerKind[]
  /** The municipality that was named with it, and who can help there; else in the whole country. */
  near: string | null
  helpLines: readonly HelpLine[]
}

/** Several places of one name, or none: help to the right one, with what was written kept. */
export function PlacePage(props: PlacePageProps) {
  const { title, sted, query, several, isNeed, places, nationalPath, asNeedPath, dangers, near, helpLines } =
    props
  // Four digits are a municipality's number or a postcode.
  const isNumber = /^\d{4}$/.test(sted.trim())
  const { t, text, link } = useLocale()
  return (
    <div>
      <DangerNumbers dangers={dangers} lines={helpLines} municipality={near} />
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">
          {several
            ? t(isNumber ? messages.bothNumbers : messages.several)
            : isNeed
              ? t(messages.needAdvice, { text: sted })
              : t(messages.noneAdvice)}
        </p>
        {isNeed && dangers.length === 0 && <TalkLine />}
      </div>
      {!several && (
        <FindForm
          action={link(urls.place.href())}
          place={{
            name: 'sted',
            label: text(catalogueMessages.placeLabel),
            hint: text(catalogueMessages.placeHint),
            value: isNeed ? '' : sted,
            ...(!isNeed && { error: text(messages.none, { text: sted }) }),
          }}
          need={{
            name: 'q',
            label: text(catalogueMessages.needLabel),
            hint: text(catalogueMessages.needHint),
            value: query.q ?? (isNeed ? sted : ''),
          }}
          button={text(catalogueMessages.find)}
          hidden={kept(query)}
        />
      )}
      {places.length > 0 && (
        <section class="section">
          {!several && <h2>{t(messages.near)}</h2>}
          <Choices
            items={places.map(({ place, path }) => ({
              href: link(path),
              label: place.kind === 'county' ? (place.countyName ?? place.label) : place.label,
              detail: detailOf(place),
            }))}
          />
        </section>
      )}
      {!several && asNeedPath && (
        <p class="section">
          <a href={link(asNeedPath)}>{t(messages.asNeed, { text: sted })}</a>
        </p>
      )}
      <p class="section">
        <a href={link(nationalPath)}>{t(messages.national)}</a>
      </p>
    </div>
  )

  /** What tells places of one name apart. */
  function detailOf({ kind, municipality }: Place): string {
    if (kind === 'county') return text(messages.county)
    if (!municipality) return text(messages.outside)
    const { name, countyName: county } = municipality
    if (kind === 'municipality') return text(messages.municipalityIn, { county })
    return text(kind === 'former' ? messages.nowIn : messages.placeIn, { name, county })
  }
}

function kept(query: PlaceQuery): { name: string; value: string }[] {
  const filters = filterNames.flatMap(name => query[name].map(value => ({ name, value })))
  return query.sorter === 'relevans' ? filters : [...filters, { name: 'sorter', value: query.sorter }]
}
