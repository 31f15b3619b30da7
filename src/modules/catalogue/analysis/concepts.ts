import * as z from 'zod'
import { hashOfFiles, projectFile, projectFiles, readYaml } from '#platform/content/content.ts'
import { doneOnce } from '#platform/kept-work.ts'
import { audiences, losCodes } from '../vocabulary/vocabulary.ts'
import { Concept, faultsOf, WordGroups } from './synonyms.schema.ts'

/** Los with its hidden labels: other words under which the public looks for the same. */
const LosWords = z.object({
  uri: z.string(),
  label: z.object({ nb: z.string(), nn: z.string().nullable(), en: z.string().nullable() }),
  synonyms: z
    .object({ nb: z.array(z.string()), nn: z.array(z.string()), en: z.array(z.string()) })
    .partial()
    .default({}),
})

export const synonymFiles = projectFiles('content/synonyms', '.yaml').filter(
  path => !path.endsWith('/groups.yaml'),
)
export const groupsFile = 'content/synonyms/groups.yaml'

/** Words that stand for each other in phrases. */
export const wordGroups: Readonly<Record<string, readonly string[]>> = readYaml(groupsFile, WordGroups)

/** The concepts of content/synonyms, with the words that Los has for them. Read once, at start. */
export const concepts: readonly Concept[] = doneOnce(
  'concepts',
  [hashOfFiles([...synonymFiles, groupsFile, 'data/los.json', 'content/vocabularies/audiences.yaml'])],
  z.custom<Concept[]>(Array.isArray),
  () => withLosWords(readConcepts()),
)

export const conceptByCode: ReadonlyMap<string, Concept> = new Map(
  concepts.map(concept => [concept.code, concept]),
)

function readConcepts(): Concept[] {
  const list = synonymFiles.flatMap(path => readYaml(path, z.array(Concept)))
  const codes = { los: losCodes, audiences: new Set(audiences.list.map(audience => audience.code)) }
  const faults = faultsOf(list, new Set(Object.keys(wordGroups)), codes)
  if (faults.length > 0) throw new Error(`content/synonyms cannot be used. ${faults.slice(0, 5).join(' ')}`)
  return list
}

function withLosWords(list: Concept[]): Concept[] {
  const entries = z.array(LosWords).parse(JSON.parse(projectFile('data/los.json')))
  const byCode = new Map(entries.map(entry => [entry.uri.split('/').at(-1)!, entry]))
  return list.map(concept => {
    const words = { ...concept.words }
    for (const { label, synonyms } of concept.los.flatMap(code => byCode.get(code) ?? [])) {
      for (const language of ['nb', 'nn', 'en'] as const)
        words[language] = [
          ...(words[language] ?? []),
          ...(label[language] ? [label[language]] : []),
          ...(synonyms[language] ?? []),
        ]
    }
    return { ...concept, words }
  })
}
