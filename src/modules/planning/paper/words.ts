import { momentInWords } from '#modules/catalogue/index.ts'
import type { Locale } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import type { Control } from './control.ts'
import type { Unit } from './home.store.ts'
import { messages } from './messages.ts'
import { EconomyRows, PaperLinks, type EconomyKind, type EconomyRow, type LinkKind } from './paper.schema.ts'

export const economyNames: Record<EconomyKind, Message> = {
  within: messages.within,
  project: messages.project,
  own: messages.own,
  new: messages.new,
  other: messages.other,
}

export const linkNames: Record<LinkKind, Message> = {
  gap: messages.linkGap,
  finding: messages.linkFinding,
  goal: messages.linkGoal,
  room: messages.linkRoom,
  guideline: messages.linkGuideline,
  scenario: messages.linkScenario,
  service: messages.linkService,
}

/** Names of colleagues by their ids; others have none here. */
export type Names = ReadonlyMap<string, string>

/** Who did something, in words: oneself, a colleague by name, or somebody. */
export function personInWords(id: string | null, me: string, names: Names, { text }: Locale): string {
  if (id === me) return text(messages.you)
  return (id !== null && names.get(id)) || text(messages.someone)
}

/** The name of a colleague, for a file; empty where nobody here knows her. */
export const whoOf = (id: string | null, names: Names): string => (id !== null && names.get(id)) || ''

/** When, and by whom where that is known. */
export function byWhomInWords(
  { by, at }: { by: string | null; at: Date },
  me: string,
  names: Names,
  locale: Locale,
): string {
  const when = momentInWords(at, locale.language)
  const isKnown = by !== null && (by === me || names.has(by))
  return isKnown ? `${personInWords(by, me, names, locale)}, ${when}` : when
}

/** A line of economy: `2021: Prosjektmidler, 100 000 kroner`. */
export function economyInWords(
  { year, kind, amount_nok }: Omit<EconomyRow, 'year'> & { year: number | string },
  { text, number }: Locale,
): string {
  const said = { year: String(year), kind: text(economyNames[kind]) }
  return amount_nok === null
    ? text(messages.economyLine, said)
    : text(messages.economyLineAmount, { ...said, amount: number(amount_nok) })
}

/** What stands in a field, as lines of text; empty when nothing does. */
export function fieldInWords(
  control: Control,
  value: unknown,
  units: readonly Unit[],
  locale: Locale,
): string[] {
  const { text, localText, date, number } = locale
  const nameOfUnit = (id: unknown) => localText(units.find(unit => unit.id === id)?.name)
  if (value === undefined || value === null || value === '') return []
  const typed = typeof value === 'number' || typeof value === 'string' ? String(value) : ''
  switch (control.kind) {
    case 'decimal':
      return [number(Number(typed))]
    case 'kept':
      return control.inWords(typed, locale)
    case 'date':
      return [date(typed)]
    case 'number':
      // A year is no amount.
      return [control.max < 10_000 ? typed : text(messages.amountOf, { amount: number(Number(typed)) })]
    case 'choice': {
      const chosen = control.options.find(option => option.value === value)
      return chosen ? [text(chosen.label)] : []
    }
    case 'several':
      return control.options
        .filter(option => [value].flat().includes(option.value))
        .map(({ label }) => text(label))
    case 'unit':
      return [nameOfUnit(value)].filter(Boolean)
    case 'units':
      return [value].flat().map(nameOfUnit).filter(Boolean)
    case 'economy':
      return EconomyRows.catch([])
        .parse(value)
        .map(row => economyInWords(row, locale))
    case 'links':
      return PaperLinks.catch([])
        .parse(value)
        .map(link => `${text(linkNames[link.kind])}: ${link.title}`)
    default:
      return [value].flat().map(String)
  }
}
