import { dayInNorway } from '#platform/clock.ts'
import type { Locale } from '#platform/i18n/locale.tsx'
import type { ChangeRow } from '../paper/paper.store.ts'
import { whoOf, type Names } from '../paper/words.ts'
import { cooperationControls } from './cooperation-controls.ts'
import { CooperationFields } from './cooperation.schema.ts'
import type { CooperatingUnit, Description } from './cooperation.store.ts'
import { messages } from './messages.ts'
import { versionsOf } from './versions.ts'

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

/** Units that have not said anything of their cooperation, as they stand in the same file. */
export function notWrittenLines(units: readonly CooperatingUnit[], { text, localText }: Locale): string[][] {
  return [
    [text(messages.unit), text(messages.organization)],
    ...units
      .filter(({ description }) => description === null)
      .map(({ organization_name, unit_name }) => [localText(unit_name), localText(organization_name)]),
  ]
}

/**
 * What a unit has said of its cooperation, a line for each version with what was changed in it, the newest first: days as `YYYY-MM-DD`. All
 * of each would make a file that grows with the square of how often it was written.
 */
export function versionLines(
  description: Description,
  changes: readonly ChangeRow[],
  names: Names,
  { text, list }: Locale,
): string[][] {
  const head = [messages.versionNumber, messages.fileDay, messages.fileWho, messages.changed]
  return [
    [...head, ...cooperationControls.map(({ label }) => label)].map(label => text(label)),
    ...versionsOf(description, changes)
      .toReversed()
      .map(({ number, by, at, fields, written }) => {
        const stands = CooperationFields.parse(written)
        const changed = cooperationControls.filter(({ field }) => fields.includes(field))
        return [
          String(number),
          dayInNorway(at),
          whoOf(by, names),
          list(changed.map(({ label }) => text(label))),
          ...cooperationControls.map(({ field }) => stands[field]),
        ]
      }),
  ]
}
