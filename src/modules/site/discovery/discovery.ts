import { organizationUrls } from '#modules/organizations/index.ts'
import { catalogueUrls, listPublished } from '#modules/catalogue/index.ts'
import { methodPages } from '#modules/planning/index.ts'
import { pyramidUrls } from '#modules/pyramid/index.ts'
import { valueUrls } from '#modules/planning/index.ts'
import type { Geography } from '#modules/areas/index.ts'
import { languages, localPath } from '#platform/i18n/language.ts'
import { text, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import { urls } from '../urls.ts'

/** The sitemap protocol's limit for one file. */
const MOST = 50_000

/** Addresses for search engines: fixed pages, places, services, each with its languages. */
export async function showSitemap(
  { tx, baseUrl }: Context<'GET', undefined, undefined, undefined>,
  geography: Geography,
): Promise<Result> {
  const fixed = [
    urls.front,
    urls.help,
    urls.about,
    urls.privacy,
    urls.accessibility,
    urls.openData,
    catalogueUrls.country,
    organizationUrls.join,
    valueUrls.value,
  ]
  const paths = [
    ...methodPages,
    ...geography.counties().map(area => catalogueUrls.county.href({ code: area.code })),
    ...geography.municipalities().map(area => catalogueUrls.municipality.href({ code: area.code })),
    ...[...geography.counties(), ...geography.municipalities()].map(area =>
      pyramidUrls.pyramid.href({ code: area.code }),
    ),
  ]
  const services = await listPublished(tx, MOST - fixed.length - paths.length)
  const entries = [
    ...fixed.map(url => entry(url.href())),
    ...paths.map(path => entry(path)),
    ...services.map(service => entry(catalogueUrls.service.href(service), service.updated_on)),
  ]
  return text(
    'application/xml; charset=utf-8',
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join('\n')}\n</urlset>\n`,
    { 'cache-control': 'public, max-age=3600' },
  )

  function entry(path: string, modified?: string): string {
    const others = languages.map(
      l => `<xhtml:link rel="alternate" hreflang="${l}" href="${baseUrl}${localPath(l, path)}"/>`,
    )
    return `<url><loc>${baseUrl}${path}</loc>${modified ? `<lastmod>${modified}</lastmod>` : ''}${others.join('')}</url>`
  }
}

/** Everything public may be indexed; searches and the demo are not worth it. */
export function showRobots({ baseUrl }: Context<'GET', undefined, undefined, undefined>): Result {
  const closed = ['/sted', '/lagret', '/tilbud/forslag', '/demo/', '/api/']
  return text(
    'text/plain; charset=utf-8',
    `User-agent: *\n${closed.map(path => `Disallow: ${path}`).join('\n')}\nSitemap: ${baseUrl}${urls.sitemap.href()}\n`,
    { 'cache-control': 'public, max-age=3600' },
  )
}
