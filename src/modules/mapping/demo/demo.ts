import { createHash } from 'node:crypto'
import * as z from 'zod'
import { loadGeography, loadKnownPlaces } from '#modules/areas/index.ts'
import { loadSearchKnowledge, stableId } from '#modules/catalogue/index.ts'
import { hashOfFiles, readYaml } from '#platform/content/content.ts'
import { loadOnce } from '#platform/db/loading.ts'
import type { Tx } from '#platform/db/sql.ts'
import { findingKinds } from '../finding/suggestions.ts'
import { findRound } from '../round/round.store.ts'
import type { Snapshot } from '../snapshot/snapshot.schema.ts'
import { takeSnapshot } from '../snapshot/take-snapshot.ts'
import { standardQuestions } from '../standard-questions.ts'
import { lookAt } from '../task/picture.ts'
import {
  closeDemoRound,
  completeDemo,
  insertDemoAnswer,
  insertDemoFinding,
  insertDemoNone,
  insertDemoResources,
  insertDemoRound,
  respondentOfKey,
} from './demo.store.ts'

export const ROUNDS_FILE = 'db/demo/rounds.yaml'

const Otherwise = z
  .object({
    service: z.string(),
    name: z.string().optional(),
    room: z.string().optional(),
    ageFrom: z.number().optional(),
    ageTo: z.number().optional(),
  })
  .strict()

const Entry = z
  .object({
    key: z.string(),
    organization: z.string(),
    title: z.string(),
    message: z.string(),
    opened: z.iso.date(),
    deadline: z.iso.date(),
    closed: z.iso.date().optional(),
    asked: z.array(z.string()),
    standard: z.array(z.string()),
    own: z.array(z.string()),
    completed: z.array(z.string()),
    answers: z.array(z.object({ from: z.string(), question: z.string(), text: z.string() }).strict()),
    /** How many rooms the organisation as a whole has said why there is none in. */
    none: z.number().default(0),
    findings: z.array(
      z
        .object({
          kind: z.enum(findingKinds),
          room: z.string().optional(),
          origin: z.string().optional(),
          title: z.string(),
          text: z.string(),
          solved: z.boolean().optional(),
        })
        .strict(),
    ),
    notYet: z.array(z.string()).default([]),
    otherwise: z.array(Otherwise).default([]),
    gone: z
      .array(z.object({ key: z.string(), name: z.string(), room: z.string(), like: z.string() }).strict())
      .default([]),
  })
  .strict()
type Entry = z.output<typeof Entry>

const File = z
  .object({
    rounds: z.array(Entry),
    resources: z.array(z.object({ service: z.string() }).catchall(z.tuple([z.number(), z.number()]))),
  })
  .strict()

/** The mapping rounds of the demonstration, and what goes into its services. What is there already is left as it is. */
export function loadDemoRounds(tx: Tx): Promise<boolean> {
  return loadOnce(tx, 'demo rounds', hashOfFiles([ROUNDS_FILE]), async () => {
    const { rounds, resources } = readYaml(ROUNDS_FILE, File)
    for (const { service, ...years } of resources)
      await insertDemoResources(
        tx,
        stableId(service),
        Object.entries(years).map(([year, [fullTimeEquivalents, budgetNok]]) => ({
          year: Number(year),
          fullTimeEquivalents,
          budgetNok,
        })),
      )
    for (const entry of rounds) await loadRound(tx, entry)
  })
}

async function loadRound(tx: Tx, entry: Entry): Promise<void> {
  const id = idOf(entry.key)
  const isNew = await insertDemoRound(tx, {
    ...entry,
    id,
    questions: [
      ...standardQuestions
        .filter(({ code }) => entry.standard.includes(code))
        .map(({ code, text }) => ({ code, wording: text })),
      ...entry.own.map(nb => ({ code: null, wording: { nb } })),
    ],
  })
  if (!isNew) return
  const day = dayBetween(entry)
  for (const { from, question, text } of entry.answers)
    await insertDemoAnswer(tx, await respondentOfKey(tx, id, from), { question, text, day })
  for (const key of entry.completed) await completeDemo(tx, await respondentOfKey(tx, id, key), day)
  for (const [index, finding] of entry.findings.entries())
    await insertDemoFinding(tx, id, {
      ...finding,
      id: idOf(`${entry.key} ${index}`),
      room: finding.room ?? null,
      origin: finding.origin ?? null,
      solved: finding.solved ?? null,
      day: entry.closed ?? day,
    })
  const round = (await findRound(tx, id))!
  const geography = await loadGeography(tx)
  const world = { geography, search: await loadSearchKnowledge(tx, geography, await loadKnownPlaces(tx)) }
  if (entry.none > 0) {
    const { rooms } = await lookAt(tx, round, world)
    const whole = await respondentOfKey(tx, id, entry.organization)
    const empty = rooms.filter(({ state }) => state !== 'open').slice(0, entry.none)
    for (const [index, room] of empty.entries())
      await insertDemoNone(tx, whole, { room: room.entry.code, ...why[index % why.length]!, day })
  }
  if (entry.closed === undefined) return
  const now = await takeSnapshot(tx, round, world, entry.closed)
  await closeDemoRound(tx, id, entry.closed, asItWas(now, entry))
}

const why = [
  { reason: 'no-means', text: 'Vi har søkt om midler to ganger uten å få det.' },
  { reason: 'others', text: 'Fylket og frivillige tar seg av det meste.' },
  { reason: 'planned', text: 'Starter i januar.' },
]

/** What was otherwise when the round was closed: fewer services, other names, and days that had been then. */
function asItWas(now: Snapshot, { notYet, otherwise, gone, closed, opened }: Entry): Snapshot {
  const without = new Set(notYet.map(stableId))
  const changed = new Map(otherwise.map(one => [stableId(one.service), one]))
  const services = now.services
    .filter(({ id }) => !without.has(id))
    .map(service => {
      const then = changed.get(service.id)
      return {
        ...service,
        confirmedOn: opened,
        ...(then?.name && { name: { nb: then.name, nn: then.name } }),
        ...(then?.room && { room: then.room }),
        ...(then?.ageFrom !== undefined && { ageFrom: then.ageFrom }),
        ...(then?.ageTo !== undefined && { ageTo: then.ageTo }),
      }
    })
  for (const one of gone) {
    const like = services.find(({ id }) => id === stableId(one.like))
    if (like)
      services.push({
        ...like,
        id: idOf(one.key),
        name: { nb: one.name, nn: one.name },
        room: one.room,
      })
  }
  const inRoom = (code: string) => services.filter(({ room }) => room === code).length
  return {
    ...now,
    closedOn: closed!,
    services,
    rooms: now.rooms.map(room => ({
      ...room,
      services: inRoom(room.code),
      state:
        inRoom(room.code) > 0 ? room.state : room.isStatutory ? ('missing' as const) : ('empty' as const),
    })),
    suggested: [
      ...now.suggested,
      ...now.rooms.filter(({ code }) => inRoom(code) === 0).map(({ code }) => `room:${code}`),
    ],
    resources: now.resources.filter(({ year }) => year < Number(closed!.slice(0, 4)) + 1),
  }
}

const dayBetween = ({ opened, deadline }: Entry): string => {
  const [from, to] = [Date.parse(opened), Date.parse(deadline)]
  return new Date(from + Math.floor((to - from) / 2 / 86_400_000) * 86_400_000).toISOString().slice(0, 10)
}

/** The same for the same key on every machine. A version 8 UUID (RFC 9562). */
function idOf(key: string): string {
  const hex = createHash('sha256').update(`nettungen demo round ${key}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
