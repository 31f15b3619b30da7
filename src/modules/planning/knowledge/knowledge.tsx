import { randomUUID } from 'node:crypto'
import { findPopulation } from '#modules/areas/index.ts'
import { rowsOf } from '#platform/paging.ts'
import type { Tx } from '#platform/db/sql.ts'
import { invalid, notFound, page, redirect, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import type { FieldError } from '../paper/control.ts'
import type { IdParams } from '../paper/paper.schema.ts'
import { webAddressOf } from '../paper/read-form.ts'
import { urls } from '../urls.ts'
import { systemKinds, type KnowledgeQuery, type LinkForm, type RemovalForm } from './indicator.schema.ts'
import {
  addSystemLink,
  countIndicators,
  listIndicatorsOf,
  listPlaces,
  listSystemLinks,
  removeSystemLink,
  type Place,
} from './indicator.store.ts'
import { KnowledgePage, type SentLink } from './knowledge.view.tsx'
import { messages } from './messages.ts'

type Query = typeof KnowledgeQuery
type Reading = Pick<Context<'GET', undefined, Query, undefined, Action>, 'tx' | 'language'> & {
  input: { query: { lagret?: string | undefined; side: number } }
}

/** The place that was asked for, else the first: one's own municipality. */
export async function choosePlace(
  tx: Tx,
  wanted: string | undefined,
): Promise<{ place: Place | undefined; places: Place[] }> {
  const places = await listPlaces(tx)
  return { places, place: wanted === undefined ? places[0] : places.find(one => one.id === wanted) }
}

/** What is known about a place: inhabitants, indicators, and where its systems are. */
export async function showKnowledge(
  context: Context<'GET', undefined, Query, undefined, Action>,
): Promise<Result> {
  const { place, places } = await choosePlace(context.tx, context.input.query.organisasjon)
  return place ? show(context, place, places, null) : notFound()
}

async function show(
  { tx, input, language }: Reading,
  place: Place,
  places: readonly Place[],
  sent: SentLink | null,
): Promise<Result> {
  const title = localeOf(language).text(messages.knowledge)
  const { side } = input.query
  const here = { organisasjon: place.id, side: side > 1 ? side : null }
  return (sent ? invalid : page)(
    { title, path: urls.knowledge.href(), here: urls.knowledge.href(here) },
    <KnowledgePage
      title={title}
      place={place}
      places={places}
      population={await findPopulation(tx, place.area)}
      indicators={await listIndicatorsOf(tx, place.id, { rows: rowsOf(side) })}
      side={side}
      rows={await countIndicators(tx, place.id)}
      systems={await listSystemLinks(tx, place.id)}
      isSaved={input.query.lagret !== undefined}
      submission={randomUUID()}
      sent={sent}
    />,
  )
}

/** Adds a link to a system of the organisation; the same form sent twice adds one. */
export async function addLink(
  context: Context<'POST', undefined, Query, typeof LinkForm, Action>,
): Promise<Result> {
  const { tx, actor, input } = context
  const { place, places } = await choosePlace(tx, input.query.organisasjon)
  if (!place?.may_write) return notFound()
  const { submission, tittel, adresse, slag } = input.body
  const kind = systemKinds.find(one => one === slag)
  const errors: FieldError[] = []
  if (tittel === '') errors.push({ id: 'tittel', message: messages.missingTitle })
  if (tittel.length > 200) errors.push({ id: 'tittel', message: messages.tooLong })
  const url = webAddressOf(adresse)
  if (!url) errors.push({ id: 'adresse', message: messages.wrongUrl })
  if (!kind) errors.push({ id: 'slag', message: messages.wrongKind })
  if (errors.length > 0 || !kind || !url) return show(context, place, places, { errors, typed: input.body })
  await addSystemLink(tx, { organizationId: place.id, kind, title: tittel, url, submission }, actor.personId)
  return redirect(urls.knowledge.href({ organisasjon: place.id, lagret: 'ja' }))
}

export async function removeLink({
  tx,
  actor,
  input,
}: Context<'POST', typeof IdParams, undefined, typeof RemovalForm, Action>): Promise<Result> {
  const organisasjon = await removeSystemLink(tx, input.params.id, actor.personId)
  return organisasjon ? redirect(urls.knowledge.href({ organisasjon, lagret: 'ja' })) : notFound()
}
