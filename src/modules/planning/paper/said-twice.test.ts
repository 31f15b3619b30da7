import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as z from 'zod'
import { exec, many, sql, type Tx } from '#platform/db/sql.ts'
import { testDatabase } from '#test/database.ts'
import { ConcretisationFields } from '../concretisation/concretisation.schema.ts'
import { ConsultationFields } from '../consultation/consultation.schema.ts'
import { CooperationFields } from '../cooperation/cooperation.schema.ts'
import { EnquiryFields } from '../enquiries/enquiry.schema.ts'
import { GoalFields } from '../goals/goal.schema.ts'
import { GuidelineFields } from '../guidelines/guideline.schema.ts'
import { MeasureFields } from '../measure/measure.schema.ts'
import { measureStates } from '../measure/rules.ts'
import { stepCodes } from '../method/method-content.ts'
import { StepFields } from '../method/method.schema.ts'
import { stepStates } from '../method/rules.ts'
import { PlanFields, planStates } from '../plan/plan.schema.ts'
import { ScenarioFields } from '../value/scenario.store.ts'
import { paperKinds, type PaperKind } from './paper.schema.ts'

// Which fields and states a paper of a kind may have is said by schemas here and by constraints in the database. They say the same.

const db = await testDatabase('demo')

const fieldsOf: Record<PaperKind, z.ZodObject> = {
  plan: PlanFields,
  measure: MeasureFields,
  consultation: ConsultationFields,
  concretisation: ConcretisationFields,
  'method-step': StepFields,
  cooperation: CooperationFields,
  goal: GoalFields,
  scenario: ScenarioFields,
  guideline: GuidelineFields,
  enquiry: EnquiryFields,
}
const statesOf: Partial<Record<PaperKind, readonly string[]>> = {
  plan: planStates,
  measure: measureStates,
  concretisation: ['open'],
  'method-step': stepStates,
}

/** Does the database take it? Nothing stays. */
async function isTaken(tx: Tx, statement: Parameters<typeof exec>[1]): Promise<boolean> {
  await exec(tx, sql`savepoint try`)
  try {
    return (await exec(tx, statement)) === 1
  } catch (error) {
    assert.equal((error as { code?: string }).code, '23514')
    return false
  } finally {
    await exec(tx, sql`rollback to savepoint try`)
  }
}

test('the database takes the fields of a kind that its schema has, and no others', () =>
  db.rolledBack(async tx => {
    const all = [...new Set(paperKinds.flatMap(kind => Object.keys(fieldsOf[kind].shape))), 'unknown']
    for (const kind of paperKinds) {
      // The database would take links of a concretisation, which nothing writes.
      const own = [...Object.keys(fieldsOf[kind].shape), ...(kind === 'concretisation' ? ['links'] : [])]
      const wrong: string[] = []
      for (const field of all) {
        const place = sql`(select id from planning.paper where kind = ${kind} limit 1)`
        const taken = await isTaken(
          tx,
          sql`update planning.paper set fields = ${JSON.stringify({ [field]: null })}::jsonb where id = ${place}`,
        )
        if (taken !== own.includes(field)) wrong.push(field)
      }
      assert.deepEqual(wrong, [], kind)
    }
  }))

test('the database takes the states of a kind that its rules have, and no others; and the steps of the method', () =>
  db.rolledBack(async tx => {
    const all = [...new Set(Object.values(statesOf).flat()), 'unknown']
    for (const kind of paperKinds)
      for (const state of all)
        assert.equal(
          await isTaken(
            tx,
            sql`insert into planning.paper_state (paper_id, state, submission)
                select id, ${state}, gen_random_uuid() from planning.paper
                where kind = ${kind} and not exists (select from planning.method_round_end ended where ended.round_id = paper.round_id)
                  and not exists (select from planning.evaluation where evaluation.paper_id = paper.id) limit 1`,
          ),
          statesOf[kind]?.includes(state) ?? false,
          `${kind} ${state}`,
        )
    const steps = await many(
      tx,
      z.object({ step: z.string() }),
      sql`select distinct step from planning.paper where step is not null`,
    )
    assert.deepEqual(steps.map(({ step }) => step).toSorted(), [...stepCodes].toSorted())
  }))
