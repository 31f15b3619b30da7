import type { LocalText } from '#platform/i18n/language.ts'
import type { Locale } from '#platform/i18n/locale.tsx'
import { messages } from './messages.ts'

/** Owners of services in the place that are not asked, by name. */
export const notAskedLines = (others: readonly LocalText[], { text, localText }: Locale): string[][] => [
  [text(messages.notAsked)],
  ...others.map(name => [localText(name)]),
]
