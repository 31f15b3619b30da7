import * as z from 'zod'
import { rooms, stableId } from '#modules/catalogue/index.ts'
import { hashOfFiles, projectFiles, readYaml } from '#platform/content/content.ts'
import { loadOnce } from '#platform/db/loading.ts'
import type { Tx } from '#platform/db/sql.ts'
import type { EconomyRow } from '../paper/paper.schema.ts'
import { DemoPlan, type DemoMeasure } from './demo-plan.schema.ts'
import { listKeys, writeDemoPapers, type DemoPaper, type DemoRows, type Keys } from './demo-plans.store.ts'

/** Counts up when the way of loading changes. */
const LOADED_BY = 1

/**
 * Writes the plans of the demonstration, after its organisations. What somebody has changed stays as she left it. Does nothing when they
 * have been written and their files have not changed.
 */
export function loadDemoPlans(tx: Tx): Promise<boolean> {
  const files = projectFiles('db/demo/plans', '.yaml')
  return loadOnce(tx, 'demo plans', `${hashOfFiles(files)} ${LOADED_BY}`, async () => {
    const plans = files.flatMap(file => readYaml(file, z.array(DemoPlan)))
    const keys = await listKeys(tx)
    const rows: DemoRows = { papers: [], states: [], statements: [] }
    for (const plan of plans) addPlan(plan, keys, rows)
    await writeDemoPapers(tx, rows)
  })
}

function addPlan(plan: DemoPlan, keys: Keys, rows: DemoRows): void {
  const { key, title, about, type, responsible, comment } = plan
  const organization_id = idOf(keys.organizations, plan.organization)
  const [from_year, to_year] = plan.years
  const add = (id: string, paper: Omit<DemoPaper, 'id' | 'organization_id'>, state: string | null) => {
    rows.papers.push({ id, organization_id, ...paper })
    if (state !== null)
      rows.states.push({ submission: stableId(`state ${id}`), paper_id: id, state, comment })
  }
  const plan_id = stableId(`plan ${key}`)
  add(
    plan_id,
    { kind: 'plan', plan_id: null, fields: { title, about, type, from_year, to_year, responsible } },
    plan.state,
  )
  for (const [index, measure] of plan.measures.entries()) {
    const fields = { number: index + 1, source: plan.source, ...fieldsOf(measure, keys) }
    add(stableId(`measure ${key} ${index + 1}`), { kind: 'measure', plan_id, fields }, measure.state)
  }
  if (plan.consultation) {
    const { statements, ...fields } = plan.consultation
    const id = stableId(`consultation ${key}`)
    add(id, { kind: 'consultation', plan_id, fields }, null)
    for (const [index, statement] of statements.entries()) {
      const { group, text, on, outcome = null, answer = null } = statement
      const own = stableId(`statement ${key} ${index + 1}`)
      rows.statements.push({ id: own, paper_id: id, group, text, given_on: on, outcome, answer })
    }
  }
  if (plan.concretisation) {
    const unit = idOf(keys.units, plan.concretisation.unit)
    const fields = { ...plan.concretisation, unit }
    add(stableId(`concretisation ${key}`), { kind: 'concretisation', plan_id: null, fields }, null)
  }
}

function fieldsOf(measure: DemoMeasure, keys: Keys): DemoPaper['fields'] {
  const { title, text, responsible, years } = measure
  const starts_on = measure.from ?? (years ? `${years[0]}-01-01` : null)
  const ends_on = measure.to ?? (years ? `${years[1]}-12-31` : null)
  const economy = measure.economy.flatMap(({ kind, amount_nok = null, years: own = years }): EconomyRow[] => {
    const [first, last] = own ?? [0, -1]
    return Array.from({ length: last - first + 1 }, (_, index) => ({ year: first + index, kind, amount_nok }))
  })
  return {
    title,
    ...(text && { text }),
    responsible,
    starts_on,
    ends_on,
    economy,
    units: measure.units.map(unit => idOf(keys.units, unit)),
    links: measure.links.map(key => ({ kind: 'room', key, title: roomName(key) })),
  }
}

function roomName(code: string): string {
  const room = rooms.get(code)
  if (!room) throw new Error(`There is no room ${code}`)
  return room.name.nb
}

function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`There is no ${key} in the demonstration`)
  return id
}
