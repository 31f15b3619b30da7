import * as z from 'zod'
import { languageNames, languages } from '#platform/i18n/language.ts'
import type { Locale } from '#platform/i18n/locale.tsx'
import { ageText } from '../draft/age-text.ts'
import type { Cell, Control, Option, RowsControl } from '../draft/control.ts'
import type { Lookups } from '../draft/lookups.ts'
import { messages as draftMessages } from '../draft/messages.ts'
import { codeOfParty } from '../draft/rows.ts'
import { stepOf, yesNo } from '../draft/steps.ts'
import { costKinds } from '../vocabulary/vocabulary.ts'
import { messages } from './messages.ts'

const Entries = z.array(z.record(z.string(), z.unknown())).catch([])
const Codes = z.union([z.array(z.string()), z.string().transform(code => [code])]).catch([])
const Text = z.record(z.string(), z.string()).catch({})
const Age = z.object({ from: z.number().optional(), to: z.number().optional() }).catch({})
const Cost = z
  .object({ kind: z.string().optional(), amount_nok: z.number().optional(), text: Text.optional() })
  .catch({})
const Keywords = z.record(z.string(), z.array(z.string())).catch({})

/** What stands in a field, in words, as the form asks for it: a line for each entry of a list. */
export function valueInWords(field: string, value: unknown, locale: Locale, lookups: Lookups): string {
  if (value === null || value === undefined || value === '') return locale.text(messages.empty)
  const control = stepOf(field)?.control
  return (control ? ofControl(control, value, locale, lookups) : '') || plain(value)
}

function ofControl(control: Control, value: unknown, locale: Locale, lookups: Lookups): string {
  const { text } = locale
  switch (control.kind) {
    case 'rows':
      return Entries.parse(value)
        .map(entry => rowInWords(control, entry, locale, lookups))
        .join('\n')
    case 'choice': {
      if (typeof value === 'boolean') return labelOf(yesNo, value ? 'ja' : 'nei', locale)
      const more = control.more && lookups[control.more.from]
      return Codes.parse(value)
        .map(code => labelOf(control.options, code, locale) || more?.nameOf(code) || code)
        .join('\n')
    }
    case 'coverage':
      return Codes.parse(value)
        .map(code => lookups.areas.nameOf(code) ?? code)
        .join('\n')
    case 'age': {
      const { from, to } = Age.parse(value)
      return [
        from === undefined ? '' : `${text(draftMessages.ageFrom)}: ${ageText(from, false)}`,
        to === undefined ? '' : `${text(draftMessages.ageTo)}: ${ageText(to, true)}`,
      ]
        .filter(Boolean)
        .join(', ')
    }
    case 'cost': {
      const { kind, amount_nok: amount, text: words } = Cost.parse(value)
      return [
        locale.localText(costKinds.get(kind ?? '')?.name),
        amount === undefined ? '' : `${locale.number(amount)} kr`,
        locale.localText(words),
      ]
        .filter(Boolean)
        .join(', ')
    }
    case 'keywords': {
      const words = Keywords.parse(value)
      return languages
        .flatMap(language =>
          words[language] ? `${languageNames[language]}: ${words[language].join(', ')}` : [],
        )
        .join('\n')
    }
    case 'text':
      return ''
  }
}

/** The cells that hold something, each with its label. */
function rowInWords(
  control: RowsControl,
  entry: Record<string, unknown>,
  locale: Locale,
  lookups: Lookups,
): string {
  return control.cells
    .flatMap(cell => {
      const value = cell.path.reduce<unknown>(
        (inner, part) =>
          typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[part] : undefined,
        entry,
      )
      const label = locale.text(cell.label)
      if (cell.look === 'organization') {
        const code = codeOfParty(entry)
        return `${label}: ${lookups.organizations.nameOf(code) ?? code}`
      }
      if (value === undefined || value === null || value === false) return []
      if (cell.look === 'check') return label
      return `${label}: ${cellInWords(cell, value, locale, lookups)}`
    })
    .join(', ')
}

function cellInWords(cell: Cell, value: unknown, locale: Locale, lookups: Lookups): string {
  if (cell.look === 'municipality') return lookups.areas.nameOf(String(value)) ?? String(value)
  const options = cell.options ?? []
  return [value]
    .flat()
    .map(code => labelOf(options, String(code), locale) || String(code))
    .join(', ')
}

function labelOf(options: readonly Option[], code: string, locale: Locale): string {
  const option = options.find(one => one.value === code)
  return option ? locale.localText(option.label as Record<string, string>) : ''
}

function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).join('\n')
  if (typeof value === 'object' && value !== null) return Object.values(value).map(plain).join(', ')
  return String(value)
}
