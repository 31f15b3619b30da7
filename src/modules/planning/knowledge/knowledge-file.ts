import { findPopulation } from '#modules/areas/index.ts'
import { today } from '#platform/clock.ts'
import { csvFile } from '#platform/http/csv.ts'
import { notFound, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import type { IdParams } from '../paper/paper.schema.ts'
import { listNames } from '../paper/paper.store.ts'
import type { KnowledgeFileQuery, KnowledgeQuery } from './indicator.schema.ts'
import { findIndicator, listIndicatorsOf, listSystemLinks, listValues } from './indicator.store.ts'
import { populationLines, systemLines, valueLines } from './knowledge-lines.ts'
import { choosePlace } from './knowledge.tsx'
import { messages } from './messages.ts'

/** All values as they hold, as the import reads them; or the inhabitants of the place by age. */
export async function downloadKnowledge({
  tx,
  input,
  language,
  clock,
}: Context<'GET', undefined, typeof KnowledgeFileQuery, undefined, Action>): Promise<Result> {
  const { place } = await choosePlace(tx, input.query.organisasjon)
  if (!place) return notFound()
  const locale = localeOf(language)
  const { text } = locale
  if (input.query.del === 'innbyggere') {
    const population = await findPopulation(tx, place.area)
    return population
      ? csvFile(`innbyggere-${place.area}-${population.year}.csv`, populationLines(population, locale))
      : notFound()
  }
  const indicators = await listIndicatorsOf(tx, place.id)
  const head = [messages.indicator, messages.measuredIn, messages.year, messages.value, messages.source]
  const lines = indicators.flatMap(({ name, measured_in, years }) =>
    years.map(({ year, value, source }) => [
      name,
      measured_in,
      String(year),
      String(value).replace('.', ','),
      source,
    ]),
  )
  return csvFile(`kunnskap-${today(clock)}.csv`, [head.map(label => text(label)), ...lines])
}

/** All that was ever entered of an indicator. */
export async function downloadIndicator({
  tx,
  input,
  language,
  clock,
}: Context<'GET', typeof IdParams, undefined, undefined, Action>): Promise<Result> {
  const indicator = await findIndicator(tx, input.params.id)
  if (!indicator) return notFound()
  const values = await listValues(tx, indicator.id)
  const names = await listNames(
    tx,
    values.map(one => one.entered_by),
  )
  return csvFile(`indikator-${today(clock)}.csv`, valueLines(indicator, values, names, localeOf(language)))
}

/** Where the systems for quality and plans are. */
export async function downloadSystems({
  tx,
  input,
  language,
  clock,
}: Context<'GET', undefined, typeof KnowledgeQuery, undefined, Action>): Promise<Result> {
  const { place } = await choosePlace(tx, input.query.organisasjon)
  if (!place) return notFound()
  const lines = systemLines(await listSystemLinks(tx, place.id), localeOf(language))
  return csvFile(`lenker-${today(clock)}.csv`, lines)
}
