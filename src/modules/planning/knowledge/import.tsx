import { randomUUID } from 'node:crypto'
import { decodeText } from '#modules/catalogue/index.ts'
import { invalid, notFound, page, redirect, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import type { Language } from '#platform/i18n/language.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import { urls } from '../urls.ts'
import { ImportPage, type Preview } from './import.view.tsx'
import type { ImportForm, KnowledgeQuery, SavingForm } from './indicator.schema.ts'
import { enterValue, findOrBegin, type Place } from './indicator.store.ts'
import { crumbs } from './indicator.tsx'
import { choosePlace } from './knowledge.tsx'
import { messages } from './messages.ts'
import { readFile } from './read-values.ts'

/** Bytes: what is shown is sent back with the form that saves it, and forms are small. */
export const LARGEST_FILE = 25 * 1024

type Query = typeof KnowledgeQuery

export async function showImport({
  tx,
  input,
  language,
}: Context<'GET', undefined, Query, undefined, Action>): Promise<Result> {
  const { place } = await choosePlace(tx, input.query.organisasjon)
  return place?.may_write ? answer(language, place, null, null) : notFound()
}

function answer(language: Language, place: Place, preview: Preview | null, wrong: Message | null): Result {
  const title = localeOf(language).text(messages.import)
  const isWrong = wrong !== null || preview?.rows.length === 0
  return (isWrong ? invalid : page)(
    { title, path: urls.knowledgeImport.href(), crumbs: crumbs(language, place) },
    <ImportPage title={title} place={place} preview={preview} wrong={wrong} submission={randomUUID()} />,
  )
}

/** What a file says, and what is wrong with it by row. Nothing is kept. */
export async function previewImport({
  tx,
  input,
  language,
}: Context<'POST', undefined, Query, typeof ImportForm, Action>): Promise<Result> {
  const { place } = await choosePlace(tx, input.query.organisasjon)
  if (!place?.may_write) return notFound()
  const { fil } = input.body
  if (!fil || fil.name === '') return answer(language, place, null, messages.missingFile)
  if (fil.isTooLarge) return answer(language, place, null, messages.largeFile)
  const text = decodeText(fil.bytes)
  return answer(language, place, { text, ...(await readFile(text)) }, null)
}

/** Saves the rows that can be read, once for each form. */
export async function saveImport({
  tx,
  actor,
  input,
  language,
}: Context<'POST', undefined, Query, typeof SavingForm, Action>): Promise<Result> {
  const { place } = await choosePlace(tx, input.query.organisasjon)
  if (!place?.may_write) return notFound()
  const { submission, tekst } = input.body
  const read = await readFile(tekst)
  if (read.rows.length === 0) return answer(language, place, { text: tekst, ...read }, null)
  for (const { name, measuredIn, year, value, source } of read.rows) {
    const begun = { organizationId: place.id, name, measuredIn, room: null }
    const id = await findOrBegin(tx, begun, submission, actor.personId)
    await enterValue(tx, id, { year, value, source, note: '' }, submission, actor.personId)
  }
  return redirect(urls.knowledge.href({ organisasjon: place.id, lagret: 'ja' }))
}
