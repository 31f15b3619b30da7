import type { Tx } from '#platform/db/sql.ts'
import { invalid, notFound, page, redirect, type PageHead, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import type { Language } from '#platform/i18n/language.ts'
import { pageLocaleOf } from '#platform/i18n/locale.tsx'
import { messages as administrationMessages } from '../administration/messages.ts'
import {
  administersPlace,
  findHouse,
  listUnits,
  type House,
  type HouseUnit,
} from '../directory/house.store.ts'
import { tellNamesChanged } from '../directory/names-changed.ts'
import type { editUnits } from '../policy.ts'
import type { EmptyForm, IdParams } from '../roles/role.schema.ts'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import { readUnit } from './read-unit.ts'
import { unitTree, unitWithin } from './unit-tree.ts'
import { closeUnit, findUnitHouse, insertUnit, isUnitInUse, updateUnit, waitForUnits } from './unit.store.ts'
import { UnitPage, UnitsPage, type UnitPageProps, type UnitsPageProps } from './units.view.tsx'
import type { UnitForm } from './unit.schema.ts'

type Reading = Context<'GET', typeof IdParams, undefined, undefined, typeof editUnits>
type Writing<B> = Context<'POST', typeof IdParams, undefined, B, typeof editUnits>

/** The tree of units, with the form for a new one. */
export async function showUnits({ tx, input, language }: Reading): Promise<Result> {
  const shown = await lookAround(tx, input.params.id)
  return shown ? page(unitsHead(shown.house, language), unitsPage(shown, language)) : notFound()
}

export async function addUnit({ tx, input, language }: Writing<typeof UnitForm>): Promise<Result> {
  await waitForUnits(tx, input.params.id)
  const shown = await lookAround(tx, input.params.id)
  if (!shown) return notFound()
  const { fields, errors } = readUnit(input.body, { ...shown, own: null })
  if (Object.keys(errors).length > 0)
    return invalid(
      unitsHead(shown.house, language),
      unitsPage({ ...shown, values: input.body, errors }, language),
    )
  await insertUnit(tx, shown.house.id, fields)
  return redirect(urls.units.href({ id: shown.house.id }))
}

/** One unit: its names, where it lies, and how to close it. */
export async function showUnit({ tx, input, language }: Reading): Promise<Result> {
  const shown = await look(tx, input.params.id)
  return shown ? page(unitHead(shown, language), unitPage(shown, language)) : notFound()
}

export async function saveUnit({ tx, input, language }: Writing<typeof UnitForm>): Promise<Result> {
  const shown = await look(tx, input.params.id)
  if (!shown || shown.own.isClosed) return notFound()
  const { own } = shown
  // A field that is not in the form says nothing.
  const form = shown.moves
    ? input.body
    : { ...input.body, under: own.parentId ?? '', telefon: '', nettside: '' }
  const { fields, errors } = readUnit(form, shown)
  if (Object.keys(errors).length > 0)
    return invalid(unitHead(shown, language), unitPage({ ...shown, values: form, errors }, language))
  await updateUnit(tx, own.id, fields, shown.moves)
  await tellNamesChanged(tx, shown.house.id, own.id)
  return redirect(urls.units.href({ id: shown.house.id }))
}

/** Closes a unit where nothing goes on any more. */
export async function endUnit({ tx, input, language, actor }: Writing<typeof EmptyForm>): Promise<Result> {
  const shown = await look(tx, input.params.id)
  if (!shown) return notFound()
  if (!shown.own.isClosed) {
    if (await isUnitInUse(tx, shown.own.id))
      return invalid(unitHead(shown, language), unitPage({ ...shown, closing: messages.inUse }, language))
    await closeUnit(tx, shown.own.id, actor.personId)
  }
  return redirect(urls.units.href({ id: shown.house.id }))
}

type Around = Omit<UnitsPageProps, 'title'>

async function lookAround(tx: Tx, id: string): Promise<Around | null> {
  const house = await findHouse(tx, id)
  if (!house) return null
  const all = await listUnits(tx, id)
  const whole = await administersPlace(tx, id)
  const tree = unitTree(all)
  const above = tree.filter(unit => unit.isMine)
  return whole || above.length > 0 ? { house, all, tree, above, whole, values: {}, errors: {} } : null
}

type Shown = Omit<UnitPageProps, 'title'>

async function look(tx: Tx, id: string): Promise<Shown | null> {
  const houseId = await findUnitHouse(tx, id)
  const around = houseId === null ? null : await lookAround(tx, houseId)
  const own = around?.all.find(unit => unit.id === id)
  if (!around || !own?.isMine) return null
  const within = unitWithin(around.all, id)
  return {
    ...around,
    own,
    // Its place is for those to change who administer what it lies in.
    moves: own.parentId === null ? around.whole : around.all.some(isMineAnd(own.parentId)),
    above: around.above.filter(unit => !within.has(unit.id)),
  }
}

const isMineAnd = (id: string) => (unit: HouseUnit) => unit.id === id && unit.isMine

function unitsHead(house: House, language: Language): PageHead {
  const { text, localText } = pageLocaleOf(language)
  return {
    title: text(messages.title, { name: localText(house.name) }),
    path: urls.units.href({ id: house.id }),
    crumbs: [{ label: text(administrationMessages.title), path: urls.administration.href() }],
    indexed: false,
  }
}

function unitHead({ house, own }: Shown, language: Language): PageHead {
  const above = unitsHead(house, language)
  return {
    title: pageLocaleOf(language).localText(own.name),
    path: urls.unit.href({ id: own.id }),
    crumbs: [...(above.crumbs ?? []), { label: above.title, path: above.path }],
    indexed: false,
  }
}

const unitsPage = (shown: Around, language: Language) => (
  <UnitsPage {...shown} title={unitsHead(shown.house, language).title} />
)

const unitPage = (shown: Shown, language: Language) => (
  <UnitPage {...shown} title={unitHead(shown, language).title} />
)
