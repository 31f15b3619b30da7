import { today } from '#platform/clock.ts'
import { csvFile } from '#platform/http/csv.ts'
import { notFound, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { localeOf, type Locale } from '#platform/i18n/locale.tsx'
import type { Control } from '../paper/control.ts'
import { listOrganizations, listUnits, type Unit } from '../paper/home.store.ts'
import type { IdParams } from '../paper/paper.schema.ts'
import { findPaper, listNames } from '../paper/paper.store.ts'
import { fieldInWords } from '../paper/words.ts'
import { ConcretisationFields } from './concretisation.schema.ts'
import { listConcretisations, listDueEvaluations, listEvaluations } from './concretisation.store.ts'
import { evaluationLines } from './evaluation-lines.ts'
import { messages } from './messages.ts'
import { progressOf, steps } from './steps.ts'
import { progressNames } from './words.ts'

const controls = steps.flatMap(step => step.controls)

/** Those of one's organisations with all that is written on them, for a spreadsheet. */
export async function downloadConcretisations({
  tx,
  language,
  clock,
}: Context<'GET', undefined, undefined, undefined, Action>): Promise<Result> {
  const locale = localeOf(language)
  const { text, localText } = locale
  const papers = await listConcretisations(tx)
  const due = await listDueEvaluations(tx)
  const homes = await listOrganizations(tx, [...new Set(papers.map(paper => paper.organization_id))])
  const units: Unit[] = []
  for (const { id } of homes) units.push(...(await listUnits(tx, id)))
  const head = [
    messages.fileOrganization,
    messages.state,
    messages.evaluateBy,
    ...controls.map(({ label }) => label),
  ]
  const lines = papers.map(({ id, organization_id, fields, state }) => {
    const held: Record<string, unknown> = fields
    return [
      localText(homes.find(home => home.id === organization_id)?.name),
      text(progressNames[progressOf(fields, state)]),
      due.get(id) ?? '',
      ...controls.map(control => cellOf(control, held[control.field], units, locale)),
    ]
  })
  return csvFile(`konkretiseringer-${today(clock)}.csv`, [head.map(label => text(label)), ...lines])
}

/** How a new service went, for a spreadsheet: every evaluation of it. */
export async function downloadEvaluations({
  tx,
  input,
  language,
  clock,
}: Context<'GET', typeof IdParams, undefined, undefined, Action>): Promise<Result> {
  const paper = await findPaper(tx, 'concretisation', ConcretisationFields, input.params.id)
  if (!paper) return notFound()
  const evaluations = await listEvaluations(tx, paper.id)
  const names = await listNames(
    tx,
    evaluations.map(one => one.written_by),
  )
  return csvFile(`evalueringer-${today(clock)}.csv`, evaluationLines(evaluations, names, localeOf(language)))
}

/** Days as `YYYY-MM-DD` and amounts as whole numbers, which a spreadsheet can sort and sum; the rest in words. */
function cellOf(control: Control, value: unknown, units: readonly Unit[], locale: Locale): string {
  const isRaw = control.kind === 'date' || control.kind === 'number'
  if (isRaw) return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  return fieldInWords(control, value, units, locale).join('; ')
}
