import * as z from 'zod'
import { today, type Clock } from '#platform/clock.ts'
import type { Tx } from '#platform/db/sql.ts'
import { emptyAsMissing, uuid } from '#platform/http/input.ts'
import { csvFile } from '#platform/http/csv.ts'
import { notFound, page, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { localeOf, pageLocaleOf } from '#platform/i18n/locale.tsx'
import { listFindings } from '../finding/finding.store.ts'
import type { MappingParts } from '../parts.ts'
import { messages as roundMessages } from '../round/messages.ts'
import { listRounds, type Round } from '../round/round.store.ts'
import type { Snapshot } from '../snapshot/snapshot.schema.ts'
import { findSnapshot } from '../snapshot/snapshot.store.ts'
import { takeSnapshot } from '../snapshot/take-snapshot.ts'
import { urls } from '../urls.ts'
import { compare, type Comparison } from './compare.ts'
import { comparisonTable } from './comparison-table.ts'
import { ComparisonPage } from './comparison.view.tsx'
import { messages } from './messages.ts'

/** Two rounds of the same organisation; without them, the last two that can be compared. */
export const ComparisonQuery = z.object({
  fra: emptyAsMissing(uuid.optional()),
  til: emptyAsMissing(uuid.optional()),
})

type Asked = Context<'GET', undefined, typeof ComparisonQuery, undefined, Action>

/** Two rounds beside each other. */
export type Pair = { first: Round; second: Round; was: Snapshot; is: Snapshot; comparison: Comparison }

/** GET /arbeid/kartlegging/sammenligning: what has changed from one round to another. */
export async function showComparison(context: Asked, parts: MappingParts): Promise<Result> {
  const { text } = pageLocaleOf(context.language)
  const title = text(messages.title)
  const { rounds, pair } = await look(context, parts)
  if (pair === 'missing') return notFound()
  return page(
    {
      title,
      path: urls.comparison.href(),
      here: urls.comparison.href({ fra: pair?.first.id, til: pair?.second.id }),
      crumbs: [{ label: text(roundMessages.rounds), path: urls.rounds.href() }],
      indexed: false,
    },
    <ComparisonPage title={title} rounds={rounds} pair={pair} />,
  )
}

/** GET /arbeid/kartlegging/sammenligning/csv: the same as a file. */
export async function downloadComparison(context: Asked, parts: MappingParts): Promise<Result> {
  const { pair } = await look(context, parts)
  if (pair === null || pair === 'missing') return notFound()
  return csvFile('sammenligning.csv', comparisonTable(pair, localeOf(context.language)))
}

async function look(
  { tx, input, clock }: Pick<Asked, 'tx' | 'input' | 'clock'>,
  parts: MappingParts,
): Promise<{ rounds: Round[]; pair: Pair | null | 'missing' }> {
  const rounds = (await listRounds(tx)).filter(({ isWhole }) => isWhole)
  const { fra, til } = input.query
  const second = til === undefined ? rounds[0] : rounds.find(({ id }) => id === til)
  const others = rounds.filter(one => one.organizationId === second?.organizationId && one !== second)
  // The nearest before it; for the first of all, the one after.
  const before = others.find(one => second && one.openedOn <= second.openedOn) ?? others.at(-1)
  const first = fra === undefined ? before : others.find(({ id }) => id === fra)
  if ((til !== undefined && !second) || (fra !== undefined && !first)) return { rounds, pair: 'missing' }
  if (!first || !second) return { rounds, pair: null }
  const was = await contentOf(tx, first, parts, clock)
  const is = await contentOf(tx, second, parts, clock)
  const comparison = compare(was, is, await listFindings(tx, first.id))
  return { rounds, pair: { first, second, was, is, comparison } }
}

async function contentOf(tx: Tx, round: Round, world: MappingParts, clock: Clock): Promise<Snapshot> {
  const frozen = await findSnapshot(tx, round.id)
  return frozen?.content ?? takeSnapshot(tx, round, world, today(clock))
}
