import * as z from 'zod'
import { stableId } from '#modules/catalogue/index.ts'
import { hashOfFiles, projectFiles, readYaml } from '#platform/content/content.ts'
import { loadOnce } from '#platform/db/loading.ts'
import type { Tx } from '#platform/db/sql.ts'
import { listKeys, writeDemoPapers, type DemoPaper } from '../demo/demo-plans.store.ts'
import { writeDemoFigures, type DemoFigure } from './demo-goals.store.ts'
import { goalLevels } from './goal.schema.ts'
import { directions } from './rules.ts'

/** Counts up when the way of loading changes. */
const LOADED_BY = 1

const key = z.string().regex(/^[a-z0-9-]{2,120}$/)
const point = z.tuple([z.number().int(), z.number()])

/** Goals of an organisation, as a file in db/demo/goals has them. */
const DemoGoals = z
  .object({
    organization: key,
    source: z.string(),
    goals: z.array(
      z
        .object({
          key,
          level: z.enum(goalLevels).default('result'),
          parent: key.optional(),
          unit: key.optional(),
          title: z.string(),
          about: z.string().optional(),
          indicator: z.string().optional(),
          measured_in: z.string().optional(),
          direction: z.enum(directions).default('up'),
          baseline: point.optional(),
          target: point.optional(),
          responsible: z.string().optional(),
          source: z.string().optional(),
          /** Year, figure, and a comment that says when it was made up. */
          figures: z.array(z.tuple([z.number().int(), z.number(), z.string()])).default([]),
        })
        .strict(),
    ),
    scenarios: z
      .array(z.object({ key, title: z.string(), about: z.string(), inputs: z.string() }).strict())
      .default([]),
  })
  .strict()

/**
 * Writes goals with their figures and the saved calculations of the demonstration, after its organisations, each kind of row in one
 * statement. What somebody has changed stays as she left it. Does nothing when they have been written and their files have not changed.
 */
export function loadDemoGoals(tx: Tx): Promise<boolean> {
  const files = projectFiles('db/demo/goals', '.yaml')
  return loadOnce(tx, 'demo goals', `${hashOfFiles(files)} ${LOADED_BY}`, async () => {
    const keys = await listKeys(tx)
    const papers: DemoPaper[] = []
    const figures: DemoFigure[] = []
    for (const given of files.flatMap(file => readYaml(file, z.array(DemoGoals)))) {
      const organization_id = idOf(keys.organizations, given.organization)
      for (const goal of given.goals) {
        const { key: own, parent, unit, baseline, target, figures: years, ...rest } = goal
        const id = stableId(`goal ${own}`)
        const fields = {
          source: given.source,
          ...rest,
          ...(parent && { parent: stableId(`goal ${parent}`) }),
          ...(unit && { unit: idOf(keys.units, unit) }),
          ...(baseline && { base_year: baseline[0], base_value: baseline[1] }),
          ...(target && { target_year: target[0], target_value: target[1] }),
        }
        papers.push({ id, kind: 'goal', organization_id, plan_id: null, fields })
        for (const [year, value, comment] of years)
          figures.push({ paper_id: id, year, value, comment, submission: stableId(`figure ${own} ${year}`) })
      }
      for (const { key: own, ...fields } of given.scenarios)
        papers.push({
          id: stableId(`scenario ${own}`),
          kind: 'scenario',
          organization_id,
          plan_id: null,
          fields,
        })
    }
    await writeDemoPapers(tx, { papers, states: [], statements: [] })
    await writeDemoFigures(tx, figures)
  })
}

function idOf(ids: ReadonlyMap<string, string>, wanted: string): string {
  const id = ids.get(wanted)
  if (id === undefined) throw new Error(`There is no ${wanted} in the demonstration`)
  return id
}
