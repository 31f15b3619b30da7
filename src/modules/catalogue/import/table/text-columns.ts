import type { Language, LocalText } from '#platform/i18n/language.ts'
import { textFields } from '../record/record.ts'
import type { Column } from './column.ts'

const languageWords: Record<Language, { suffix: string; also: readonly string[] }> = {
  nb: { suffix: '', also: ['bokmål', 'nb'] },
  nn: { suffix: ' nynorsk', also: ['nn'] },
  se: { suffix: ' nordsamisk', also: ['samisk', 'se'] },
  en: { suffix: ' engelsk', also: ['english', 'en'] },
}

const headings: Record<(typeof textFields)[number], { key: string; also: readonly string[] }> = {
  name: {
    key: 'navn',
    also: [
      'namn',
      'name',
      'tilbud',
      'tilbod',
      'navn på tilbud',
      'tittel',
      'title',
      'tiltak',
      'tjenestenavn',
      'tenestenamn',
      'tjeneste navn',
    ],
  },
  summary: {
    key: 'sammendrag',
    also: ['samandrag', 'summary', 'ingress', 'kort beskrivelse', 'kort omtale', 'kort om'],
  },
  description: {
    key: 'beskrivelse',
    also: ['skildring', 'description', 'omtale', 'innhold', 'om tilbudet', 'lang beskrivelse'],
  },
  how_to_get: {
    key: 'slik får du det',
    also: [
      'how to get',
      'slik får du tilbudet',
      'hvordan få tilbudet',
      'fremgangsmåte',
      'framgangsmåte',
      'hvordan søke',
      'korleis søkje',
    ],
  },
  what_happens: { key: 'dette skjer', also: ['what happens', 'hva skjer', 'kva skjer'] },
  good_to_know: {
    key: 'godt å vite',
    also: ['good to know', 'godt å vite om', 'greit å vite', 'merknad', 'merknader'],
  },
}

/** The texts of a service, a column for each language. */
export const textColumns: readonly Column[] = textFields.flatMap(field =>
  byLanguage(
    headings[field],
    (document, language, text) => {
      document[field] = { ...document[field], [language]: text }
    },
    document => document[field],
  ),
)

/** What it costs, in words. */
export const costTextColumns: readonly Column[] = byLanguage(
  { key: 'pris med ord', also: ['pris tekst', 'kostnad tekst', 'cost text'] },
  (document, language, text) => {
    const cost = document.cost ?? { kind: 'unknown' as const }
    document.cost = { ...cost, text: { ...cost.text, [language]: text } }
  },
  document => document.cost.text,
)

/** Words that people may search for, that are not in the texts. Several have `|` between. */
export const keywordColumns: readonly Column[] = byLanguage(
  { key: 'søkeord', also: ['stikkord', 'nøkkelord', 'keywords', 'emneord'] },
  (document, language, text) => {
    const words = text.split(/\s*[|;\n]\s*/).filter(word => word !== '')
    document.keywords = { ...document.keywords, [language]: words }
  },
  document =>
    Object.fromEntries(
      Object.entries(document.keywords ?? {}).map(([language, words]) => [language, words.join(' | ')]),
    ),
)

function byLanguage(
  { key, also }: { key: string; also: readonly string[] },
  set: (document: Parameters<Column['read']>[1]['document'], language: Language, text: string) => void,
  get: (document: Parameters<NonNullable<Column['write']>>[0]) => LocalText | undefined,
): Column[] {
  return (['nb', 'nn', 'se', 'en'] as const).map(language => {
    const { suffix, also: others } = languageWords[language]
    return {
      key: key + suffix,
      also: [
        ...(language === 'nb' ? also : also.map(word => word + suffix)),
        ...[key, ...also].flatMap(word => others.map(other => `${word} ${other}`)),
      ],
      read: ({ text }, { document }) => set(document, language, text),
      write: document => get(document)?.[language] ?? '',
    }
  })
}
