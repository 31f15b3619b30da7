import type { Finding } from '../finding/finding.store.ts'
import type { Snapshot } from '../snapshot/snapshot.schema.ts'

type Service = Snapshot['services'][number]

/** What can have changed in a service. */
export const changes = ['name', 'room', 'owner', 'age', 'groups', 'access', 'meant-for'] as const
export type Change = (typeof changes)[number]

export type RoomComparison = {
  code: string
  before: number
  after: number
  added: readonly Service[]
  gone: readonly Service[]
  changed: readonly { before: Service; after: Service; what: readonly Change[] }[]
}

/** `told`: the coordinator has said so; else by rule. `unknown`: it began as no suggestion, and nobody has told. */
export type FindingComparison = {
  finding: Snapshot['findings'][number]
  state: 'solved' | 'still' | 'unknown'
  isTold: boolean
}

export type Comparison = { rooms: readonly RoomComparison[]; findings: readonly FindingComparison[] }

/**
 * What has become of things from one round to a later one: each room with its services, new, gone and changed (a service that has moved is gone
 * from one room and new in another only in numbers: it is told as changed where it is now), and each finding of the first.
 * @param outcomes what the coordinator has told of the findings of the first
 */
export function compare(
  first: Snapshot,
  second: Snapshot,
  outcomes: readonly Pick<Finding, 'id' | 'isSolved'>[],
): Comparison {
  const before = new Map(first.services.map(service => [service.id, service]))
  const after = new Map(second.services.map(service => [service.id, service]))
  const codes = [...new Set([...first.rooms, ...second.rooms].map(({ code }) => code))]
  const rooms = codes.map((code): RoomComparison => {
    const was = first.services.filter(service => service.room === code)
    const is = second.services.filter(service => service.room === code)
    return {
      code,
      before: was.length,
      after: is.length,
      added: is.filter(({ id }) => !before.has(id)),
      gone: was.filter(({ id }) => !after.has(id)),
      changed: is.flatMap(service => {
        const old = before.get(service.id)
        const what = old ? changesOf(old, service) : []
        return old && what.length > 0 ? [{ before: old, after: service, what }] : []
      }),
    }
  })
  const told = new Map(outcomes.map(({ id, isSolved }) => [id, isSolved]))
  const standing = new Set(second.suggested)
  const findings = first.findings.map((finding): FindingComparison => {
    const isSolved = told.get(finding.id) ?? null
    if (isSolved !== null) return { finding, state: isSolved ? 'solved' : 'still', isTold: true }
    if (finding.origin === null) return { finding, state: 'unknown', isTold: false }
    return { finding, state: standing.has(finding.origin) ? 'still' : 'solved', isTold: false }
  })
  return { rooms, findings }
}

function changesOf(before: Service, after: Service): Change[] {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
  const nameOf = (text: Service['name']) => text.nb ?? text.nn
  const differs: Record<Change, boolean> = {
    name: nameOf(before.name) !== nameOf(after.name),
    room: before.room !== after.room,
    owner:
      nameOf(before.owner) !== nameOf(after.owner) || nameOf(before.unit ?? {}) !== nameOf(after.unit ?? {}),
    age: before.ageFrom !== after.ageFrom || before.ageTo !== after.ageTo,
    groups: !same(
      [before.targetGroups, before.riskGroups, before.diagnosisGroups],
      [after.targetGroups, after.riskGroups, after.diagnosisGroups],
    ),
    access: !same(before.access, after.access),
    'meant-for': before.meantFor !== after.meantFor,
  }
  return changes.filter(change => differs[change])
}
