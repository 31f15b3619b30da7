import * as z from 'zod'
import { stableId } from '#modules/catalogue/index.ts'
import { hashOfFiles, projectFiles, readYaml } from '#platform/content/content.ts'
import { loadOnce } from '#platform/db/loading.ts'
import type { Tx } from '#platform/db/sql.ts'
import { stepCodes, stepOf } from '../method/method-content.ts'
import { DemoDescription, DemoRounds } from './demo-method.schema.ts'
import { writeDemoDescriptions, writeDemoRound, type DemoRound } from './demo-method.store.ts'
import { listKeys, type Keys } from './demo-plans.store.ts'

/** Counts up when the way of loading changes. */
const LOADED_BY = 1

const ROUNDS = 'db/demo/method-rounds.yaml'

/**
 * Writes the rounds and the descriptions of cooperation of the demonstration, after its organisations. What somebody has changed stays as
 * she left it. Does nothing when they have been written and their files have not changed.
 */
export function loadDemoMethod(tx: Tx): Promise<boolean> {
  const files = projectFiles('db/demo/cooperation', '.yaml')
  return loadOnce(tx, 'demo method', `${hashOfFiles([...files, ROUNDS])} ${LOADED_BY}`, async () => {
    const keys = await listKeys(tx)
    const descriptions = files.flatMap(file => readYaml(file, z.array(DemoDescription)))
    await writeDemoDescriptions(
      tx,
      descriptions.map(({ unit, ...fields }) => ({
        id: stableId(`cooperation ${unit}`),
        unit_id: need(keys.units, unit),
        organization_id: need(keys.organizationOfUnit, unit),
        fields: Object.fromEntries(Object.entries(fields).filter(([, words]) => words !== '')),
      })),
    )
    for (const going of readYaml(ROUNDS, z.array(DemoRounds)))
      for (const round of roundsOf(going, keys)) await writeDemoRound(tx, round)
  })
}

function roundsOf({ organization, rounds }: DemoRounds, keys: Keys): DemoRound[] {
  return rounds.map(({ opened, ended = null, learnt = null, steps }, index) => {
    const own = `round ${organization} ${index + 1}`
    return {
      id: stableId(own),
      organization_id: need(keys.organizations, organization),
      number: index + 1,
      // In the morning, by our own clocks.
      opened: `${opened}T09:00:00Z`,
      ended: ended && `${ended}T09:00:00Z`,
      learnt,
      steps: stepCodes.map(code => {
        const step = steps[code]
        const items = stepOf(code).checklist.map(({ key }) => key)
        const ticks = step?.done === 'all' ? items : (step?.done ?? [])
        const unknown = ticks.find(item => !items.includes(item))
        if (unknown !== undefined) throw new Error(`${code} has no item ${unknown}`)
        const { responsible = '', note = '', unit, from = null, to = null } = step ?? {}
        return {
          id: stableId(`${own} ${code}`),
          step: code,
          state: step?.state ?? 'not-started',
          fields: {
            ...(responsible && { responsible }),
            ...(note && { note }),
            ...(unit !== undefined && { unit: need(keys.units, unit) }),
            ...(from && { starts_on: from }),
            ...(to && { ends_on: to }),
          },
          ticks,
          documents: (step?.documents ?? []).map((document, at) => ({
            id: stableId(`${own} ${code} document ${at}`),
            ...document,
          })),
        }
      }),
    }
  })
}

function need(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`There is no ${key} in the demonstration`)
  return id
}
