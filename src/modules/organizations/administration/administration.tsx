import type { AdministrationDoor, WorkLink } from '#platform/auth/work-link.ts'
import { page, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import { pageLocaleOf } from '#platform/i18n/locale.tsx'
import { mayEnter } from '#platform/auth/permission.ts'
import { listHouses, listWholeHouses } from '../directory/house.store.ts'
import { listRequests } from '../joining/joining.store.ts'
import { administer, admitOrganizations, editDetails, editUnits, seeAgreements, seeRoles } from '../policy.ts'
import { urls } from '../urls.ts'
import { AdministrationPage } from './administration.view.tsx'
import { messages } from './messages.ts'

/** In the menu of those who administer, lead or coordinate. */
export const administrationLink: WorkLink = {
  label: messages.title,
  path: urls.administration.href(),
  permission: administer,
}

/** The doors to what one may see and decide about organisations. */
export async function showAdministration(
  { tx, actor, language }: Context<'GET', undefined, undefined, undefined, typeof administer>,
  doors: readonly AdministrationDoor[],
): Promise<Result> {
  const title = pageLocaleOf(language).text(messages.title)
  const admits = mayEnter(actor, admitOrganizations)
  const [houses, withUnits, withDetails, requests] = [
    await listHouses(tx, seeRoles.roles),
    await listHouses(tx, editUnits.roles),
    await listWholeHouses(tx, editDetails.roles),
    admits ? await listRequests(tx) : [],
  ]
  const open: AdministrationDoor[] = []
  for (const door of doors) if (await door.isOpen(tx, actor)) open.push(door)
  return page(
    { title, path: urls.administration.href(), indexed: false },
    <AdministrationPage
      title={title}
      houses={houses}
      withUnits={withUnits.map(house => house.id)}
      withDetails={withDetails.map(house => house.id)}
      waiting={admits ? requests.filter(request => request.decision === null).length : null}
      seesAgreements={mayEnter(actor, seeAgreements)}
      doors={open}
    />,
  )
}
