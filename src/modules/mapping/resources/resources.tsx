import { catalogueUrls, levels } from '#modules/catalogue/index.ts'
import { today } from '#platform/clock.ts'
import type { Tx } from '#platform/db/sql.ts'
import { invalid, notFound, page, redirect, type PageHead, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import type { Language } from '#platform/i18n/language.ts'
import { localeOf, pageLocaleOf } from '#platform/i18n/locale.tsx'
import type { Message, Params } from '#platform/i18n/messages.ts'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import type { ResourceForm, ResourceParams, ResourceQuery, SumsQuery } from './resource.schema.ts'
import {
  findResourceService,
  insertResource,
  listOwners,
  listResources,
  listServicesOf,
  listSums,
  waitForResources,
  type Held,
  type ResourceService,
} from './resources.store.ts'
import { byYear, MOST_FTE, MOST_NOK, readNumber } from './rules.ts'
import { ServiceResourcesPage, SumsPage } from './resources.view.tsx'

/** GET /arbeid/ressurser: what goes into each level, year by year, of an organisation whose services one works with. */
export async function showSums({
  tx,
  input,
  language,
  clock,
}: Context<'GET', undefined, typeof SumsQuery, undefined, Action>): Promise<Result> {
  const title = pageLocaleOf(language).text(messages.title)
  const owners = await listOwners(tx)
  const owner = input.query.organisasjon
    ? owners.find(({ id }) => id === input.query.organisasjon)
    : owners[0]
  if (!owner && owners.length > 0) return notFound()
  const lines = owner ? await listSums(tx, owner.id) : []
  const years = byYear(
    lines,
    levels.list.map(({ code }) => code),
  )
  const year = input.query.ar ?? years.at(-1)?.year ?? thisYear(today(clock))
  return page(
    {
      title,
      path: urls.resources.href(),
      here: urls.resources.href({ organisasjon: owner?.id, ar: input.query.ar }),
      indexed: false,
    },
    <SumsPage
      title={title}
      owners={owners}
      owner={owner ?? null}
      lines={lines}
      years={years}
      year={year}
      services={owner ? await listServicesOf(tx, owner.id, year) : []}
    />,
  )
}

const thisYear = (day: string) => Number(day.slice(0, 4))

/** A form of one year that came back. */
export type YearError = {
  year: number
  field: 'arsverk' | 'budsjett'
  message: Message
  params?: Params
  typed: ResourceForm
}

/** GET /arbeid/ressurser/{service}: the figures of one service. */
export async function showServiceResources({
  tx,
  input,
  language,
  clock,
}: Context<'GET', typeof ResourceParams, typeof ResourceQuery, undefined, Action>): Promise<Result> {
  const service = await findResourceService(tx, input.params.service)
  if (!service) return notFound()
  return page(
    headOf(service, language),
    await servicePage(tx, service, language, today(clock), null, input.query.lagret !== undefined),
  )
}

/** POST: the figures of one year. The same again changes nothing; who writes what another has just written is told. */
export async function saveServiceResources({
  tx,
  actor,
  input,
  language,
  clock,
}: Context<'POST', typeof ResourceParams, undefined, typeof ResourceForm, Action>): Promise<Result> {
  await waitForResources(tx, input.params.service)
  const service = await findResourceService(tx, input.params.service)
  if (!service?.mayWrite) return notFound()
  const form = input.body
  const year = Number(form.ar)
  if (!yearsOf(today(clock)).includes(year)) return notFound()
  const before = (await listResources(tx, service.id)).find(one => one.year === year)
  const fte = readNumber(form.arsverk, 2)
  const nok = readNumber(form.budsjett, 0)
  const isWrong = (figure: number | null, most: number) =>
    figure !== null && (Number.isNaN(figure) || figure > most)
  let error: YearError | null = null
  if (isWrong(fte, MOST_FTE)) error = { year, field: 'arsverk', message: messages.badFte, typed: form }
  else if (isWrong(nok, MOST_NOK)) error = { year, field: 'budsjett', message: messages.badNok, typed: form }
  const isSame = (before?.fullTimeEquivalents ?? null) === fte && (before?.budgetNok ?? null) === nok
  if (!error && !isSame && String(before?.number ?? '') !== form.sist)
    error = {
      year,
      field: 'arsverk',
      message: messages.clash,
      params: clashParams(before, language),
      typed: form,
    }
  if (error)
    return invalid(
      headOf(service, language),
      await servicePage(tx, service, language, today(clock), error, false),
    )
  if (!isSame)
    await insertResource(tx, service.id, { year, fullTimeEquivalents: fte, budgetNok: nok }, actor.personId)
  return redirect(urls.serviceResources.href({ service: service.id }, { lagret: 'ja' }))
}

function clashParams(held: Held | undefined, language: Language): Params {
  const { number } = localeOf(language)
  const shown = (figure: number | null | undefined) =>
    figure === null || figure === undefined ? '–' : number(figure)
  return { fte: shown(held?.fullTimeEquivalents), nok: shown(held?.budgetNok) }
}

/** Next year's budget, this year, and four before. */
const yearsOf = (day: string): number[] => Array.from({ length: 6 }, (_, n) => thisYear(day) + 1 - n)

async function servicePage(
  tx: Tx,
  service: ResourceService,
  language: Language,
  day: string,
  error: YearError | null,
  isSaved: boolean,
) {
  const held = await listResources(tx, service.id)
  return (
    <ServiceResourcesPage
      title={headOf(service, language).title}
      service={service}
      held={held}
      years={yearsOf(day).map(year => ({ year, held: held.find(one => one.year === year) ?? null }))}
      error={error}
      isSaved={isSaved}
    />
  )
}

function headOf(service: ResourceService, language: Language): PageHead {
  const { text, localText } = pageLocaleOf(language)
  const name = localText(service.name)
  return {
    title: text(messages.serviceTitle, { name }),
    path: urls.serviceResources.href({ service: service.id }),
    crumbs: [
      { label: text(messages.title), path: urls.resources.href() },
      { label: name, path: catalogueUrls.draft.href({ id: service.id }) },
    ],
    indexed: false,
  }
}
