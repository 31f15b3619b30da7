import { today } from '#platform/clock.ts'
import { notFound, page, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import { pageLocaleOf } from '#platform/i18n/locale.tsx'
import { messages as administrationMessages } from '../administration/messages.ts'
import { findHouse, administersPlace, listHouses, listUnits } from '../directory/house.store.ts'
import { listWaiting } from '../invitations/invitation.store.ts'
import { seeRoles } from '../policy.ts'
import { urls } from '../urls.ts'
import { listGrants } from './grant.store.ts'
import { messages } from './messages.ts'
import { RolesPage } from './overview.view.tsx'
import type { IdParams } from './role.schema.ts'

/** Who has what in an organisation, as far as who asks answers for it. */
export async function showRoles({
  tx,
  input,
  language,
  clock,
}: Context<'GET', typeof IdParams, undefined, undefined, typeof seeRoles>): Promise<Result> {
  const { id } = input.params
  const mine = await listHouses(tx, seeRoles.roles)
  const house = mine.some(one => one.id === id) ? await findHouse(tx, id) : null
  if (!house) return notFound()
  const { text, localText } = pageLocaleOf(language)
  const title = text(messages.title, { name: localText(house.name) })
  const grants = await listGrants(tx, id)
  const units = await listUnits(tx, id)
  const isWhole = await administersPlace(tx, id)
  return page(
    {
      title,
      path: urls.organization.href({ id }),
      crumbs: [{ label: text(administrationMessages.title), path: urls.administration.href() }],
      indexed: false,
    },
    <RolesPage
      title={title}
      house={house}
      grants={grants}
      waiting={await listWaiting(tx, id)}
      administers={isWhole || units.some(unit => unit.isMine)}
      today={today(clock)}
    />,
  )
}
