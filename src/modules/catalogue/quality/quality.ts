import type { Language } from '#platform/i18n/language.ts'
import type { Message, Params } from '#platform/i18n/messages.ts'
import { ServiceDocument } from '../document/document.schema.ts'
import type { Fields } from '../draft/merge.ts'
import type { LinkCheck } from '../links/link-check.store.ts'
import { steps, stepOf } from '../draft/steps.ts'
import {
  accessKinds,
  audiences,
  diagnosisGroups,
  losCodes,
  riskGroups,
  rooms,
  spokenLanguages,
  targetGroups,
  themes,
} from '../vocabulary/vocabulary.ts'
import { messages } from './messages.ts'
import { HARD, hardestParts, lixOf } from './readability.ts'

/** Something to look at. `must`: nothing is published before; `should`: it would be better. */
export type Check = {
  weight: 'must' | 'should'
  /** The step where it is mended, and the control. */
  step: string
  control: string
  message: Message
  params: Params
  /** `YYYY-MM-DD`, to stand in the message as {date}. */
  date?: string
  /** The control's label, and a language, to stand in the message as {what} and {language}. */
  what?: Message
  language?: Language
}

/** What is known of postcodes: the place of each. */
export type Postcodes = ReadonlyMap<string, string>

/** A published service, or one being written, that is much alike. */
export type Lookalike = { id: string; name: string; owner: string }

/** What stands for the owner and for the day it is published, so that the rest can be looked at as a whole. */
const given = {
  key: 'tilbud',
  organizations: [{ organization: 'eier', role: 'owner' }],
  confirmed: '2026-01-01',
}

/** All that is missing, wrong or could be better in what has been written so far. */
export function checksOf(
  fields: Fields,
  postcodes: Postcodes,
  alike: readonly Lookalike[],
  links: readonly LinkCheck[] = [],
): Check[] {
  const found: Check[] = []
  addMissing(fields, found)
  addWrong(fields, found)
  addUnknown(fields, found)
  const parsed = ServiceDocument.safeParse({ ...fields, ...given })
  addAdvice(fields, found)
  addReadability(fields, found)
  if (parsed.success) addContact(parsed.data, postcodes, found)
  addLinks(links, found)
  for (const other of alike)
    found.push({
      ...at('name', 'nb'),
      weight: 'should',
      message: messages.duplicate,
      params: { name: other.name, owner: other.owner },
    })
  return found
}

/** May it be published, as far as the form goes? */
export function isComplete(checks: readonly Check[]): boolean {
  return checks.every(check => check.weight !== 'must')
}

function addMissing(fields: Fields, found: Check[]): void {
  for (const control of steps.flatMap(step => step.controls)) {
    if (!control.isMust || found.some(check => check.control === control.name)) continue
    const value = fields[control.field]
    const isThere =
      control.kind === 'text'
        ? Boolean((value as Partial<Record<Language, string>> | undefined)?.[control.language])
        : isGiven(value)
    if (isThere) continue
    const language = control.kind === 'text' ? control.language : null
    found.push({
      ...at(control.field, language),
      weight: 'must',
      message: language === null ? messages.missing : messages.missingIn,
      params: {},
      what: control.label,
      ...(language && { language }),
    })
  }
}

/** What the schema refuses, though it is there: from an import, or since the rules have changed. */
function addWrong(fields: Fields, found: Check[]): void {
  const shape: Record<string, { safeParse(value: unknown): { success: boolean } }> = ServiceDocument.shape
  for (const [field, written] of Object.entries(fields)) {
    // The owner is not written in a draft.
    const value =
      field === 'organizations' && Array.isArray(written) ? [...given.organizations, ...written] : written
    // What lacks in one language of a text is told there, and is not wrong in the others.
    const own = steps.flatMap(step => step.controls).filter(control => control.field === field)
    if (!shape[field] || found.some(check => own.some(control => control.name === check.control))) continue
    if (!shape[field].safeParse(value).success && stepOf(field)) {
      found.push({
        ...at(field),
        weight: 'must',
        message: messages.wrong,
        params: {},
        what: stepOf(field)!.control.label,
      })
    }
  }
}

const codes: Record<string, (code: string) => boolean> = {
  room: code => rooms.has(code),
  audiences: code => audiences.has(code),
  access: code => accessKinds.has(code),
  themes: code => themes.has(code) || losCodes.has(code),
  target_groups: code => targetGroups.has(code),
  risk_groups: code => riskGroups.has(code),
  diagnosis_groups: code => diagnosisGroups.has(code),
  languages: code => spokenLanguages.has(code),
}

