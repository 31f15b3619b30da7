import { intlLocale, type Language } from '#platform/i18n/language.ts'

const formats = new Map<Language, Intl.DateTimeFormat>()

/** A moment in words, to the minute, as the clock shows in Norway. */
export function momentInWords(at: Date, language: Language): string {
  let format = formats.get(language)
  if (!format) {
    format = new Intl.DateTimeFormat(intlLocale[language], {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: 'Europe/Oslo',
    })
    formats.set(language, format)
  }
  return format.format(at)
}
