import * as z from 'zod'
import { csvFile } from '#platform/http/csv.ts'
import { file, notFound, page, text, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import type { Geography } from '#modules/areas/index.ts'
import { messages } from '../import/messages.ts'
import { listKnownOrganizations } from '../import/order/order.store.ts'
import { ownersOf } from '../import/order/order.tsx'
import { importWorldOf } from '../import/words/import-words.ts'
import { urls } from '../urls.ts'
import { tableOf } from './csv.ts'
import { listExported } from './export.store.ts'
import { ExportPage } from './export.view.tsx'
import { writeHsdsJson, writeHsdsNdjson, writePackage } from './hsds-files.ts'
import { writeXlsx } from './xlsx.ts'

const formats = ['csv', 'xlsx', 'json', 'ndjson', 'zip'] as const

export const ExportParams = z.object({
  key: z.string().regex(/^[a-z0-9-]{2,120}$/),
  format: z.enum(formats),
})

/** GET /arbeid/eksport: the ways out. */
export async function showExports({
  tx,
  actor,
  language,
}: Context<'GET', undefined, undefined, undefined, Action>): Promise<Result> {
  const title = localeOf(language).text(messages.exportTitle)
  const owners = ownersOf(actor, await listKnownOrganizations(tx), language)
  const organizations = [...new Map(owners.map(owner => [owner.organizationKey, owner])).values()]
  return page(
    { title, path: urls.exports.href(), indexed: false },
    <ExportPage title={title} organizations={organizations} />,
  )
}

/** GET /arbeid/eksport/{key}/{format}: one's own services, as they were last published. */
export async function exportServices(
  {
    tx,
    actor,
    input: { params },
    language,
  }: Context<'GET', typeof ExportParams, undefined, undefined, Action>,
  geography: Geography,
): Promise<Result> {
  const organizations = await listKnownOrganizations(tx)
  const own = ownersOf(actor, organizations, language)
  if (!own.some(owner => owner.organizationKey === params.key)) return notFound()
  const world = importWorldOf(geography, organizations, { key: params.key, areaCode: null })
  const services = await listExported(tx, params.key)
  const documents = services.map(service => service.document)
  const name = `tilbud-${params.key}.${params.format}`
  const attached = { 'content-disposition': `attachment; filename="${name}"` }
  const whole = (parts: Iterable<string>) => [...parts].join('')
  switch (params.format) {
    case 'csv':
      return csvFile(name, tableOf(documents, world))
    case 'xlsx':
      return file(
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        name,
        await writeXlsx(documents, world),
      )
    case 'json':
      return text('application/json; charset=utf-8', whole(writeHsdsJson(services, world)), attached)
    case 'ndjson':
      return text('application/x-ndjson; charset=utf-8', whole(writeHsdsNdjson(services, world)), attached)
    case 'zip':
      return file('application/zip', name, writePackage(services, world))
  }
}
