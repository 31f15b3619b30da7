import { listMyNamedRoles } from '#modules/organizations/index.ts'
import type { WorkLink } from '#platform/auth/work-link.ts'
import { page, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import { pageLocaleOf } from '#platform/i18n/locale.tsx'
import { messages } from '../messages.ts'
import { urls } from '../urls.ts'
import { WorkDesk } from './work-desk.view.tsx'

/** The first in the menu of those who are logged in. */
export const workDeskLink: WorkLink = {
  label: messages.workDesk,
  path: urls.workDesk.href(),
  permission: 'person',
}

/** Where one comes to after logging in: who one is here, and what one may do. */
export async function showWorkDesk({
  tx,
  actor,
  language,
}: Context<'GET', undefined, undefined, undefined, 'person'>): Promise<Result> {
  const title = pageLocaleOf(language).text(messages.workDeskTitle, { name: actor.name })
  return page(
    { title, path: urls.workDesk.href(), indexed: false },
    <WorkDesk title={title} kind={actor.kind} roles={await listMyNamedRoles(tx)} />,
  )
}
