import type { Locale } from '#platform/i18n/locale.tsx'
import { messages } from './messages.ts'
import type { Held } from './resources.store.ts'

/** The figures of a service by year; years that were taken back are left out. */
export const resourceLines = (held: readonly Held[], { text }: Locale): string[][] => [
  [messages.year, messages.fullTimeEquivalents, messages.budget].map(label => text(label)),
  ...held
    .filter(one => one.fullTimeEquivalents !== null || one.budgetNok !== null)
    .map(({ year, fullTimeEquivalents, budgetNok }) => [
      String(year),
      fullTimeEquivalents === null ? '' : fullTimeEquivalents.toFixed(2).replace('.', ','),
      String(budgetNok ?? ''),
    ]),
]
