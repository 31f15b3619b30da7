import type { Clock } from '#platform/clock.ts'

/** A Sunday afternoon in November: 14.30 in Norway. The databases of tests stand there too (templates.ts). */
export const testClock: Clock = { now: () => new Date('2026-11-22T13:30:00Z') }
