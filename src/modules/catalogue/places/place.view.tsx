import type { Place } from '#modules/areas/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Choices } from '#ui/choices/choices.tsx'
import { FindForm } from '#ui/find-form/find-form.tsx'
import { messages } from '../messages.ts'
import { urls } from '../urls.ts'

type PlacePageProps = {
  title: string
  sted: string
  q: string
  /** True: the places share a name; false: they are guesses. */
  several: boolean
  places: { place: Place; path: string }[]
  nationalPath: string
}

/** Several places of one name, or none: help to the right one, with what was written kept. */
export function PlacePage({ title, sted, q, several, places, nationalPath }: PlacePageProps) {
  const { t, text, link } = useLocale()
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(several ? messages.placeSeveral : messages.placeNoneAdvice, { text: sted })}</p>
      </div>
      {!several && (
        <FindForm
          action={link(urls.place.href())}
          place={{
            name: 'sted',
            label: text(messages.placeLabel),
            hint: text(messages.placeHint),
            value: sted,
            error: text(messages.placeNone, { text: sted }),
          }}
          need={{ name: 'q', label: text(messages.needLabel), hint: text(messages.needHint), value: q }}
          button={text(messages.find)}
        />
      )}
      {places.length > 0 && (
        <section class="section">
          {!several && <h2>{t(messages.placeNear)}</h2>}
          <Choices
            items={places.map(({ place, path }) => ({
              href: link(path),
              label: place.label,
              ...(place.municipality && {
                detail: text(messages.placeInCounty, {
                  name: place.municipality.name,
                  county: place.municipality.countyName,
                }),
              }),
            }))}
          />
        </section>
      )}
      <p class="section">
        <a href={link(nationalPath)}>{t(messages.placeNational)}</a>
      </p>
    </div>
  )
}