function addUnknown(fields: Fields, found: Check[]): void {
  for (const [field, isKnown] of Object.entries(codes)) {
    const values = [fields[field] ?? []].flat()
    if (values.every(value => typeof value === 'string' && isKnown(value))) continue
    found.push({
      ...at(field),
      weight: 'must',
      message: messages.wrongCode,
      params: {},
      what: stepOf(field)!.control.label,
    })
  }
}

function addAdvice(fields: Fields, found: Check[]): void {
  const advise = (field: string, message: Message, language: Language | null = null) =>
    found.push({ ...at(field, language), weight: 'should', message, params: {} })
  if (!isGiven(fields['phones']) && !isGiven(fields['links']) && !isGiven(fields['places']))
    advise('phones', messages.noContact)
  if (!isGiven(fields['how_to_get'])) advise('how_to_get', messages.noHowToGet, 'nb')
  const cost = fields['cost'] as { kind?: string } | undefined
  if (!cost || cost.kind === 'unknown') advise('cost', messages.noCost)
  const forYoung = [fields['audiences'] ?? []]
    .flat()
    .some(code => code === 'children' || code === 'young-people')
  if (forYoung && !isGiven(fields['age'])) advise('age', messages.noAge)
  if (!isGiven(fields['themes'])) advise('themes', messages.noThemes)
}

function addReadability(fields: Fields, found: Check[]): void {
  for (const field of ['summary', 'description', 'what_happens', 'how_to_get', 'good_to_know']) {
    const text = (fields[field] as { nb?: string } | undefined)?.nb ?? ''
    const lix = lixOf(text)
    if (lix === null || lix < HARD) continue
    const { sentence, words } = hardestParts(text)
    const what = stepOf(field, 'nb')!.control.label
    found.push({
      ...at(field, 'nb'),
      weight: 'should',
      message: messages.hard,
      params: { lix, limit: HARD, sentence: sentence.length > 140 ? `${sentence.slice(0, 139)}…` : sentence },
      what,
    })
    if (words.length > 0)
      found.push({
        ...at(field, 'nb'),
        weight: 'should',
        message: messages.hardWords,
        params: { words: words.join(', ') },
      })
  }
}

function addContact(document: ServiceDocument, postcodes: Postcodes, found: Check[]): void {
  for (const { number } of document.phones) {
    // Norwegian numbers have eight digits; some of the services that everybody knows have three, five or six.
    if (
      /^(\+47)?[0-9]{8}$/.test(number) ||
      /^(1\d\d|0\d{4}|11\d{4})$/.test(number) ||
      /^\+(?!47)/.test(number)
    )
      continue
    found.push({ ...at('phones'), weight: 'should', message: messages.phoneLength, params: { number } })
  }
  for (const { url } of document.links) {
    if (url.startsWith('http:'))
      found.push({ ...at('links'), weight: 'should', message: messages.linkInsecure, params: { url } })
  }
  for (const { postcode, city } of document.places) {
    if (!postcode) continue
    const place = postcodes.get(postcode)
    if (place === undefined)
      found.push({
        ...at('places'),
        weight: 'should',
        message: messages.postcodeUnknown,
        params: { postcode },
      })
    else if (city && place.toLowerCase() !== city.toLowerCase())
      found.push({
        ...at('places'),
        weight: 'should',
        message: messages.postcodeElsewhere,
        params: { postcode, place, given: city },
      })
  }
  if ([...document.phones, ...document.legal_basis].some(fact => fact.as_of !== undefined && !fact.checked))
    found.push({ ...at('phones'), weight: 'should', message: messages.unchecked, params: {} })
}

/** Links that did not answer: once is told of, twice is taken for dead. */
function addLinks(links: readonly LinkCheck[], found: Check[]): void {
  for (const { url, failing_since: since, is_dead: isDead } of links) {
    if (since === null) continue
    const message = isDead ? messages.linkDead : messages.linkFailed
    found.push({ ...at('links'), weight: 'should', message, params: { url }, date: since })
  }
}

function isGiven(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false
  return typeof value !== 'object' || Object.keys(value).length > 0
}

/** Where a field is asked for. A text in another language than bokmål: where the languages stand beside each other. */
function at(field: string, language: Language | null = null): { step: string; control: string } {
  const found = stepOf(field, language) ?? stepOf(field)
  if (!found) return { step: steps[0]!.slug, control: steps[0]!.controls[0]!.name }
  return { step: found.step.slug, control: found.control.name }
}
