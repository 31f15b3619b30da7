import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Snapshot } from '../snapshot/snapshot.schema.ts'
import { reportWords } from '../report/report-words.ts'
import { compare } from './compare.ts'

type Service = Snapshot['services'][number]

const service = (id: string, room: string, more: Partial<Service> = {}): Service => ({
  id,
  name: { nb: id },
  room,
  owner: { nb: 'Nes' },
  ownerLevel: 'municipality',
  unit: null,
  age: { nb: 'alle' },
  ageFrom: null,
  ageTo: null,
  meantFor: 'residents',
  targetGroups: [],
  riskGroups: [],
  diagnosisGroups: [],
  access: [],
  confirmedOn: '2026-01-01',
  ...more,
})
const finding = (id: string, origin: string | null): Snapshot['findings'][number] => ({
  id,
  kind: 'need',
  room: null,
  origin,
  title: id,
  text: null,
})
const snapshot = (more: Partial<Snapshot>): Snapshot => ({
  version: 1,
  title: 'Runde',
  message: null,
  organization: { nb: 'Nes' },
  area: { code: '3228', name: { nb: 'Nes' } },
  openedOn: '2026-01-01',
  lastDay: '2026-02-01',
  closedOn: '2026-02-02',
  levels: [],
  rooms: [],
  services: [],
  names: {},
  respondents: [],
  others: [],
  none: [],
  notOurs: [],
  questions: [],
  findings: [],
  suggested: [],
  resources: [],
  words: reportWords,
  ...more,
})
const room = (code: string): Snapshot['rooms'][number] => ({
  code,
  level: 'all',
  name: { nb: code },
  isStatutory: false,
  state: 'open',
  services: 0,
})

test('a service is new, gone or changed, and told once, where it is now', () => {
  const rooms = [room('a'), room('b')]
  const before = snapshot({
    rooms,
    services: [service('stays', 'a'), service('goes', 'a'), service('moves', 'a')],
  })
  const after = snapshot({
    rooms,
    services: [
      service('stays', 'a', { ageTo: 144, name: { nb: 'stays', nn: 'blir' } }),
      service('moves', 'b'),
      service('comes', 'b'),
    ],
  })
  const [a, b] = compare(before, after, []).rooms
  assert.deepEqual([a!.before, a!.after, b!.before, b!.after], [3, 1, 0, 2])
  assert.deepEqual(
    a!.gone.map(({ id }) => id),
    ['goes'],
  )
  assert.deepEqual(
    a!.changed.map(({ after: is, what }) => [is.id, ...what]),
    [['stays', 'age']],
  )
  assert.deepEqual(
    b!.added.map(({ id }) => id),
    ['comes'],
  )
  assert.deepEqual(
    b!.changed.map(({ after: is, what }) => [is.id, ...what]),
    [['moves', 'room']],
  )
})

test('a finding is solved when its suggestion is gone, unless the coordinator has told otherwise', () => {
  const before = snapshot({
    findings: [
      finding('gone', 'room:a'),
      finding('stands', 'room:b'),
      finding('own', null),
      finding('told', 'room:a'),
    ],
  })
  const after = snapshot({ suggested: ['room:b'] })
  const { findings } = compare(before, after, [
    { id: 'told', isSolved: false },
    { id: 'own', isSolved: null },
  ])
  assert.deepEqual(
    findings.map(({ finding: { id }, state, isTold }) => [id, state, isTold]),
    [
      ['gone', 'solved', false],
      ['stands', 'still', false],
      ['own', 'unknown', false],
      ['told', 'still', true],
    ],
  )
})
