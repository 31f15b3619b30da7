import { today } from '#platform/clock.ts'
import type { Tx } from '#platform/db/sql.ts'
import { invalid, notFound, page, redirect, type PageHead, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import type { Language } from '#platform/i18n/language.ts'
import { pageLocaleOf } from '#platform/i18n/locale.tsx'
import { messages as administrationMessages } from '../administration/messages.ts'
import { administersPlace, findHouse, listHouses, listUnits } from '../directory/house.store.ts'
import { seeRoles, type grantRoles } from '../policy.ts'
import { unitTree } from '../units/unit-tree.ts'
import { urls } from '../urls.ts'
import {
  endGrant,
  findGrant,
  holdsAlready,
  insertGrant,
  isLastAdministrator,
  listDeputies,
  listKnown,
  mayGrant,
  type Grant,
} from './grant.store.ts'
import { messages } from './messages.ts'
import { readPeriod, readRole, type GivenRole, type RoleErrors } from './read-role.ts'
import { stateOf } from './role-period.ts'
import { roleNames } from './role-names.ts'
import { RolePage, type RolePageProps } from './role.view.tsx'
import type { EndForm, IdParams, RoleForm } from './role.schema.ts'

type Reading = Context<'GET', typeof IdParams, undefined, undefined, 'person'>
type Writing<B> = Context<'POST', typeof IdParams, undefined, B, typeof grantRoles>

/** One role: what it is, and for who administers it how to change and end it. Everybody sees her own. */
export async function showRole({ tx, input, language, clock, actor }: Reading): Promise<Result> {
  const shown = await look(tx, input.params.id, actor.personId, today(clock))
  return shown ? page(headOf(shown, language), pageOf(shown, language)) : notFound()
}

/** Changes a role: a new one is given, and the old one ends. */
export async function changeRole({
  tx,
  input,
  language,
  clock,
  actor,
}: Writing<typeof RoleForm>): Promise<Result> {
  const shown = await look(tx, input.params.id, actor.personId, today(clock))
  if (!shown?.administers || shown.grant.deputyFor) return notFound()
  const { grant } = shown
  // The button pressed again, or another has been before.
  if (shown.isOver) return redirect(urls.organization.href({ id: grant.organizationId }))
  const { given, errors } = readRole(input.body, shown)
  const wanted = { ...grant, ...given, deputyFor: null }
  if (Object.keys(errors).length === 0) {
    if (await holdsAlready(tx, wanted, grant.id)) errors.rolle = messages.hasAlready
    else if (!(await mayGrant(tx, wanted, actor.personId))) errors.rolle = messages.notYourself
    else if (!takesItsPlace(given, grant, shown.today) && (await isLastAdministrator(tx, grant.id)))
      errors.rolle = messages.lastAdministrator
  }
  if (Object.keys(errors).length === 0) {
    await insertGrant(tx, wanted, actor.personId)
    await endGrant(tx, grant, actor.personId, null)
    return redirect(urls.organization.href({ id: grant.organizationId }))
  }
  return invalid(
    headOf(shown, language),
    pageOf({ ...shown, change: { values: input.body, errors } }, language),
  )
}

/** Takes a role back, or lays one's own down. */
export async function endRole({
  tx,
  input,
  language,
  clock,
  actor,
}: Context<'POST', typeof IdParams, undefined, typeof EndForm, 'person'>): Promise<Result> {
  const shown = await look(tx, input.params.id, actor.personId, today(clock))
  if (!shown || !(shown.administers || shown.isOwn)) return notFound()
  const { grant } = shown
  const reason = input.body.grunn
  if (!shown.isOver) {
    const error =
      reason.length > 500
        ? messages.wrongText
        : (await isLastAdministrator(tx, grant.id))
          ? messages.lastAdministrator
          : null
    if (error) return invalid(headOf(shown, language), pageOf({ ...shown, end: { reason, error } }, language))
    await endGrant(tx, grant, actor.personId, reason === '' ? null : reason)
  }
  return redirect(
    shown.isOwn ? urls.role.href({ id: grant.id }) : urls.organization.href({ id: grant.organizationId }),
  )
}

/** Lets another stand in for a role. */
export async function appointDeputy({
  tx,
  input,
  language,
  clock,
  actor,
}: Writing<typeof RoleForm>): Promise<Result> {
  const shown = await look(tx, input.params.id, actor.personId, today(clock))
  if (!shown?.administers || shown.isOver || shown.grant.deputyFor) return notFound()
  const { grant } = shown
  const errors: RoleErrors = {}
  const days = readPeriod(input.body, today(clock), errors)
  const person = shown.known.find(one => one.id === input.body.person && one.id !== grant.personId)
  if (!person) errors.person = messages.chooseSomebody
  if (person && Object.keys(errors).length === 0) {
    const wanted = { ...grant, ...days, personId: person.id, deputyFor: grant.id }
    if (await holdsAlready(tx, wanted)) errors.person = messages.hasAlready
    else if (!(await mayGrant(tx, wanted, actor.personId))) errors.person = messages.notYourself
    else {
      await insertGrant(tx, wanted, actor.personId)
      return redirect(urls.role.href({ id: grant.id }))
    }
  }
  return invalid(
    headOf(shown, language),
    pageOf({ ...shown, deputy: { values: input.body, errors } }, language),
  )
}

/** Is a new role that of an administrator of the whole, from today and for as long as the old one? */
function takesItsPlace(given: GivenRole, old: Grant, day: string): boolean {
  const isLongEnough = given.validTo === null || (old.validTo !== null && given.validTo >= old.validTo)
  return given.role === 'administrator' && given.unitId === null && given.validFrom <= day && isLongEnough
}

type Shown = Omit<RolePageProps, 'title'> & {
  /** May she see the roles of the organisation? */ sees: boolean
}

async function look(tx: Tx, id: string, me: string, day: string): Promise<Shown | null> {
  const grant = await findGrant(tx, id)
  const house = grant && (await findHouse(tx, grant.organizationId))
  if (!grant || !house) return null
  const administers = await administersPlace(tx, grant.unitId ?? grant.organizationId)
  const units = administers ? await listUnits(tx, house.id) : []
  return {
    grant,
    house,
    administers,
    sees: (await listHouses(tx, seeRoles.roles)).some(one => one.id === house.id),
    isOwn: grant.personId === me,
    isOver: stateOf(grant, day) === 'over',
    whole: administers && (await administersPlace(tx, house.id)),
    units: unitTree(units).filter(unit => unit.isMine),
    deputies: await listDeputies(tx, id),
    known: administers ? await listKnown(tx, house.id) : [],
    today: day,
  }
}

function headOf({ grant, sees }: Shown, language: Language): PageHead {
  const { text, localText } = pageLocaleOf(language)
  const { organizationId: id } = grant
  return {
    title: text(messages.roleTitle, {
      role: text(roleNames[grant.role]),
      name: grant.person ?? text(messages.somebody),
    }),
    path: urls.role.href({ id: grant.id }),
    // Who sees only her own has nothing above it.
    ...(sees && {
      crumbs: [
        { label: text(administrationMessages.title), path: urls.administration.href() },
        {
          label: text(messages.title, { name: localText(grant.organization) }),
          path: urls.organization.href({ id }),
        },
      ],
    }),
    indexed: false,
  }
}

function pageOf(shown: Shown, language: Language) {
  return <RolePage {...shown} title={headOf(shown, language).title} />
}
