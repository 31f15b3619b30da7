import type { Control, FieldError } from '../paper/control.ts'
import type { Goal } from './goal.store.ts'
import { goalLevels } from './goal.schema.ts'
import { messages } from './messages.ts'
import { directions } from './rules.ts'
import { directionNames, levelNames } from './words.ts'

const FIRST = 1990
const LAST = 2099

/** What is asked for about a goal. @param parents goals of the master plan that it may belong under */
export function goalControls(parents: readonly Pick<Goal, 'id' | 'fields'>[]): Control[] {
  const year = { kind: 'number' as const, min: FIRST, max: LAST }
  return [
    {
      kind: 'words',
      name: 'mal',
      field: 'title',
      label: messages.goalTitle,
      hint: messages.titleHint,
      lines: 2,
      max: 300,
      isMust: true,
    },
    {
      kind: 'choice',
      name: 'slagmal',
      field: 'level',
      label: messages.level,
      isMust: true,
      options: goalLevels.map(value => ({ value, label: levelNames[value] })),
    },
    ...(parents.length === 0
      ? []
      : [
          {
            kind: 'choice' as const,
            name: 'under',
            field: 'parent',
            label: messages.parent,
            hint: messages.parentHint,
            options: parents.map(({ id, fields: { title } }) => ({
              value: id,
              label: { nb: title, nn: title, en: title },
            })),
          },
        ]),
    { kind: 'unit', name: 'enhet', field: 'unit', label: messages.unit, hint: messages.unitHint },
    { kind: 'words', name: 'indikator', field: 'indicator', label: messages.indicator, lines: 1, max: 200 },
    {
      kind: 'words',
      name: 'maleenhet',
      field: 'measured_in',
      label: messages.measuredIn,
      hint: messages.measuredInHint,
      lines: 1,
      max: 60,
    },
    {
      kind: 'choice',
      name: 'retning',
      field: 'direction',
      label: messages.direction,
      isMust: true,
      options: directions.map(value => ({ value, label: directionNames[value] })),
    },
    { ...year, name: 'fra-ar', field: 'base_year', label: messages.baseYear },
    { kind: 'decimal', name: 'fra-tall', field: 'base_value', label: messages.baseValue },
    { ...year, name: 'til-ar', field: 'target_year', label: messages.targetYear },
    { kind: 'decimal', name: 'til-tall', field: 'target_value', label: messages.targetValue },
    { kind: 'words', name: 'ansvar', field: 'responsible', label: messages.responsible, lines: 1, max: 200 },
    { kind: 'words', name: 'om', field: 'about', label: messages.about, lines: 4, max: 4000 },
    { kind: 'words', name: 'kilde', field: 'source', label: messages.source, lines: 1, max: 300 },
  ]
}

/** Year and figure belong together, the target comes after the baseline, and lies the way the goal goes. */
export function checkGoal(fields: Record<string, unknown>): FieldError[] {
  const errors: FieldError[] = []
  const { base_year, base_value, target_year, target_value, direction } = fields
  const isHalf = (year: unknown, value: unknown) => (typeof year === 'number') !== (typeof value === 'number')
  if (isHalf(base_year, base_value))
    errors.push({ id: typeof base_year === 'number' ? 'fra-tall' : 'fra-ar', message: messages.together })
  if (isHalf(target_year, target_value))
    errors.push({ id: typeof target_year === 'number' ? 'til-tall' : 'til-ar', message: messages.together })
  if (typeof base_year === 'number' && typeof target_year === 'number' && target_year <= base_year)
    errors.push({ id: 'til-ar', message: messages.targetEarlier })
  if (typeof base_value === 'number' && typeof target_value === 'number') {
    const isWrongWay =
      direction === 'up' ? target_value < base_value : direction === 'down' && target_value > base_value
    if (isWrongWay) errors.push({ id: 'til-tall', message: messages.wrongWay })
  }
  return errors
}
