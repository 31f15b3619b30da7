import type { LocalText } from '#platform/i18n/language.ts'
import type { Geography } from '#modules/areas/index.ts'
import {
  accessKinds,
  audiences,
  costKinds,
  diagnosisGroups,
  losNames,
  riskGroups,
  rooms,
  spokenLanguages,
  targetGroups,
  themes,
} from '../../vocabulary/vocabulary.ts'
import { makeAreaWords, type AreaWords } from './area-words.ts'
import { makeWordList, type WordList } from './word-list.ts'

/** An organisation that an imported service may name. */
export type KnownOrganization = {
  id: string
  key: string
  name: LocalText
  number: string | null
  units: readonly { id: string; key: string; name: LocalText }[]
}

/** What an import needs to know beside the file. Made once for each import. */
export type ImportWorld = {
  lists: VocabularyWords
  areas: AreaWords
  organizations: readonly KnownOrganization[]
  /** Key of the organisation whose services are imported. */
  owner: string
  /** Where that organisation belongs, for places that do not say where they are. */
  ownArea: string | null
}

export type VocabularyWords = {
  room: WordList
  audiences: WordList
  target_groups: WordList
  risk_groups: WordList
  diagnosis_groups: WordList
  themes: WordList
  access: WordList
  languages: WordList
  cost: WordList
}

/** What people write in spreadsheets, beside our own words. */
const otherAccessWords: Record<string, string[]> = {
  'drop-in': ['drop-in', 'åpent for alle', 'uten avtale'],
  contact: ['kontakt', 'ring', 'telefon'],
  'self-referral': ['påmelding', 'selvhenvisning', 'egen henvendelse'],
  application: ['søknad', 'søke'],
  decision: ['vedtak', 'enkeltvedtak'],
  referral: ['henvisning', 'tilvising'],
}
const otherCostWords: Record<string, string[]> = {
  free: ['gratis', 'ingen', '0', '0 kr'],
  fee: ['egenandel', 'betaling', 'koster'],
  'means-tested': ['inntektsavhengig'],
  unknown: ['ukjent', 'ikke oppgitt'],
}

/** The words of our vocabularies, as people write them. They change with a new version of the content only. */
export const vocabularyWords: VocabularyWords = {
  room: makeWordList(rooms.list),
  audiences: makeWordList(audiences.list),
  target_groups: makeWordList(targetGroups.list),
  risk_groups: makeWordList(riskGroups.list),
  diagnosis_groups: makeWordList(diagnosisGroups.list),
  // Los has words of its own for what our themes gather; where both have a code, it is Los's name that holds.
  themes: makeWordList([
    ...themes.list.filter(theme => !losNames.has(theme.code)),
    ...[...losNames].map(([code, name]) => ({ code, name })),
  ]),
  access: makeWordList(
    accessKinds.list.map(entry => ({ ...entry, also: otherAccessWords[entry.code] ?? [] })),
  ),
  languages: makeWordList(
    spokenLanguages.list.map(entry => ({
      ...entry,
      // Who writes that help is given in Norwegian means what is spoken; bokmål stands for it.
      also: [entry.own, ...(entry.code === 'nb' ? ['norsk', 'norwegian', 'no'] : [])],
    })),
  ),
  cost: makeWordList(costKinds.list.map(entry => ({ ...entry, also: otherCostWords[entry.code] ?? [] }))),
}

export function importWorldOf(
  geography: Geography,
  organizations: readonly KnownOrganization[],
  owner: { key: string; areaCode: string | null },
): ImportWorld {
  return {
    lists: vocabularyWords,
    areas: makeAreaWords(geography),
    organizations,
    owner: owner.key,
    ownArea: owner.areaCode,
  }
}
