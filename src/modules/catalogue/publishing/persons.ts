import type { Locale } from '#platform/i18n/locale.tsx'
import { messages } from './messages.ts'

/** Names of colleagues by their ids; others have none here. */
export type Names = ReadonlyMap<string, string>

/**
 * Who did something, in words: oneself, a colleague by name, or somebody whose name is not for us.
 * @param id null: the person is no longer here, or it was done by the operator
 */
export function personInWords(id: string | null, me: string, names: Names, { text }: Locale): string {
  if (id === null) return text(messages.someone)
  if (id === me) return text(messages.you)
  return names.get(id) ?? text(messages.colleague)
}
