import type { Geography } from '#modules/areas/index.ts'
import { localPath, pickText, type Language } from '#platform/i18n/language.ts'
import { urls } from '../urls.ts'
import type { PublishedService } from './service.store.ts'

/** The service for search engines, in schema.org's words. Only what is published, and no place that is protected. */
export function serviceData(
  service: PublishedService,
  language: Language,
  baseUrl: string,
  geography: Geography,
): object {
  const text = (field: 'name' | 'summary') =>
    pickText(Object.fromEntries(service.texts.map(t => [t.language, t[field] ?? ''])), language)?.text
  const owner = service.organizations.find(o => o.role === 'owner')
  const isPublic = owner && !['voluntary', 'private'].includes(owner.level)
  return {
    '@context': 'https://schema.org',
    '@type': isPublic ? 'GovernmentService' : 'Service',
    name: text('name'),
    description: text('summary'),
    url: baseUrl + localPath(language, urls.service.href({ id: service.id, slug: service.slug })),
    ...(owner && {
      provider: {
        '@type': isPublic ? 'GovernmentOrganization' : 'Organization',
        name: pickText(owner.name, language)?.text,
        ...(owner.website && { url: owner.website }),
      },
    }),
    areaServed: service.areas.map(code => ({
      '@type': 'AdministrativeArea',
      name: geography.get(code)?.name ?? code,
      identifier: code,
    })),
    ...(service.phones.length > 0 && {
      availableChannel: service.phones.map(phone => ({
        '@type': 'ServiceChannel',
        servicePhone: { '@type': 'ContactPoint', telephone: phone.number },
      })),
    }),
    ...(service.cost_kind === 'free' && { isAccessibleForFree: true }),
  }
}
