import { municipalityMap } from '#modules/areas/index.ts'
import { today } from '#platform/clock.ts'
import { pickText, type Language } from '#platform/i18n/language.ts'
import { notFound, page, redirect, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import { crumbsTo } from '../listing/crumbs.ts'
import { listHelpLines } from '../listing/help-lines.store.ts'
import type { CatalogueParts } from '../parts.ts'
import { urls } from '../urls.ts'
import { openState } from './opening-hours.ts'
import type { ServiceParams, ServiceQuery } from './service.schema.ts'
import { serviceData } from './service-data.ts'
import { findServicePage, type PublishedService } from './service.store.ts'
import { ServicePage } from './service.view.tsx'

/** One service: is it for me, how do I get it, whom do I call. */
export async function showService(
  {
    tx,
    input,
    language,
    clock,
    baseUrl,
  }: Context<'GET', typeof ServiceParams, typeof ServiceQuery, undefined>,
  parts: CatalogueParts,
): Promise<Result> {
  const found = await findServicePage(tx, input.params.id, input.query.kommune ?? null)
  if (!found) return notFound()
  const { page: service, home } = found
  const path = urls.service.href({ id: service.id, slug: service.slug })
  if (input.params.slug !== undefined && input.params.slug !== service.slug) {
    return redirect(
      urls.service.href({ id: service.id, slug: service.slug }, { kommune: input.query.kommune }),
      301,
    )
  }
  const helpLines = service.sensitive ? await listHelpLines(tx, home ?? parts.geography.country().code) : []
  const name = textOf(service, language, 'name')
  const municipality = home ? parts.geography.need(home) : null
  return page(
    {
      title: name,
      description: textOf(service, language, 'summary'),
      path,
      here: urls.service.href({ id: service.id, slug: service.slug }, { kommune: input.query.kommune }),
      crumbs: crumbsTo(home, parts.geography, language),
      ...(municipality && {
        municipality: { code: municipality.code, name: parts.geography.localName(municipality, language) },
      }),
      leaveQuickly: service.sensitive,
      byTheMinute: service.schedule.length > 0,
      data: [serviceData(service, language, baseUrl, parts.geography)],
      scripts: ['saved'],
    },
    <ServicePage
      service={service}
      relations={found}
      home={home}
      helpLines={helpLines}
      open={openState(service.schedule, clock)}
      geography={parts.geography}
      map={mapOf(service)}
      today={today(clock)}
      demo={parts.demo}
    />,
  )
}

function textOf(service: PublishedService, language: Language, field: 'name' | 'summary'): string {
  return (
    pickText(Object.fromEntries(service.texts.map(text => [text.language, text[field] ?? ''])), language)
      ?.text ?? ''
  )
}

/** The map of the first municipality with places that may be shown. */
export function mapOf(service: PublishedService) {
  const shown = service.places.filter(
    place => !place.protected && place.latitude !== null && place.longitude !== null,
  )
  const code = shown[0]?.area_code
  if (!code || !/^[0-9]{4}$/.test(code)) return null
  const points = shown
    .filter(place => place.area_code === code)
    .map(place => ({ lat: place.latitude!, lon: place.longitude!, label: place.city ?? '' }))
  const map = municipalityMap(code, points)
  return map && { code, ...map }
}

export type ServiceMap = ReturnType<typeof mapOf>
