import type { Reading } from '../record/record.ts'
import type { VocabularyWords } from '../words/import-words.ts'
import { foldWord } from '../words/word-list.ts'
import { listOf, numberOf, objectOf, textOf, type Json } from './json-value.ts'

type WordField = Exclude<keyof VocabularyWords, 'cost' | 'languages'>

/** The names of our taxonomies in our open data, and what they are here. The level follows from the room. */
const fieldOfTaxonomy = new Map<string, WordField | null>([
  ['los', 'themes'],
  ['rom', 'room'],
  ['for hvem', 'audiences'],
  ['målgruppe', 'target_groups'],
  ['risiko', 'risk_groups'],
  ['psykisk helse', 'diagnosis_groups'],
  ['tilgang', 'access'],
  ['nivå', null],
])

/** Reads words of taxonomies: ours by code, others' by name where Los has the same word. */
export function readTerms(service: Json, path: string, reading: Reading): void {
  const attributes = listOf(
    service,
    path,
    'attributes',
    'service_attributes',
    'service_taxonomy',
    'service_taxonomies',
    'service_taxonomys',
    'taxonomy',
  )
  for (const { item, path: at } of attributes) {
    const term = objectOf(item, 'taxonomy_term') ?? objectOf(item, 'taxonomy') ?? item
    const id = textOf(item, 'taxonomy_term_id', 'taxonomy_id')
    const name = textOf(term, 'name', 'term', 'value', 'label')
    const code = textOf(term, 'code') ?? losCode(textOf(term, 'term_uri'))
    if (code === undefined && name === undefined) {
      if (id !== undefined)
        reading.fault('dangling', { path: at }, { table: 'taxonomy_term', value: id }, 'warning')
      continue
    }
    const field = fieldOf(term)
    if (field === null) continue
    const list = reading.world.lists[field]
    const found =
      (code !== undefined ? list.find(code) : undefined) ?? (name !== undefined ? list.find(name) : undefined)
    if (found === undefined) reading.fault('unknownWord', { path: at }, { value: name ?? code! }, 'warning')
    else addCode(field, found, reading)
  }
  const room = textOf(service, 'room')
  const known = room === undefined ? undefined : reading.world.lists.room.find(room)
  if (known !== undefined) reading.document.room = known
  else if (room !== undefined)
    reading.fault('unknownWord', { path: `${path}.room` }, { value: room }, 'warning')
}

function fieldOf(term: Json): WordField | null {
  const detail = objectOf(term, 'taxonomy_detail')
  for (const name of [textOf(term, 'taxonomy', 'vocabulary'), detail && textOf(detail, 'name')]) {
    const field = name === undefined ? undefined : fieldOfTaxonomy.get(foldWord(name))
    if (field !== undefined) return field
  }
  return 'themes'
}

function losCode(uri: string | undefined): string | undefined {
  return uri !== undefined && /psi\.norge\.no\/los\//.test(uri) ? uri.split('/').at(-1) : undefined
}

function addCode(field: WordField, code: string, { document }: Reading): void {
  if (field === 'room') document.room = code
  else document[field] = [...new Set([...(document[field] ?? []), code])]
}

/** Reads the languages a service is given in. */
export function readLanguages(service: Json, path: string, { document, world, fault }: Reading): void {
  const codes: string[] = []
  for (const { item, path: at } of listOf(service, path, 'languages', 'language')) {
    const given = [textOf(item, 'code'), textOf(item, 'name'), textOf(item, 'language')].flatMap(
      word => word ?? [],
    )
    const found = given.flatMap(word => world.lists.languages.find(word) ?? [])[0]
    if (found !== undefined) {
      codes.push(found)
      continue
    }
    // Before 3.x several may stand in one field, with commas between.
    for (const word of (given[0] ?? '').split(/\s*[,;]\s*/).filter(part => part !== '')) {
      const code = world.lists.languages.find(word)
      if (code !== undefined) codes.push(code)
      else fault('unknownWord', { path: at }, { value: word }, 'warning')
    }
  }
  if (codes.length > 0) document.languages = [...new Set(codes)]
}

/** Reads what it costs: 3.x has options and a description, 1.x and 2.x `fees`. */
export function readCost(service: Json, path: string, { document, world }: Reading): void {
  const [option] = listOf(service, path, 'cost_options')
  const words = textOf(service, 'fees_description', 'fees') ?? feeOf(service, path)
  const text = textOf(option?.item ?? {}, 'amount_description') ?? words
  const amount = option && numberOf(option.item, 'amount')
  const isNok = option && (textOf(option.item, 'currency') ?? 'NOK') === 'NOK'
  const kroner = isNok && amount !== undefined && Number.isInteger(amount) && amount >= 0 ? amount : undefined
  const named = [textOf(option?.item ?? {}, 'option'), words]
    .map(word => (word === undefined ? undefined : world.lists.cost.find(word)))
    .find(code => code !== undefined)
  const kind = isKind(named) ? named : kroner === undefined ? 'unknown' : kroner === 0 ? 'free' : 'fee'
  const isOnlyKind = text !== undefined && world.lists.cost.find(text) !== undefined
  if (kind === 'unknown' && (text === undefined || isOnlyKind)) return
  document.cost = {
    kind,
    ...(kroner && { amount_nok: kroner }),
    ...(text !== undefined && !isOnlyKind && { text: { nb: text } }),
  }
}

function feeOf(service: Json, path: string): string | undefined {
  const [fee] = listOf(service, path, 'fee', 'fees')
  return fee && textOf(fee.item, 'fee')
}

function isKind(code: string | undefined): code is 'free' | 'fee' | 'means-tested' | 'unknown' {
  return code === 'free' || code === 'fee' || code === 'means-tested' || code === 'unknown'
}
