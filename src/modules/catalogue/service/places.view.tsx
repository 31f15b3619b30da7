import type { Geography } from '#modules/areas/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { AreaMap } from '#ui/map/map.tsx'
import { messages } from '../messages.ts'
import type { ServiceMap } from './service.tsx'
import type { PublishedService } from './service.store.ts'

type PlacesProps = { places: PublishedService['places']; map: ServiceMap; geography: Geography }

/** Where: addresses, and a small map. A protected place is known by its area only. */
export function Places({ places, map, geography }: PlacesProps) {
  const { t, text, local, language } = useLocale()
  const areaName = (code: string) => {
    const area = geography.get(code)
    return area ? geography.localName(area, language) : code
  }
  return (
    <section>
      <h2>{t(messages.where)}</h2>
      <ul class="plain-list places">
        {places.map((place, index) => (
          <li key={index}>
            {Object.keys(place.name).length > 0 && <strong>{local(place.name)}</strong>}
            <address>
              {place.protected
                ? areaName(place.area_code)
                : [place.street, [place.postcode, place.city].filter(Boolean).join(' ')]
                    .filter(Boolean)
                    .join(', ')}
            </address>
            {place.protected && <p>{t(messages.protectedPlace)}</p>}
          </li>
        ))}
      </ul>
      {map && (
        <div class="place-map">
          <AreaMap
            title={text(messages.mapOf, { place: areaName(map.code) })}
            viewBox={map.viewBox}
            shapes={[
              ...map.neighbours.map(({ d }) => ({ d, kind: 'neighbour' as const })),
              { d: map.here, kind: 'here' as const },
            ]}
            points={map.points}
          />
          {places.some(place => place.approximate) && <p class="quiet">{t(messages.approximatePlace)}</p>}
        </div>
      )}
    </section>
  )
}
