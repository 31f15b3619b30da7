import * as z from 'zod'
import { today } from '#platform/clock.ts'
import type { Tx } from '#platform/db/sql.ts'
import { again, job, queue, type Job, type JobContext, type Trouble } from '#platform/jobs/job.ts'
import type { Outside } from '#platform/outside/ask-outside.ts'
import {
  forgetGoneLinks,
  listDueLinks,
  listLinksOf,
  listWitnesses,
  noteNothingReached,
  noteOutcomes,
} from './link-check.store.ts'
import { isReached, tryLink, type LinkOutcome } from './try-link.ts'
import { takeTurns } from './turns.ts'

/** Tries the links of one service, since somebody asked. */
export const checkLinksOf = { name: 'catalogue.check-links-of', payload: z.object({ draft: z.guid() }) }

/** Some of the links that are due; each run queues the next, as long as there is something left of the day. */
const checkLinks = {
  name: 'catalogue.check-links',
  payload: z.object({ day: z.iso.date(), left: z.number().int().optional() }),
}

/** Links tried in a day: a hundred thousand take a week. */
const A_DAY = 15_000
/** Links in one run, and of one server in it: a run keeps a transaction open. */
const SLICE = { most: 40, ofHost: 10 }
/** A run begins no more links after this. */
const SLICE_MS = 25_000
/** Servers that are asked beside each other. */
const AT_ONCE = 8
const WITNESSES = 3

/** A link is tried once a second at most of one server. */
const PAUSE_MS = 1000

type Parts = { outside: Outside; pauseMs?: number }

/** Whether links of services lead anywhere: of all that are public by and by, and of a service when its editor asks. */
export function linkJobs({ outside, pauseMs = PAUSE_MS }: Parts): Job[] {
  const parts = { outside, turn: takeTurns(pauseMs) }
  return [
    job({
      ...checkLinks,
      dailyAt: '04:10',
      run: context => checkSlice(context, parts),
    }),
    job({
      ...checkLinksOf,
      maxAttempts: 5,
      run: context => checkOne(context, parts),
    }),
  ]
}

type Ways = Parameters<typeof tryLink>[1]

async function checkSlice(
  { tx, payload, clock, signal }: JobContext<z.output<typeof checkLinks.payload>>,
  parts: Ways,
): Promise<Trouble | void> {
  const { day, left = A_DAY } = payload
  // Of yesterday, when more was due than a day takes: today has its own.
  if (day !== today(clock)) return
  if (payload.left === undefined) await forgetGoneLinks(tx)
  const urls = await listDueLinks(tx, day, { ...SLICE, most: Math.min(SLICE.most, left) })
  if (urls.length === 0) return
  const outcomes = await tryAll(urls, parts, signal)
  if (signal.aborted) return again('stopping')
  // When nothing answers, it is our own way out that is shut: that says nothing of any link.
  if (!(await reachesAnything(tx, outcomes, parts, signal))) return
  await noteOutcomes(tx, outcomes, { draftId: null, at: clock.now(), day })
  const rest = left - outcomes.size
  if (rest > 0) await queue(tx, checkLinks, { day, left: rest })
}

async function checkOne(
  { tx, payload, clock, signal }: JobContext<z.output<typeof checkLinksOf.payload>>,
  parts: Ways,
): Promise<Trouble | void> {
  const urls = await listLinksOf(tx, payload.draft)
  if (urls.length === 0) return
  const outcomes = await tryAll(urls, parts, signal)
  if (signal.aborted) return again('stopping')
  const at = clock.now()
  if (await reachesAnything(tx, outcomes, parts, signal))
    await noteOutcomes(tx, outcomes, { draftId: payload.draft, at, day: today(clock) })
  else await noteNothingReached(tx, payload.draft, urls, at)
}

/** Servers beside each other, the links of one after each other. One that cannot be reached is not asked for its other links now. */
async function tryAll(
  urls: readonly string[],
  parts: Ways,
  signal: AbortSignal,
): Promise<Map<string, LinkOutcome>> {
  const outcomes = new Map<string, LinkOutcome>()
  const until = performance.now() + SLICE_MS
  const hosts = [...Map.groupBy(urls, url => URL.parse(url)?.host ?? '').values()]
  const work = async () => {
    for (let ofHost = hosts.shift(); ofHost; ofHost = hosts.shift()) {
      for (const url of ofHost) {
        if (signal.aborted || performance.now() > until) return
        const tried = await tryLink(url, parts, signal)
        if (signal.aborted) return
        outcomes.set(url, tried.outcome)
        if (tried.isSilent) break
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return outcomes
}

async function reachesAnything(
  tx: Tx,
  outcomes: ReadonlyMap<string, LinkOutcome>,
  parts: Ways,
  signal: AbortSignal,
): Promise<boolean> {
  if ([...outcomes.values()].some(isReached)) return true
  const witnesses = await listWitnesses(tx, [...outcomes.keys()], WITNESSES)
  const seen = await tryAll(witnesses, parts, signal)
  return [...seen.values()].some(isReached)
}

/** Has the links of a service tried soon. Asked for again before it has begun, it is done once. */
export function queueLinkCheck(tx: Tx, draftId: string): Promise<void> {
  return queue(tx, checkLinksOf, { draft: draftId }, { key: draftId })
}
