import * as z from 'zod'
import { listMyNamedRoles } from '#modules/organizations/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { mayEnter } from '#platform/auth/permission.ts'
import type { WorkDeskPart } from '#platform/auth/work-desk-part.ts'
import type { WorkLink } from '#platform/auth/work-link.ts'
import { today } from '#platform/clock.ts'
import type { Tx } from '#platform/db/sql.ts'
import { page, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import { pageLocaleOf } from '#platform/i18n/locale.tsx'
import { messages } from '../messages.ts'
import { urls } from '../urls.ts'
import { WorkDesk, type Desk } from './work-desk.view.tsx'

/** The first in the menu of those who are logged in. */
export const workDeskLink: WorkLink = {
  label: messages.workDesk,
  path: urls.workDesk.href(),
  permission: 'person',
}

/** The name of what coordinators do, in that menu. */
export const coordinationLabel = messages.navCoordination

export const WorkDeskQuery = z.object({ bekreftet: z.string().optional() })

/** Shown of what waits, of all parts together. */
const SHOWN = 12

/** Where one comes to after logging in: what waits for who acts, what is hers, and who she is here. */
export async function showWorkDesk(
  { tx, actor, input, language, clock }: Context<'GET', undefined, typeof WorkDeskQuery, undefined, 'person'>,
  parts: readonly WorkDeskPart[],
): Promise<Result> {
  const title = pageLocaleOf(language).text(messages.workDeskTitle, { name: actor.name })
  const day = today(clock)
  return page(
    { title, path: urls.workDesk.href(), indexed: false },
    <WorkDesk
      title={title}
      kind={actor.kind}
      day={day}
      roles={await listMyNamedRoles(tx)}
      desk={await gather(tx, actor, day, parts)}
      isConfirmed={input.query.bekreftet !== undefined}
    />,
  )
}

/** What the parts have, in the order of the day by which it is due, or since which it waits. */
async function gather(tx: Tx, actor: Actor, day: string, parts: readonly WorkDeskPart[]): Promise<Desk> {
  const desk: Desk = { waiting: [], more: [], own: [], suggestions: [] }
  if (actor.roles.length === 0) return desk
  for (const part of parts) {
    const { items, more } = await part.waiting(tx, actor, day)
    desk.waiting.push(...items)
    desk.more.push(...more)
    const own = await part.own?.(tx, actor, day)
    if (own) desk.own.push(own)
    desk.suggestions.push(...part.suggestions.filter(({ permission }) => mayEnter(actor, permission)))
  }
  const when = (item: Desk['waiting'][number]) => item.due ?? item.since ?? day
  desk.waiting.sort((a, b) => (when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : 0))
  desk.waiting.splice(SHOWN)
  return desk
}
