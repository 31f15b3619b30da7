import type { ImportWorld, VocabularyWords } from '../words/import-words.ts'
import { foldWord } from '../words/word-list.ts'
import type { Reading } from '../record/record.ts'
import type { Cell, Column } from './column.ts'

type ListField =
  | 'audiences'
  | 'target_groups'
  | 'risk_groups'
  | 'diagnosis_groups'
  | 'themes'
  | 'access'
  | 'languages'

const headings: Record<ListField, { key: string; also: readonly string[] }> = {
  audiences: {
    key: 'for hvem',
    also: ['for kven', 'audience', 'audiences', 'hvem er det for', 'henvender seg til'],
  },
  target_groups: { key: 'målgrupper', also: ['målgruppe', 'target groups', 'target group', 'særlig for'] },
  risk_groups: { key: 'risiko', also: ['risikogrupper', 'risikogruppe', 'risk groups'] },
  diagnosis_groups: {
    key: 'psykisk helse',
    also: ['diagnosegrupper', 'diagnoser', 'diagnose', 'diagnosis groups'],
  },
  themes: {
    key: 'temaer',
    also: ['tema', 'emne', 'emner', 'emne los', 'los', 'themes', 'theme', 'kategori'],
  },
  access: {
    key: 'tilgang',
    also: ['access', 'hvordan få tilgang', 'inntak', 'henvisning', 'korleis få det'],
  },
  languages: { key: 'språk', also: ['languages', 'language', 'språk i tilbudet'] },
}

/** Columns with words of our vocabularies, several with `|` between. */
export const wordColumns: readonly Column[] = (Object.keys(headings) as ListField[]).map(field => ({
  ...headings[field],
  words: world => world.lists[field],
  read(cell, reading) {
    const codes = wordsOf(cell, field, reading)
    if (codes.length > 0) reading.document[field] = [...(reading.document[field] ?? []), ...codes]
  },
  write: (document, world) => document[field].map(world.lists[field].nameOf).join(' | '),
}))

export const roomColumn: Column = {
  key: 'rom',
  also: ['room', 'pyramiderom', 'ansvarsområde', 'område i pyramiden', 'rom i pyramiden'],
  words: world => world.lists.room,
  read(cell, reading) {
    const code = wordOf(cell.text, cell, reading.world.lists.room)
    if (code === undefined) tellUnknown(cell.text, cell, 'room', reading)
    else if (code !== null) reading.document.room = code
  },
  write: (document, { lists }) => lists.room.nameOf(document.room),
}

/** The codes of a cell's words; what is not known is told, with what is like it. */
function wordsOf(cell: Cell, field: keyof VocabularyWords, reading: Reading): string[] {
  const list = reading.world.lists[field]
  return pieces(cell, list).flatMap(piece => {
    const code = wordOf(piece, cell, list)
    if (code === undefined) tellUnknown(piece, cell, field, reading)
    return code ?? []
  })
}

type Found = { find: (text: string) => unknown }

/** The words of a cell: between `|`, `;` and lines, and between commas too, where the whole is no word of the list. */
export function pieces({ text, choices }: Pick<Cell, 'text' | 'choices'>, list: Found): string[] {
  const isKnown = (word: string) => list.find(word) !== undefined || choices.has(foldWord(word))
  return text
    .split(/[|;\n]/)
    .flatMap(piece => (isKnown(piece) ? [piece] : piece.split(/,| \/ /)))
    .map(piece => piece.trim())
    .filter(piece => piece !== '')
}

/** The code; null when a person has chosen to leave the word out; undefined when nobody knows it. */
function wordOf(
  word: string,
  { choices }: Cell,
  list: VocabularyWords[keyof VocabularyWords],
): string | null | undefined {
  return list.find(word) ?? choices.get(foldWord(word))
}

function tellUnknown(
  word: string,
  { at }: Cell,
  field: keyof VocabularyWords,
  { fault, world }: Reading,
): void {
  const near = world.lists[field].near(word).map(name => `«${name}»`)
  if (near.length === 0) fault('unknownWord', at, { value: word })
  else fault('unknownWordNear', at, { value: word, suggestions: near.join(', ') })
}

export const coverageColumn: Column = {
  key: 'områder',
  also: [
    'område',
    'dekningsområde',
    'dekning',
    'kommune',
    'kommuner',
    'kommunar',
    'coverage',
    'area',
    'areas',
    'geografi',
    'kommunenummer',
    'kommunenr',
    'gjelder for kommune',
  ],
  read(cell, reading) {
    const { areas } = reading.world
    const known = { find: (text: string) => areas.find(text) ?? undefined }
    for (const word of pieces(cell, known)) {
      const code = areaOf(word, cell, reading)
      if (code !== null) reading.document.coverage = [...(reading.document.coverage ?? []), code]
    }
  },
  write: document => document.coverage.join(' | '),
}

/** The code of an area; null with the fault told, or when a person has chosen to leave it out. */
export function areaOf(
  word: string,
  { at, choices }: Pick<Cell, 'at' | 'choices'>,
  { world, fault }: Reading,
): string | null {
  const chosen = choices.get(foldWord(word))
  if (chosen !== undefined) return chosen
  const found = world.areas.find(word)
  if (typeof found === 'string') return found
  if (found === null) fault('unknownArea', at, { value: word })
  else fault('severalAreas', at, { value: word, suggestions: namesOf(found, world) })
  return null
}

function namesOf(codes: string[], { areas }: ImportWorld): string {
  return codes.map(code => `${areas.nameOf(code)} ${code}`).join(', ')
}
