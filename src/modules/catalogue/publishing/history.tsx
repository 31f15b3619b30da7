import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { today } from '#platform/clock.ts'
import { notFound, page, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import { listChainable } from '../draft/chain.store.ts'
import { makeLookups } from '../draft/lookups.ts'
import { listMoves } from '../moves/move.store.ts'
import { listParties } from '../draft/parts.store.ts'
import type { CatalogueParts } from '../parts.ts'
import { findDraft, stepsSince } from '../draft/draft.store.ts'
import { urls } from '../urls.ts'
import type { DraftParams } from './draft-list.schema.ts'
import type { HistoryQuery } from './draft-page.schema.ts'
import { HistoryPage, type Doing } from './history.view.tsx'
import { messages } from './messages.ts'
import { listNames } from './names.store.ts'
import { listPublications } from './publishing.store.ts'
import { nameOf, partiesIn } from './step.tsx'

const PAGE = 25

/** All that was done to a service, by whom and when. */
export async function showHistory(
  {
    tx,
    actor,
    input,
    language,
    clock,
  }: Context<'GET', typeof DraftParams, typeof HistoryQuery, undefined, Action>,
  { geography }: CatalogueParts,
): Promise<Result> {
  const draft = await findDraft(tx, input.params.id, today(clock))
  if (!draft) return notFound()
  const publications = await listPublications(tx, draft.id)
  const doings: Doing[] = [
    ...(await stepsSince(tx, draft.id, 0)).map((step): Doing => ({
      kind: 'step',
      at: step.saved_at,
      who: step.person_id,
      step,
    })),
    ...publications.map((publication): Doing => ({
      kind: 'publication',
      at: publication.published_at,
      who: publication.published_by,
      publication,
    })),
    ...publications.flatMap(({ archived_at, archived_by, reason }): Doing[] =>
      archived_at ? [{ kind: 'archiving', at: archived_at, who: archived_by, reason }] : [],
    ),
    ...(await listMoves(tx, draft.id)).map((move): Doing => ({
      kind: 'move',
      at: move.moved_at,
      who: move.moved_by,
      move,
    })),
  ].toSorted((a, b) => b.at.getTime() - a.at.getTime())
  const { side } = input.query
  const shown = doings.slice((side - 1) * PAGE, side * PAGE)
  const services = await listChainable(tx, { id: draft.id, coverage: [], named: servicesIn(shown) })
  const changes = shown.flatMap(doing => (doing.kind === 'step' ? [doing.step.before, doing.step.after] : []))
  const named = partiesIn(changes)
  const parties =
    named.length > 0
      ? await listParties(tx, { ownerId: draft.owner_id, territory: [], named, typed: [] })
      : []
  const { text } = localeOf(language)
  const name = nameOf(draft, language)
  const title = text(messages.historyTitle, { name })
  return page(
    {
      title,
      path: urls.draftHistory.href({ id: draft.id }),
      crumbs: [
        { label: text(messages.services), path: urls.drafts.href() },
        { label: name, path: urls.draft.href({ id: draft.id }) },
      ],
    },
    <HistoryPage
      title={title}
      draftId={draft.id}
      isChanged={input.query.endret === 'ja'}
      doings={shown}
      lookups={makeLookups(geography, services, language, parties)}
      mayEdit={draft.may_edit}
      revision={draft.revision}
      submission={randomUUID()}
      me={actor.personId}
      names={await listNames(tx, [...new Set(shown.flatMap(doing => doing.who ?? []))])}
      page={side}
      pages={Math.ceil(doings.length / PAGE)}
    />,
  )
}

const Keys = z.array(z.string()).catch([])

/** Keys of services that the changes name. */
function servicesIn(doings: readonly Doing[]): string[] {
  return doings.flatMap(doing =>
    doing.kind === 'step'
      ? [doing.step.before, doing.step.after].flatMap(fields => [
          ...Keys.parse(fields['weaker']),
          ...Keys.parse(fields['stronger']),
        ])
      : [],
  )
}
