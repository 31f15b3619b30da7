import type { LocalText } from '#platform/i18n/language.ts'
import type { Message } from '#platform/i18n/messages.ts'
import type { HouseUnit } from '../directory/house.store.ts'
import { messages } from './messages.ts'
import { unitWithin, type PlacedUnit } from './unit-tree.ts'
import type { UnitFields } from './unit.store.ts'
import type { UnitForm } from './unit.schema.ts'

export type UnitErrors = Partial<Record<keyof UnitForm, Message>>

type Surroundings = {
  /** All units of the organisation. */
  all: readonly HouseUnit[]
  /** Those it may lie below. */
  above: readonly PlacedUnit[]
  /** May it lie directly in the organisation? */
  whole: boolean
  /** The unit itself; null for a new one. */
  own: HouseUnit | null
}

/** What a form says about a unit, or what is wrong with it. */
export function readUnit(form: UnitForm, around: Surroundings): { fields: UnitFields; errors: UnitErrors } {
  const errors: UnitErrors = {}
  const { own } = around
  const names: LocalText = {
    nb: form.navn,
    // A name that is taken out is written as in bokmål: a name in another language cannot be deleted.
    ...((form.navn_nn || own?.name.nn) && { nn: form.navn_nn || form.navn }),
    ...((form.navn_en || own?.name.en) && { en: form.navn_en || form.navn }),
  }
  // Spaces that nobody sees are no name.
  if (!/[\p{L}\p{N}]/u.test(form.navn)) errors.navn = messages.nameMissing
  for (const field of ['navn', 'navn_nn', 'navn_en'] as const)
    if (form[field].length > 200) errors[field] = messages.nameTooLong
  const parentId = form.under === '' ? null : form.under
  const isUnchanged = own !== null && parentId === own.parentId
  const isBelowItself = own !== null && parentId !== null && unitWithin(around.all, own.id).has(parentId)
  const isThere = parentId === null ? around.whole : around.above.some(unit => unit.id === parentId)
  if (isBelowItself || !(isThere || isUnchanged)) errors.under = messages.badParent
  const isTaken = around.all.some(
    unit => unit.id !== own?.id && !unit.isClosed && unit.parentId === parentId && unit.name.nb === form.navn,
  )
  if (isTaken) errors.navn = messages.nameTaken
  const phone = form.telefon.replaceAll(/[\s.-]/g, '')
  if (phone !== '' && !/^\+?[0-9]{3,15}$/.test(phone)) errors.telefon = messages.badPhone
  if (form.nettside !== '' && !isWebsite(form.nettside)) errors.nettside = messages.badWebsite
  return { fields: { names, parentId, phone: phone || null, website: form.nettside || null }, errors }
}

/** An address of a page, whole. */
export function isWebsite(text: string): boolean {
  const url = URL.parse(text)
  return text.length <= 500 && /^https?:\/\//.test(text) && url !== null && /\.[^.]+$/.test(url.hostname)
}
