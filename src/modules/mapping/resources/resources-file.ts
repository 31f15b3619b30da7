import { levels, rooms } from '#modules/catalogue/index.ts'
import { today } from '#platform/clock.ts'
import { csvFile } from '#platform/http/csv.ts'
import { notFound, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { localeOf, type Locale } from '#platform/i18n/locale.tsx'
import { messages } from './messages.ts'
import type { ResourceParams, SumsFileQuery } from './resource.schema.ts'
import { resourceLines } from './resource-lines.ts'
import {
  findResourceService,
  listOwners,
  listResources,
  listServicesOf,
  listSums,
} from './resources.store.ts'

/** GET /arbeid/ressurser/csv: all years, by level and room; or the services of a year. */
export async function downloadSums({
  tx,
  input,
  language,
  clock,
}: Context<'GET', undefined, typeof SumsFileQuery, undefined, Action>): Promise<Result> {
  const owners = await listOwners(tx)
  const owner = input.query.organisasjon
    ? owners.find(({ id }) => id === input.query.organisasjon)
    : owners[0]
  if (!owner) return notFound()
  const locale = localeOf(language)
  if (input.query.del === 'tilbud') {
    const year = input.query.ar ?? thisYear(today(clock))
    return csvFile(
      `ressurser-tilbud-${year}.csv`,
      serviceLines(await listServicesOf(tx, owner.id, year), year, locale),
    )
  }
  const { text, localText } = locale
  const head = [
    messages.year,
    messages.level,
    messages.room,
    messages.services,
    messages.fullTimeEquivalents,
    messages.budget,
  ].map(message => text(message))
  const lines = (await listSums(tx, owner.id)).map(line => [
    String(line.year),
    localText(levels.get(line.level)?.name),
    localText(rooms.get(line.room)?.name),
    String(line.services),
    fte(line.fullTimeEquivalents),
    String(line.budgetNok),
  ])
  return csvFile('ressurser.csv', [head, ...lines])
}

const fte = (share: number) => share.toFixed(2).replace('.', ',')

const thisYear = (day: string) => Number(day.slice(0, 4))

function serviceLines(
  services: Awaited<ReturnType<typeof listServicesOf>>,
  year: number,
  { text, localText }: Locale,
): string[][] {
  const head = [
    messages.year,
    messages.services,
    messages.unit,
    messages.fullTimeEquivalents,
    messages.budget,
  ].map(message => text(message))
  return [
    head,
    ...services.map(({ name, unitName, fullTimeEquivalents, budgetNok }) => [
      String(year),
      localText(name),
      localText(unitName),
      fullTimeEquivalents === null ? '' : fte(fullTimeEquivalents),
      String(budgetNok ?? ''),
    ]),
  ]
}

/** GET /arbeid/ressurser/{service}/csv: the figures of one service, the last year first. */
export async function downloadServiceResources({
  tx,
  input,
  language,
}: Context<'GET', typeof ResourceParams, undefined, undefined, Action>): Promise<Result> {
  const service = await findResourceService(tx, input.params.service)
  if (!service) return notFound()
  return csvFile(
    'ressurser-tilbud.csv',
    resourceLines(await listResources(tx, service.id), localeOf(language)),
  )
}
