import { setTimeout as wait } from 'node:timers/promises'

/** Waits until it is one's turn at a host: between two questions to the same one lies a pause, whoever asks in this program. */
export type Turns = (host: string, signal: AbortSignal) => Promise<void>

/** Hosts that are remembered before those whose pause is over are let go. */
const REMEMBERED = 2000

/** @param pauseMs between two questions to the same host */
export function takeTurns(pauseMs: number): Turns {
  const freeAt = new Map<string, number>()
  return async (host, signal) => {
    const now = performance.now()
    if (freeAt.size > REMEMBERED) for (const [known, free] of freeAt) if (free < now) freeAt.delete(known)
    const at = Math.max(now, freeAt.get(host) ?? 0)
    freeAt.set(host, at + pauseMs)
    // Who is told to stop waits no more, and looks at the signal.
    if (at > now) await wait(at - now, undefined, { signal }).catch(() => undefined)
  }
}
