import { randomUUID } from 'node:crypto'
import { pyramidUrls } from '#modules/pyramid/index.ts'
import { rooms } from '#modules/catalogue/index.ts'
import { invalid, notFound, page, redirect, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import type { Language } from '#platform/i18n/language.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import type { FieldError } from '../paper/control.ts'
import type { IdParams } from '../paper/paper.schema.ts'
import { listNames } from '../paper/paper.store.ts'
import { urls } from '../urls.ts'
import { IndicatorFormPage, type TypedIndicator } from './indicator-form.view.tsx'
import type { IndicatorForm, KnowledgeQuery, ValueForm } from './indicator.schema.ts'
import {
  enterByForm,
  enterValue,
  findIndicator,
  findOrBegin,
  listPlaces,
  listValues,
  type Indicator,
  type Place,
} from './indicator.store.ts'
import { IndicatorPage, type SentValue } from './indicator.view.tsx'
import { choosePlace } from './knowledge.tsx'
import { messages } from './messages.ts'
import { readValue } from './read-values.ts'

type Params = typeof IdParams
type Query = typeof KnowledgeQuery
type Reading = Pick<Context<'GET', Params, undefined, undefined, Action>, 'tx' | 'actor' | 'language'>

export const crumbs = (language: Language, place: Pick<Place, 'id'>) => [
  {
    label: localeOf(language).text(messages.knowledge),
    path: urls.knowledge.href({ organisasjon: place.id }),
  },
]

export async function showNewIndicator({
  tx,
  input,
  language,
}: Context<'GET', undefined, Query, undefined, Action>): Promise<Result> {
  const { place } = await choosePlace(tx, input.query.organisasjon)
  if (!place?.may_write) return notFound()
  return answer(
    language,
    place,
    { submission: randomUUID(), navn: '', maleenhet: '', rom: '', ar: '', verdi: '', kilde: '', merknad: '' },
    [],
  )
}

function answer(
  language: Language,
  place: Place,
  typed: TypedIndicator,
  errors: readonly FieldError[],
): Result {
  const title = localeOf(language).text(messages.newIndicator)
  return (errors.length > 0 ? invalid : page)(
    { title, path: urls.newIndicator.href(), crumbs: crumbs(language, place) },
    <IndicatorFormPage title={title} place={place} typed={typed} errors={errors} />,
  )
}

/** Begins an indicator with a year's value; one of the same name gets the value. */
export async function beginIndicator({
  tx,
  actor,
  input,
  language,
}: Context<'POST', undefined, Query, typeof IndicatorForm, Action>): Promise<Result> {
  const { place } = await choosePlace(tx, input.query.organisasjon)
  if (!place?.may_write) return notFound()
  const { body } = input
  const errors: FieldError[] = []
  if (body.navn === '') errors.push({ id: 'navn', message: messages.missingName })
  if (body.navn.length > 200) errors.push({ id: 'navn', message: messages.tooLong })
  if (body.maleenhet.length > 60) errors.push({ id: 'maleenhet', message: messages.tooLong })
  if (body.rom !== '' && !rooms.has(body.rom)) errors.push({ id: 'rom', message: messages.notRoom })
  if (body.merknad.length > 2000) errors.push({ id: 'merknad', message: messages.tooLong })
  const read = readValue({ year: body.ar, value: body.verdi, source: body.kilde }, false)
  if ('errors' in read) errors.push(...read.errors.map(({ field, message }) => ({ id: field, message })))
  if (errors.length > 0 || !('read' in read)) return answer(language, place, body, errors)
  const begun = {
    organizationId: place.id,
    name: body.navn,
    measuredIn: body.maleenhet,
    room: body.rom || null,
  }
  const id = await findOrBegin(tx, begun, body.submission, actor.personId)
  await enterValue(tx, id, { ...read.read, note: body.merknad }, body.submission, actor.personId)
  return redirect(urls.indicator.href({ id }, { lagret: 'ja' }))
}

/** An indicator over the years. */
export async function showIndicator(
  context: Context<'GET', Params, Query, undefined, Action>,
): Promise<Result> {
  const indicator = await findIndicator(context.tx, context.input.params.id)
  if (!indicator) return notFound()
  return show(context, indicator, context.input.query.lagret !== undefined, null)
}

async function show(
  { tx, actor, language }: Reading,
  indicator: Indicator,
  isSaved: boolean,
  sent: SentValue | null,
): Promise<Result> {
  const { id, organization_id, room } = indicator
  const values = await listValues(tx, id)
  const place = (await listPlaces(tx)).find(one => one.id === organization_id)
  return (sent ? invalid : page)(
    {
      title: indicator.name,
      path: urls.indicator.href({ id }),
      crumbs: crumbs(language, { id: organization_id }),
    },
    <IndicatorPage
      indicator={indicator}
      values={values}
      mayWrite={place?.may_write ?? false}
      roomHref={place && room && rooms.has(room) ? pyramidUrls.room.href({ code: place.area, room }) : null}
      isSaved={isSaved}
      submission={randomUUID()}
      sent={sent}
      me={actor.personId}
      names={await listNames(
        tx,
        values.map(one => one.entered_by),
      )}
    />,
  )
}

/** Adds or corrects a year; who comes second is told. */
export async function addValue(
  context: Context<'POST', Params, undefined, typeof ValueForm, Action>,
): Promise<Result> {
  const { tx, actor, input } = context
  const indicator = await findIndicator(tx, input.params.id)
  const place = (await listPlaces(tx)).find(one => one.id === indicator?.organization_id)
  if (!indicator || !place?.may_write) return notFound()
  const { body } = input
  const errors: FieldError[] = []
  if (body.merknad.length > 2000) errors.push({ id: 'merknad', message: messages.tooLong })
  const read = readValue({ year: body.ar, value: body.verdi, source: body.kilde }, body.merknad !== '')
  if ('errors' in read) errors.push(...read.errors.map(({ field, message }) => ({ id: field, message })))
  if (errors.length > 0 || !('read' in read))
    return show(context, indicator, false, { typed: body, errors, isMeanwhile: false })
  const given = { ...read.read, note: body.merknad }
  const form = { submission: body.submission, known: body.kjent }
  const done = await enterByForm(tx, indicator.id, given, form, actor.personId)
  if (done === 'done') return redirect(urls.indicator.href({ id: indicator.id }, { lagret: 'ja' }))
  return show(context, indicator, false, { typed: body, errors: [], isMeanwhile: true })
}
