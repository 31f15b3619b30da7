import { randomUUID } from 'node:crypto'
import type { Actor } from '#platform/auth/actor.ts'
import {
  invalid,
  notFound,
  page,
  redirect,
  reloading,
  type PageHead,
  type Result,
} from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import type { Tx } from '#platform/db/sql.ts'
import { pickText, type Language } from '#platform/i18n/language.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import { queue } from '#platform/jobs/job.ts'
import type { Geography } from '#modules/areas/index.ts'
import { urls } from '../../urls.ts'
import { faultInWords } from '../fault/fault.ts'
import { kindOf, LARGEST_FILE_MB } from '../file/kind.ts'
import { importServices } from '../import-policy.ts'
import { messages } from '../messages.ts'
import { noMapping } from '../table/mapping.ts'
import type { KnownOrganization } from '../words/import-words.ts'
import { readImportJob, takeImportJob } from '../work/import-jobs.ts'
import { findProgress, listFileFaults, listRecords } from './record.store.ts'
import {
  findFile,
  findLastMapping,
  findOrder,
  insertCancellation,
  insertOrder,
  insertReading,
  insertStart,
  listKnownOrganizations,
  listOrders,
  type Order,
} from './order.store.ts'
import type { EndForm, ImportForm, ImportParams, MappingForm, StartForm } from './order.schema.ts'
import { ImportPage, ImportsPage, type OwnerChoice } from './order.view.tsx'
import { chosenMapping, tableChoices } from './table-choices.ts'

type Permitted = Action
const EARLIER = 20
const SHOWN = 100
const RELOAD_SECONDS = 3

/** GET /arbeid/import: the form for a file, and earlier imports. */
export async function showImports({
  tx,
  actor,
  language,
}: Context<'GET', undefined, undefined, undefined, Permitted>): Promise<Result> {
  const { head, view } = await importsPage(tx, actor, language)
  return page(head, view([]))
}

/** POST /arbeid/import: keeps the file; what is no table is read at once. */
export async function sendImport({
  tx,
  actor,
  input: { body },
  language,
}: Context<'POST', undefined, undefined, typeof ImportForm, Permitted>): Promise<Result> {
  const { text } = localeOf(language)
  const { head, view, owners } = await importsPage(tx, actor, language)
  const isOnly = body.eier === undefined && owners.length === 1
  const owner = isOnly ? owners[0] : owners.find(choice => choice.value === body.eier)
  const file = body.fil
  const errors = [
    ...(owner ? [] : [{ href: '#eier', text: text(messages.noOwner) }]),
    ...fileErrors(file, language),
  ]
  if (!owner || !file || errors.length > 0) return invalid(head, view(errors, body.eier))
  const kind = kindOf(file)
  const orderId = await insertOrder(tx, {
    ownerId: owner.organizationId,
    unitId: owner.unitId,
    fileName: file.name.slice(-200) || 'fil',
    content: file.bytes,
    submission: body.innsending,
    personId: actor.personId,
  })
  const isTable = 'kind' in kind && (kind.kind === 'csv' || kind.kind === 'xlsx')
  if (!isTable)
    await askForReading(tx, {
      orderId,
      mapping: noMapping,
      submission: body.innsending,
      personId: actor.personId,
    })
  return redirect(urls.import.href({ id: orderId }))
}

function fileErrors(
  file: { name: string; bytes: Uint8Array; isTooLarge: boolean } | undefined,
  language: Language,
): { href: string; text: string }[] {
  const { text } = localeOf(language)
  if (!file || (file.name === '' && file.bytes.length === 0 && !file.isTooLarge))
    return [{ href: '#fil', text: text(messages.noFile) }]
  // Of a file that is too large there are no bytes; the same words as for one that is just too large.
  const kind = kindOf(
    file.isTooLarge ? { name: '', bytes: new Uint8Array(LARGEST_FILE_MB * 1024 * 1024 + 1) } : file,
  )
  return 'fault' in kind ? [{ href: '#fil', text: faultInWords(kind.fault, language) }] : []
}

async function importsPage(tx: Tx, actor: Actor, language: Language) {
  const owners = ownersOf(actor, await listKnownOrganizations(tx), language)
  const orders = await listOrders(tx, EARLIER)
  const title = localeOf(language).text(messages.title)
  const head: PageHead = { title, path: urls.imports.href(), indexed: false }
  const view = (errors: { href: string; text: string }[], chosen?: string) => (
    <ImportsPage
      {...{ title, owners, orders, errors, submission: randomUUID(), ...(chosen && { chosen }) }}
    />
  )
  return { head, view, owners }
}

/** Where she may import: her organisations and units with a role that may. The database decides again. */
export function ownersOf(
  actor: Actor,
  organizations: readonly KnownOrganization[],
  language: Language,
): OwnerChoice[] {
  const choices = actor.roles
    .filter(({ role }) => importServices.roles.includes(role))
    .flatMap(({ organizationId, unitId }) => {
      const organization = organizations.find(({ id }) => id === organizationId)
      const unit = organization?.units.find(({ id }) => id === unitId)
      if (!organization) return []
      const names = [unit?.name, organization.name].flatMap(name => pickText(name, language)?.text ?? [])
      const value = unitId === null ? organizationId : `${organizationId}/${unitId}`
      return [{ value, label: names.join(', '), organizationId, organizationKey: organization.key, unitId }]
    })
  return [...new Map(choices.map(choice => [choice.value, choice])).values()]
}

