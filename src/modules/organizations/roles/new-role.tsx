import { today } from '#platform/clock.ts'
import type { Tx } from '#platform/db/sql.ts'
import { invalid, notFound, page, redirect, type PageHead, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import type { Language } from '#platform/i18n/language.ts'
import { pageLocaleOf } from '#platform/i18n/locale.tsx'
import { administersPlace, findHouse, listUnits, type House } from '../directory/house.store.ts'
import type { grantRoles } from '../policy.ts'
import { unitTree } from '../units/unit-tree.ts'
import { urls } from '../urls.ts'
import { holdsAlready, insertGrant, listKnown, mayGrant } from './grant.store.ts'
import { messages } from './messages.ts'
import { NewRolePage } from './new-role.view.tsx'
import { readRole, type RoleErrors } from './read-role.ts'
import type { IdParams, RoleForm } from './role.schema.ts'

/** The form that gives one more role to somebody who is here already. */
export async function showNewRole({
  tx,
  input,
  language,
  clock,
}: Context<'GET', typeof IdParams, undefined, undefined, typeof grantRoles>): Promise<Result> {
  const shown = await look(tx, input.params.id)
  if (!shown) return notFound()
  const head = headOf(shown.house, language)
  return page(head, <NewRolePage {...shown} title={head.title} values={{ fra: today(clock) }} errors={{}} />)
}

export async function giveRole({
  tx,
  input,
  language,
  clock,
  actor,
}: Context<'POST', typeof IdParams, undefined, typeof RoleForm, typeof grantRoles>): Promise<Result> {
  const shown = await look(tx, input.params.id)
  if (!shown) return notFound()
  const { house } = shown
  const { given, errors } = readRole(input.body, { ...shown, today: today(clock) })
  const person = shown.known.find(one => one.id === input.body.person)
  if (!person) errors.person = messages.chooseSomebody
  if (person && isFree(errors)) {
    const wanted = { ...given, personId: person.id, organizationId: house.id, deputyFor: null }
    if (await holdsAlready(tx, wanted)) errors.rolle = messages.hasAlready
    else if (!(await mayGrant(tx, wanted, actor.personId))) errors.rolle = messages.notYourself
    else {
      await insertGrant(tx, wanted, actor.personId)
      return redirect(urls.organization.href({ id: house.id }))
    }
  }
  const head = headOf(house, language)
  return invalid(head, <NewRolePage {...shown} title={head.title} values={input.body} errors={errors} />)
}

const isFree = (errors: RoleErrors): boolean => Object.keys(errors).length === 0

async function look(tx: Tx, id: string) {
  const house = await findHouse(tx, id)
  if (!house) return null
  const whole = await administersPlace(tx, id)
  const units = unitTree(await listUnits(tx, id)).filter(unit => unit.isMine)
  return whole || units.length > 0 ? { house, whole, units, known: await listKnown(tx, id) } : null
}

function headOf(house: House, language: Language): PageHead {
  const { text, localText } = pageLocaleOf(language)
  const name = localText(house.name)
  return {
    title: text(messages.giveTitle, { name }),
    path: urls.newRole.href({ id: house.id }),
    crumbs: [{ label: text(messages.title, { name }), path: urls.organization.href({ id: house.id }) }],
    indexed: false,
  }
}
