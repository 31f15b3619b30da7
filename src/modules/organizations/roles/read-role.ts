import type { Message } from '#platform/i18n/messages.ts'
import type { PlacedUnit } from '../units/unit-tree.ts'
import { roles, type Role } from '../rules.ts'
import { messages } from './messages.ts'
import { isDay } from './role-period.ts'
import type { RoleForm } from './role.schema.ts'

export type RoleErrors = Partial<Record<keyof RoleForm, Message>>

export type GivenRole = { role: Role; unitId: string | null; validFrom: string; validTo: string | null }

/**
 * What a form says about a role, or what is wrong with it.
 * @param today `YYYY-MM-DD`
 * @param units the units that may be chosen
 * @param whole may the whole organisation be chosen?
 */
export function readRole(
  form: RoleForm,
  { today, units, whole }: { today: string; units: readonly PlacedUnit[]; whole: boolean },
): { given: GivenRole; errors: RoleErrors } {
  const errors: RoleErrors = {}
  const role = roles.find(one => one === form.rolle)
  if (!role) errors.rolle = messages.chooseRole
  const unitId = form.enhet === '' ? null : form.enhet
  if (unitId === null ? !whole : !units.some(unit => unit.id === unitId)) errors.enhet = messages.choosePlace
  const days = readPeriod(form, today, errors)
  return { given: { role: role ?? 'editor', unitId, ...days }, errors }
}

/** From when and until when; today when nothing is said. Not before today. */
export function readPeriod(
  form: Pick<RoleForm, 'fra' | 'til'>,
  today: string,
  errors: RoleErrors,
): { validFrom: string; validTo: string | null } {
  const validFrom = form.fra === '' ? today : form.fra
  const validTo = form.til === '' ? null : form.til
  if (!isDay(validFrom)) errors.fra = messages.badDay
  else if (validFrom < today) errors.fra = messages.pastDay
  if (validTo !== null && !isDay(validTo)) errors.til = messages.badDay
  else if (validTo !== null && validTo < validFrom) errors.til = messages.toBeforeFrom
  return { validFrom, validTo }
}
