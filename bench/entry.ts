import {
  documentLexemes,
  type DocumentLexeme,
  type Lexicon,
} from '../src/modules/catalogue/analysis/analysis.ts'
import { entryWith, fieldsOf, type Published } from '../src/modules/catalogue/search/entry.ts'
import type { OwnerLevel } from '../src/modules/catalogue/search/facts.ts'
import type { Drawn } from './draw.ts'

/**
 * Makes the rows of `catalogue.search_entry`: those of the services they are made after, with their own names, areas and dates.
 * @param first number of the first
 * @returns from what was drawn to the fields number, service_id, lexemes, weighed, facts, card
 */
export function makeEntry(
  templates: Published[],
  lexicon: Lexicon,
  first: number,
): (drawn: Drawn) => string[] {
  const own = templates.map(template => documentLexemes(fieldsOf(template), lexicon))
  const ofSuffix = new Map<string, DocumentLexeme[]>()
  const lexemesOfName = (suffix: string) => {
    let lexemes = ofSuffix.get(suffix)
    if (!lexemes) {
      const none = { keywords: [], labels: [], summary: [], text: [] }
      lexemes = documentLexemes({ name: [{ nb: suffix }], ...none }, lexicon)
      ofSuffix.set(suffix, lexemes)
    }
    return lexemes
  }
  return drawn => {
    const template = templates[drawn.template]!
    const service = renamed(template, drawn, first)
    const lexemes = new Map(
      [...own[drawn.template]!, ...lexemesOfName(drawn.suffix)].map(entry => [entry.lexeme, entry]),
    )
    const entry = entryWith(service, [...lexemes.values()])
    return [
      String(service.number),
      drawn.id,
      entry.lexemes.map(asLexeme).join(' '),
      `{${entry.weighed.join(',')}}`,
      `\\x${entry.facts.toString('hex')}`,
      entry.card,
    ]
  }
}

function renamed(template: Published, drawn: Drawn, first: number): Published {
  const { card } = template
  const name = Object.fromEntries(
    Object.entries(card.name).map(([language, text]) => [language, `${text} – ${drawn.suffix}`]),
  )
  const ownerLevel: OwnerLevel =
    drawn.owner === null ? template.owner_level : drawn.owner.length === 2 ? 'county' : 'municipality'
  return {
    ...template,
    id: drawn.id,
    number: first + drawn.n - 1,
    owner_level: ownerLevel,
    card: {
      ...card,
      id: drawn.id,
      name,
      areas: drawn.areas,
      owner_level: ownerLevel,
      owner_name: drawn.owner === null ? card.owner_name : { nb: drawn.suffix },
      confirmed_on: drawn.confirmedOn,
      confirm_by: halfAYearAfter(drawn.confirmedOn),
    },
  }
}

function halfAYearAfter(date: string): string {
  const day = new Date(date)
  day.setUTCMonth(day.getUTCMonth() + 6)
  return day.toISOString().slice(0, 10)
}

function asLexeme(lexeme: string): string {
  return `'${lexeme.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`
}
