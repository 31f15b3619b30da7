import { intlLocale, type Language } from '#platform/i18n/language.ts'
import type { Locale } from '#platform/i18n/locale.tsx'
import { messages } from './messages.ts'

/** A number of what people did, as the database lets it be shown: to the nearest five; null is one to four. */
export function fewOr(about: number | null, { text, number }: Locale): string {
  return about === null ? text(messages.few) : number(about)
}

/** `november 2026`. @param first the first day of the month, `YYYY-MM-DD` */
export function monthInWords(first: string, language: Language): string {
  return new Intl.DateTimeFormat(intlLocale[language], {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${first}T00:00:00Z`))
}