async function askForReading(tx: Tx, reading: Parameters<typeof insertReading>[1]): Promise<void> {
  if (!(await insertReading(tx, reading))) return
  const order = await findOrder(tx, reading.orderId)
  if (order?.reading_id) await queue(tx, readImportJob, { reading: order.reading_id })
}

/** GET /arbeid/import/{id}: what is to be done next, or how it goes. */
export async function showImport(
  { tx, input, language }: Context<'GET', typeof ImportParams, undefined, undefined, Permitted>,
  geography: Geography,
): Promise<Result> {
  const order = await findOrder(tx, input.params.id)
  if (!order) return notFound()
  const shown = await importPage(tx, order, language, geography)
  return order.state === 'being-read' || order.state === 'under-way'
    ? reloading(shown, RELOAD_SECONDS)
    : shown
}

async function importPage(tx: Tx, order: Order, language: Language, geography: Geography): Promise<Result> {
  const { text } = localeOf(language)
  const title = text(messages.title)
  const isOpen = order.state === 'sent' || order.state === 'read'
  const bytes = isOpen ? await findFile(tx, order.id) : null
  const before = order.mapping ?? (await findLastMapping(tx, order.owner_id))
  const choices = bytes
    ? await tableChoices({ name: order.file_name, bytes }, before, {
        geography,
        organizations: await listKnownOrganizations(tx),
        owner: { key: order.owner_key, areaCode: order.owner_area },
      })
    : null
  const id = order.records === null ? null : order.reading_id
  const found = id && {
    progress: await findProgress(tx, id),
    fileFaults: await listFileFaults(tx, id),
    errors: await listRecords(tx, id, { only: 'errors', offset: 0, limit: SHOWN }),
    warnings: await listRecords(tx, id, { only: 'warnings', offset: 0, limit: SHOWN }),
  }
  const ofFile = text(messages.titleOfFile, { name: order.file_name })
  return page(
    {
      title: ofFile,
      path: urls.import.href({ id: order.id }),
      indexed: false,
      crumbs: [{ label: title, path: urls.imports.href() }],
    },
    <ImportPage
      {...{ title: ofFile, order, choices, found: found || null, shown: SHOWN, submission: randomUUID() }}
    />,
  )
}

/** POST /arbeid/import/{id}/lesing: reads the file with these columns and words. */
export async function readAgain(
  {
    tx,
    actor,
    input: { params, body },
  }: Context<'POST', typeof ImportParams, undefined, typeof MappingForm, Permitted>,
  geography: Geography,
): Promise<Result> {
  const order = await findOrder(tx, params.id)
  if (!order || (order.state !== 'sent' && order.state !== 'read')) return notFound()
  const bytes = await findFile(tx, order.id)
  if (!bytes) return notFound()
  const { innsending: submission, ...fields } = body
  const choices = await tableChoices({ name: order.file_name, bytes }, noMapping, {
    geography,
    organizations: await listKnownOrganizations(tx),
    owner: { key: order.owner_key, areaCode: order.owner_area },
  })
  const mapping = chosenMapping(choices?.headings ?? [], fields)
  await askForReading(tx, { orderId: order.id, mapping, submission, personId: actor.personId })
  return redirect(urls.import.href({ id: order.id }))
}

/** POST /arbeid/import/{id}/start: makes drafts of all, or of the good ones. */
export async function startImport({
  tx,
  actor,
  input: { params, body },
}: Context<'POST', typeof ImportParams, undefined, typeof StartForm, Permitted>): Promise<Result> {
  const order = await findOrder(tx, params.id)
  if (!order) return notFound()
  // What she saw must be what is taken: a file that has been read anew since is shown first.
  const isAsSeen = order.state === 'read' && order.reading_id === body.lesing
  const isAllowed = body.ta === 'good' || order.good === order.records
  if (isAsSeen && isAllowed && order.good) {
    const start = { orderId: order.id, readingId: body.lesing, take: body.ta, personId: actor.personId }
    if (await insertStart(tx, start)) await queue(tx, takeImportJob, { order: order.id })
  }
  return redirect(urls.import.href({ id: order.id }))
}

/** POST /arbeid/import/{id}/avbrudd: stops it where it is. */
export async function cancelImport({
  tx,
  actor,
  input: { params },
}: Context<'POST', typeof ImportParams, undefined, typeof EndForm, Permitted>): Promise<Result> {
  const order = await findOrder(tx, params.id)
  if (!order) return notFound()
  if (order.state !== 'done' && order.state !== 'refused')
    await insertCancellation(tx, order.id, actor.personId)
  return redirect(urls.import.href({ id: order.id }))
}
