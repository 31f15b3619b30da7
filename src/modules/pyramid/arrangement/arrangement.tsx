import { randomUUID } from 'node:crypto'
import type * as z from 'zod'
import type { Geography } from '#modules/areas/index.ts'
import type { WorkLink } from '#platform/auth/work-link.ts'
import { mayEnter } from '#platform/auth/permission.ts'
import type { Tx } from '#platform/db/sql.ts'
import { invalid, notFound, page, redirect, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import { arrangeRooms, seeGaps } from '../policy.ts'
import { urls } from '../urls.ts'
import { changed, completed, placeRooms, type Arrangement, type Change } from './arrangement.ts'
import type {
  ArrangementParams,
  ArrangementQuery,
  ChangeForm,
  OwnRoomForm,
  OwnRoomParams,
  OwnRoomQuery,
} from './arrangement.schema.ts'
import {
  findArrangement,
  findLastOwnNumber,
  insertChange,
  isSubmitted,
  listChanges,
  listReach,
} from './arrangement.store.ts'
import { ArrangementPage } from './arrangement.view.tsx'
import { messages } from './messages.ts'
import { editedRoom, filledForm, readForm, type EditedRoom, type FormError } from './own-room.ts'
import { OwnRoomPage } from './own-room.view.tsx'

/** The pyramid at the work desk: for coordinators, who arrange it, and those who see what lacks in it. */
export const pyramidLink: WorkLink = { label: messages.link, path: urls.gaps.href(), permission: seeGaps }

/** Changes that are listed. */
const MOST = 30

/** Municipalities whose rooms who acts may arrange. */
export async function listOwn(tx: Tx, geography: Geography): Promise<string[]> {
  const codes = await listReach(tx, arrangeRooms.roles)
  return codes.filter(code => geography.get(code)?.kind === 'municipality')
}

/** GET /arbeid/pyramide: the rooms of a municipality, to be arranged, and what was done to them. */
export async function showArrangement(
  { tx, actor, input, language }: Context<'GET', undefined, typeof ArrangementQuery, undefined, Action>,
  geography: Geography,
): Promise<Result> {
  const title = localeOf(language).text(messages.title)
  const head = { title, path: urls.arrangement.href(), indexed: false }
  const own = await listOwn(tx, geography)
  const code = input.query.omrade ?? own[0]
  if (code === undefined) return page(head, <ArrangementPage title={title} shown={null} />)
  if (!own.includes(code)) return notFound()
  const { revision, rooms } = await findArrangement(tx, code)
  return page(
    { ...head, here: urls.arrangement.href({ omrade: code }) },
    <ArrangementPage
      title={title}
      shown={{
        area: geography.need(code),
        choices: own.map(one => geography.need(one)),
        rooms: placeRooms(rooms),
        arranged: completed(rooms),
        revision,
        changes: await listChanges(tx, code, MOST),
        done: input.query.gjort ?? null,
        submission: randomUUID(),
        maySeeGaps: mayEnter(actor, seeGaps),
      }}
    />,
  )
}

/** POST /arbeid/pyramide/{code}/endring: a room is moved, hidden, shown or taken away, or an earlier revision brought back. */
export async function changeRooms(
  { tx, actor, input }: Context<'POST', typeof ArrangementParams, undefined, typeof ChangeForm, Action>,
  geography: Geography,
): Promise<Result> {
  const { code } = input.params
  const { hva, rom, til, utgave, innsending } = input.body
  if (!(await listOwn(tx, geography)).includes(code)) return notFound()
  const back = (gjort: 'ja' | 'endret' | 'ingenting') =>
    redirect(urls.arrangement.href({ omrade: code, gjort }))
  const now = await findArrangement(tx, code)
  const about = rom === undefined ? '' : nameIn(now.rooms, rom)
  const sent = {
    area: code,
    from: utgave,
    kind: hva,
    // The name of a room that was taken away is no longer known.
    about: hva === 'remove' ? null : about,
    submission: innsending,
    personId: actor.personId,
  }
  if (await isSubmitted(tx, sent)) return back('ja')
  if (now.revision !== utgave) return back('endret')
  const to = await roomsAfter(tx, code, now, { hva, rom, til })
  if (to === 'unknown') return notFound()
  if (to === null) return back('ingenting')
  const isWritten = await insertChange(tx, {
    area: code,
    from: utgave,
    kind: hva,
    about,
    ...(hva === 'restore' && { restored: til! }),
    rooms: to,
    submission: innsending,
    personId: actor.personId,
  })
  return back(isWritten ? 'ja' : 'endret')
}

/** Null: nothing would change. */
async function roomsAfter(
  tx: Tx,
  area: string,
  now: { revision: number; rooms: Arrangement },
  { hva, rom, til }: Pick<z.output<typeof ChangeForm>, 'hva' | 'rom' | 'til'>,
): Promise<Arrangement | 'unknown' | null> {
  if (hva !== 'restore') {
    if (rom === undefined || !completed(now.rooms).some(room => room.code === rom)) return 'unknown'
    return changed(now.rooms, { kind: hva, code: rom })
  }
  if (til === undefined || til >= now.revision) return 'unknown'
  if (til === 0) return []
  const before = await findArrangement(tx, area, til)
  return before.revision === til ? before.rooms : 'unknown'
}

/** What a room is called in the arrangement, in Norwegian: for the list of what was done. */
function nameIn(rooms: Arrangement, code: string): string {
  const own = completed(rooms).find(room => room.code === code)?.name
  return own?.nb ?? placeRooms(rooms).find(room => room.code === code)?.name.nb ?? code
}

/** GET /arbeid/pyramide/{code}/rom/{room}: the form of a room. */
export async function showOwnRoom(
  { tx, input, language }: Context<'GET', typeof OwnRoomParams, typeof OwnRoomQuery, undefined, Action>,
  geography: Geography,
): Promise<Result> {
  const { code, room } = input.params
  if (!(await listOwn(tx, geography)).includes(code)) return notFound()
  const { revision, rooms } = await findArrangement(tx, code)
  const edited = editedRoom(rooms, room, input.query.niva)
  if (!edited) return notFound()
  const now = completed(rooms).find(one => one.code === room)
  const form = { ...filledForm(now, edited.level), utgave: revision, innsending: randomUUID() }
  return ownRoomPage(page, { code, edited, form, errors: [], isStale: false }, language, geography)
}

/** POST /arbeid/pyramide/{code}/rom/{room} */
export async function saveOwnRoom(
  {
    tx,
    actor,
    input,
    language,
  }: Context<'POST', typeof OwnRoomParams, undefined, typeof OwnRoomForm, Action>,
  geography: Geography,
): Promise<Result> {
  const { code, room } = input.params
  const form = input.body
  if (!(await listOwn(tx, geography)).includes(code)) return notFound()
  const done = redirect(urls.arrangement.href({ omrade: code, gjort: 'ja' }))
  const sent = {
    area: code,
    from: form.utgave,
    kind: null,
    about: null,
    submission: form.innsending,
    personId: actor.personId,
  }
  if (await isSubmitted(tx, sent)) return done
  const now = await findArrangement(tx, code)
  const edited = editedRoom(now.rooms, room, form.niva)
  if (!edited) return notFound()
  const again = (errors: FormError[], isStale: boolean, utgave = form.utgave) =>
    ownRoomPage(invalid, { code, edited, form: { ...form, utgave }, errors, isStale }, language, geography)
  // What she wrote stands in the form, which now changes the rooms as the other has left them.
  if (now.revision !== form.utgave) return again([], true, now.revision)
  const read = readForm(form, edited, now.rooms)
  if ('errors' in read) return again(read.errors, false)
  const to = changed(now.rooms, read.change, await findLastOwnNumber(tx, code))
  if (!to) return notFound()
  const isWritten = await insertChange(tx, {
    area: code,
    from: now.revision,
    kind: read.change.kind,
    about: aboutOf(read.change, now.rooms),
    rooms: to,
    submission: form.innsending,
    personId: actor.personId,
  })
  return isWritten ? done : again([], true, now.revision + 1)
}

const aboutOf = (change: Change, rooms: Arrangement) =>
  'name' in change && change.name ? change.name.nb : 'code' in change ? nameIn(rooms, change.code) : ''

type OwnRoomProps = {
  code: string
  edited: EditedRoom
  form: OwnRoomForm
  errors: FormError[]
  isStale: boolean
}

function ownRoomPage(
  answer: typeof page | typeof invalid,
  { code, ...props }: OwnRoomProps,
  language: Parameters<typeof localeOf>[0],
  geography: Geography,
): Result {
  const { text, localText } = localeOf(language)
  const { edited } = props
  const title = edited.national
    ? text(messages.renameTitle, { room: localText(edited.national) })
    : text(edited.code === 'nytt' ? messages.newTitle : messages.ownTitle)
  return answer(
    {
      title,
      path: urls.ownRoom.href({ code, room: edited.code }, { niva: edited.isOwn ? edited.level : null }),
      crumbs: [{ label: text(messages.title), path: urls.arrangement.href({ omrade: code }) }],
      indexed: false,
    },
    <OwnRoomPage title={title} area={geography.need(code)} {...props} />,
  )
}
