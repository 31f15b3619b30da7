import { dayInNorway } from '#platform/clock.ts'
import type { Locale } from '#platform/i18n/locale.tsx'
import { cooperationControls } from './cooperation-controls.ts'
import type { CooperatingUnit } from './cooperation.store.ts'
import { messages } from './messages.ts'

/** Descriptions as a table for a spreadsheet. */
export function cooperationLines(units: readonly CooperatingUnit[], { text, localText }: Locale): string[][] {
  const head = [
    text(messages.organization),
    text(messages.unit),
    ...cooperationControls.map(({ label }) => text(label)),
    text(messages.lastChange),
  ]
  const rows = units.map(({ organization_name, unit_name, description }) => [
    localText(organization_name),
    localText(unit_name),
    ...cooperationControls.map(({ field }) => description?.fields[field] ?? ''),
    description ? dayInNorway(description.changed_at) : '',
  ])
  return [head, ...rows]
}
