import { askOutside, type Outside } from '#platform/outside/ask-outside.ts'
import type { Turns } from './turns.ts'

/** What became of a link: `ok`, or a word for why not. */
export type LinkOutcome = string

/** `isSilent`: its own server, not one that it is sent on to, cannot be reached at all. */
type Tried = { outcome: LinkOutcome; isSilent: boolean }

const because = (outcome: LinkOutcome, isSilent = false): Tried => ({ outcome, isSilent })

const HOPS = 5
const headers = { 'user-agent': 'Nettungen link check', accept: '*/*' }

/**
 * Tries whether something answers at a link, as little as it takes: by HEAD, and where that is refused by GET; each where it is sent on to
 * as well, by the same rules (see `askOutside`).
 */
export async function tryLink(
  url: string,
  parts: { outside: Outside; turn: Turns },
  signal: AbortSignal,
): Promise<Tried> {
  let at = url
  for (let hop = 0; hop <= HOPS; hop++) {
    const target = URL.parse(at)
    if (!target) return because('bad-address')
    const answer = await askPolitely(target, parts, signal)
    if (typeof answer === 'string') return because(answer, hop === 0)
    const { status, location } = answer
    const isSentOn = status >= 300 && status < 400 && location !== null
    if (!isSentOn) return because(outcomeOf(status))
    const next = URL.parse(location, target.href)
    if (!next) return because('bad-address')
    at = next.href
  }
  return because('too-many-redirects')
}

async function askPolitely(
  target: URL,
  { outside, turn }: { outside: Outside; turn: Turns },
  signal: AbortSignal,
) {
  await turn(target.host, signal)
  const answer = await askOutside(target, { method: 'HEAD', headers }, outside, signal)
  // Some servers know no HEAD, and say all kinds of things to it.
  if (typeof answer === 'string' ? answer !== 'broken-off' : answer.status < 400) return answer
  await turn(target.host, signal)
  return askOutside(target, { method: 'GET', headers }, outside, signal)
}

/** A page that asks who we are, or thinks us a machine, is there for people all the same. */
function outcomeOf(status: number): LinkOutcome {
  return status === 404 || status === 410 || status >= 500 ? `http-${status}` : 'ok'
}

/** Has anything out there answered? A word of our own, or of a machine on the way (5xx), is no sign of it. */
export function isReached(outcome: LinkOutcome): boolean {
  return outcome === 'ok' || outcome.startsWith('http-4')
}
