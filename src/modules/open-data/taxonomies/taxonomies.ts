import {
  accessKinds,
  audiences,
  costKinds,
  diagnosisGroups,
  levels,
  riskGroups,
  rooms,
  spokenLanguages,
  targetGroups,
} from '#modules/catalogue/index.ts'
import { pickText, type LocalText } from '#platform/i18n/language.ts'
import { derivedId } from '../hsds/derived-id.ts'
import { withoutEmpty } from '../hsds/hsds-contact.ts'
import type { Taxonomy, TaxonomyTerm } from '../hsds/hsds.schema.ts'
import { losWords } from './los.ts'

/** A word of one of our vocabularies; `vocabulary` and `code` are its address in the database. */
export type Word = { vocabulary: string; code: string; name: string; names: LocalText; uri: string | null }

/** The vocabularies of the catalogue as taxonomies of HSDS. They change with a new version of the content only. */
export type Taxonomies = {
  all: readonly Taxonomy[]
  /** Of all taxonomies, those above before those below. */
  terms: readonly TaxonomyTerm[]
  find(id: string): Taxonomy | undefined
  findTerm(id: string): TaxonomyTerm | undefined
  term(vocabulary: string, code: string): TaxonomyTerm | undefined
  word(vocabulary: string, code: string): Word | undefined
  words(vocabulary: string): readonly Word[]
  /** Where the services of a taxonomy are found: the vocabulary. */
  vocabularyOf(taxonomyId: string): string | undefined
  /** The word of a term and all that lie below it. */
  branch(termId: string): { vocabulary: string; codes: string[] } | undefined
}

type Entry = {
  code: string
  name: LocalText
  description?: LocalText | undefined
  parent?: string | undefined
  uri?: string
}

type Vocabulary = {
  code: string
  name: string
  description: string
  uri?: string
  version?: string
  entries: readonly Entry[]
  /** False: services do not carry its words as attributes. */
  isTaxonomy?: boolean
}

const own = (code: string, name: string, description: string, entries: readonly Entry[]): Vocabulary => ({
  code,
  name,
  description,
  entries,
})

/** Made once at start. */
export function makeTaxonomies(): Taxonomies {
  const sources: Vocabulary[] = [
    {
      ...own(
        'theme',
        'Los',
        'Temaer og ord for offentlige tjenester (Digitaliseringsdirektoratet).',
        losWords(),
      ),
      uri: 'https://psi.norge.no/los/ontologi/tema',
    },
    own('level', 'Nivå', 'De tre nivåene i tiltakspyramiden.', levels.list),
    own('room', 'Rom', 'Ansvarsområder, de samme i alle kommuner.', rooms.list),
    own('audience', 'For hvem', 'Hvem tilbudet henvender seg til.', audiences.list),
    own('target-group', 'Målgruppe', 'Hvem tilbudet særlig er for.', targetGroups.list),
    own('risk-group', 'Risiko', 'Det som kan gjøre livet vanskelig for et barn.', riskGroups.list),
    own('diagnosis-group', 'Psykisk helse', 'Vansker tilbudet særlig er for.', diagnosisGroups.list),
    own('access-kind', 'Tilgang', 'Hvordan man får tilbudet.', accessKinds.list),
    { ...own('cost-kind', 'Pris', 'Hva det koster.', costKinds.list), isTaxonomy: false },
    { ...own('language', 'Språk', 'Språk tilbudet gis på.', spokenLanguages.list), isTaxonomy: false },
  ]
  const listed = sources.filter(source => source.isTaxonomy !== false)
  const all = listed.map(taxonomyOf)
  const terms = listed.flatMap((source, index) => termsOf(source, all[index]!))
  const byId = new Map(terms.map(term => [term.id, term]))
  const words = new Map(
    sources.flatMap(source =>
      source.entries.map(entry => [key(source.code, entry.code), wordOf(source, entry)]),
    ),
  )
  const children = Map.groupBy(terms, term => term.parent_id)
  const below = (id: string): TaxonomyTerm[] =>
    (children.get(id) ?? []).flatMap(child => [child, ...below(child.id)])
  const vocabularyById = new Map(listed.map((source, index) => [all[index]!.id, source.code]))
  return {
    all,
    terms,
    find: id => all.find(taxonomy => taxonomy.id === id),
    findTerm: id => byId.get(id),
    term: (vocabulary, code) => byId.get(termId(vocabulary, code)),
    word: (vocabulary, code) => words.get(key(vocabulary, code)),
    words: vocabulary => [...words.values()].filter(word => word.vocabulary === vocabulary),
    vocabularyOf: id => vocabularyById.get(id),
    branch(id) {
      const term = byId.get(id)
      const vocabulary = term && vocabularyById.get(term.taxonomy_id)
      if (!term || !vocabulary) return undefined
      return { vocabulary, codes: [term, ...below(id)].map(({ code }) => code) }
    },
  }
}

const key = (vocabulary: string, code: string) => `${vocabulary} ${code}`
const termId = (vocabulary: string, code: string) => derivedId('term', vocabulary, code)

function taxonomyOf({ code, name, description, uri, version }: Vocabulary): Taxonomy {
  return withoutEmpty<Taxonomy>({ id: derivedId('taxonomy', code), name, description, uri, version })
}

function termsOf(source: Vocabulary, taxonomy: Taxonomy): TaxonomyTerm[] {
  return source.entries.map(entry => {
    const name = nameOf(entry)
    return withoutEmpty<TaxonomyTerm>({
      id: termId(source.code, entry.code),
      code: entry.code,
      name,
      description: pickText(entry.description, 'nb')?.text.trim() || name,
      parent_id: entry.parent && termId(source.code, entry.parent),
      taxonomy: taxonomy.name,
      taxonomy_detail: taxonomy,
      taxonomy_id: taxonomy.id,
      language: 'nb',
      term_uri: entry.uri,
    })
  })
}

function wordOf(source: Vocabulary, entry: Entry): Word {
  return {
    vocabulary: source.code,
    code: entry.code,
    name: nameOf(entry),
    names: entry.name,
    uri: entry.uri ?? null,
  }
}

function nameOf({ name, code }: Entry): string {
  return pickText(name, 'nb')?.text ?? code
}
