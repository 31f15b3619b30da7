import * as z from 'zod'
import { projectFile, readYaml } from '#platform/content/content.ts'
import type { LocalText } from '#platform/i18n/language.ts'
import { AgeBand, LanguageEntry, LevelEntry, LosEntry, RoomEntry, Term, Theme } from './vocabulary.schema.ts'

/** Entries by code, in their own order. */
export type Vocabulary<T> = { list: T[]; get(code: string): T | undefined; has(code: string): boolean }

function vocabulary<T extends { code: string; order?: number | undefined }>(
  file: string,
  schema: z.ZodType<T>,
): Vocabulary<T> {
  const entries = readYaml(`content/vocabularies/${file}.yaml`, z.array(schema))
  const list = entries.toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))
  const byCode = new Map(list.map(entry => [entry.code, entry]))
  if (byCode.size !== list.length)
    throw new Error(`content/vocabularies/${file}.yaml has the same code twice`)
  return { list, get: code => byCode.get(code), has: code => byCode.has(code) }
}

// Read once, at start: a page needs dozens of these words, and they change with a new version of the content only.
export const levels = vocabulary('levels', LevelEntry)
export const rooms = vocabulary('rooms', RoomEntry)
export const themes = vocabulary('themes', Theme)
export const ageBands = vocabulary('age-bands', AgeBand)
export const audiences = vocabulary('audiences', Term)
export const targetGroups = vocabulary('target-groups', Term)
export const riskGroups = vocabulary('risk-groups', Term)
export const diagnosisGroups = vocabulary('diagnosis-groups', Term)
export const accessKinds = vocabulary('access-kinds', Term)
export const costKinds = vocabulary('cost-kinds', Term)
export const spokenLanguages = vocabulary('languages', LanguageEntry)

/** Names of Los words by code: the last part of their addresses, such as `helsestasjon`. */
export const losNames: ReadonlyMap<string, LocalText> = new Map(
  z
    .array(LosEntry)
    .parse(JSON.parse(projectFile('data/los.json')))
    .map(({ uri, label: { nb, nn, en } }) => [
      uri.split('/').at(-1)!,
      { nb, ...(nn && { nn }), ...(en && { en }) },
    ]),
)

export const losCodes: ReadonlySet<string> = new Set(losNames.keys())

const themeOfLosCode = new Map(
  themes.list.flatMap(theme => [theme.code, ...theme.includes].map(code => [code, theme.code])),
)

/** The people's themes that a service with these Los codes belongs to. */
export function themesOf(codes: readonly string[]): string[] {
  return [...new Set(codes.flatMap(code => themeOfLosCode.get(code) ?? []))]
}

export const vocabularyFiles = [
  'rooms',
  'themes',
  'audiences',
  'target-groups',
  'risk-groups',
  'diagnosis-groups',
  'access-kinds',
  'cost-kinds',
  'languages',
].map(name => `content/vocabularies/${name}.yaml`)
