import { choiceOf } from '#modules/catalogue/index.ts'
import type { Locale } from '#platform/i18n/locale.tsx'
import { chainFilters, type Choice } from './chain.schema.ts'
import { messages } from './messages.ts'

/** What is chosen, each by its name; that it is everything, when nothing is. */
export function choiceInWords(choice: Choice, { text, localText }: Locale): string[] {
  const words = chainFilters.flatMap(filter =>
    choice[filter].map(code => {
      const entry = choiceOf(filter, code)
      return entry ? localText(entry.name) : code
    }),
  )
  return words.length > 0 ? words : [text(messages.everything)]
}
