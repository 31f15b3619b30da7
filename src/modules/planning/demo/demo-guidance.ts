import * as z from 'zod'
import { stableId } from '#modules/catalogue/index.ts'
import { hashOfFiles, readYaml } from '#platform/content/content.ts'
import { loadOnce } from '#platform/db/loading.ts'
import type { Tx } from '#platform/db/sql.ts'
import { EnquiryFields } from '../enquiries/enquiry.schema.ts'
import { GuidelineFields } from '../guidelines/guideline.schema.ts'
import { systemKinds } from '../knowledge/indicator.schema.ts'
import { writeDemoGuidance } from './demo-guidance.store.ts'
import { listKeys, writeDemoPapers } from './demo-plans.store.ts'

const FILE = 'db/demo/guidance.yaml'
/** Counts up when the way of loading changes. */
const LOADED_BY = 1

const from = { key: z.string(), organization: z.string() }
const DemoGuidance = z
  .object({
    guidelines: z.array(GuidelineFields.extend(from)),
    enquiries: z.array(
      EnquiryFields.extend({
        ...from,
        answers: z.array(z.object({ organization: z.string(), value: z.string(), is_shared: z.boolean() })),
      }),
    ),
    indicators: z.array(
      z.object({
        organization: z.string(),
        name: z.string(),
        measured_in: z.string(),
        room: z.string().optional(),
        source: z.string(),
        years: z.record(z.string(), z.number()),
      }),
    ),
    systems: z.array(
      z.object({ organization: z.string(), kind: z.enum(systemKinds), title: z.string(), url: z.url() }),
    ),
  })
  .strict()

/** Writes guidelines, enquiries and figures of the demonstration, after its organisations. Does nothing when they have been written. */
export function loadDemoGuidance(tx: Tx): Promise<boolean> {
  return loadOnce(tx, 'demo guidance', `${hashOfFiles([FILE])} ${LOADED_BY}`, async () => {
    const { guidelines, enquiries, indicators, systems } = readYaml(FILE, DemoGuidance)
    const { organizations } = await listKeys(tx)
    const idOf = (key: string) => {
      const id = organizations.get(key)
      if (id === undefined) throw new Error(`There is no ${key} in the demonstration`)
      return id
    }
    const papers = [
      ...guidelines.map(({ key, organization, ...fields }) => ({
        id: stableId(`guideline ${key}`),
        kind: 'guideline' as const,
        organization_id: idOf(organization),
        plan_id: null,
        fields,
      })),
      ...enquiries.map(({ key, organization, ...enquiry }) => ({
        id: stableId(`enquiry ${key}`),
        kind: 'enquiry' as const,
        organization_id: idOf(organization),
        plan_id: null,
        fields: EnquiryFields.parse(enquiry),
      })),
    ]
    await writeDemoPapers(tx, { papers, states: [], statements: [] })
    await writeDemoGuidance(tx, {
      guidelines: guidelines.map(({ key }) => stableId(`guideline ${key}`)),
      enquiries: enquiries.map(({ key }) => stableId(`enquiry ${key}`)),
      answers: enquiries.flatMap(({ key, answers }) =>
        answers.map(({ organization, ...answer }) => ({
          ...answer,
          enquiry_id: stableId(`enquiry ${key}`),
          organization_id: idOf(organization),
          submission: stableId(`answer ${key} ${organization}`),
        })),
      ),
      indicators: indicators.map(({ organization, name, measured_in, room = null }) => ({
        id: stableId(`indicator ${organization} ${name}`),
        organization_id: idOf(organization),
        name,
        measured_in,
        room,
      })),
      values: indicators.flatMap(({ organization, name, source, years }) =>
        Object.entries(years).map(([year, value]) => ({
          indicator_id: stableId(`indicator ${organization} ${name}`),
          year: Number(year),
          value,
          source,
        })),
      ),
      links: systems.map(({ organization, ...link }) => ({
        ...link,
        organization_id: idOf(organization),
        submission: stableId(`system ${organization} ${link.title}`),
      })),
    })
  })
}
