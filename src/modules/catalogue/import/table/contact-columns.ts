import type { LocalText } from '#platform/i18n/language.ts'
import { readLink, readPhone, readYesOrNo } from '../words/values.ts'
import { valueOf, type Column } from './column.ts'
import { readItems, writeItems, type Item } from './items.ts'

/** The languages of a text that is said of something, each with the name of its field. */
const suffixes = { nb: '', nn: ' nynorsk', se: ' nordsamisk', en: ' engelsk' } as const

/** A text of several fields: `tekst`, `tekst nynorsk` … Undefined when none is given. */
export function localField({ fields }: Item, name: string): LocalText | undefined {
  const text: LocalText = {}
  for (const [language, suffix] of Object.entries(suffixes) as [keyof LocalText, string][]) {
    const given = fields.get(name + suffix)
    if (given) text[language] = given
  }
  return Object.keys(text).length > 0 ? text : undefined
}

/** The fields of a text. @param without a language that is written elsewhere */
export function localFields(
  name: string,
  text: LocalText | undefined,
  without?: keyof LocalText,
): [string, string | undefined][] {
  return (Object.entries(suffixes) as [keyof LocalText, string][])
    .filter(([language]) => language !== without)
    .map(([language, suffix]) => [name + suffix, text?.[language]])
}

const phoneKinds = new Map<string, 'voice' | 'sms' | 'textphone'>([
  ['tale', 'voice'],
  ['voice', 'voice'],
  ['sms', 'sms'],
  ['teksttelefon', 'textphone'],
  ['textphone', 'textphone'],
])

const phoneWord = { voice: undefined, sms: 'sms', textphone: 'teksttelefon' } as const

export const phoneColumn: Column = {
  key: 'telefon',
  also: [
    'telefoner',
    'telefonar',
    'tlf',
    'telefonnummer',
    'phone',
    'phones',
    'mobil',
    'kontakttelefon',
    'ring',
  ],
  read(cell, reading) {
    for (const item of readItems(cell.text)) {
      const number = valueOf(readPhone(item.main), 'notPhone', { ...cell, text: item.main }, reading)
      if (number === null) continue
      const [label, hours] = [localField(item, 'tekst'), localField(item, 'når')]
      reading.document.phones = [
        ...(reading.document.phones ?? []),
        {
          number,
          kind: phoneKinds.get(item.fields.get('type')?.toLowerCase() ?? '') ?? 'voice',
          ...(label && { label }),
          ...(hours && { hours }),
          ...(item.fields.get('per') && { as_of: item.fields.get('per')! }),
          checked: readYesOrNo(item.fields.get('kontrollert') ?? '') ?? false,
        },
      ]
    }
  },
  write: document =>
    writeItems(
      document.phones.map(({ number, kind, label, hours, as_of, checked }) => ({
        main: number,
        fields: [
          ['type', phoneWord[kind]],
          ...localFields('tekst', label),
          ...localFields('når', hours),
          ['per', as_of],
          ['kontrollert', checked ? 'ja' : undefined],
        ],
      })),
    ),
}

const linkKinds = new Map<string, 'website' | 'chat' | 'apply' | 'map'>([
  ['nettsted', 'website'],
  ['website', 'website'],
  ['chat', 'chat'],
  ['søknad', 'apply'],
  ['apply', 'apply'],
  ['kart', 'map'],
  ['map', 'map'],
])

const linkWord = { website: undefined, chat: 'chat', apply: 'søknad', map: 'kart' } as const

export const linkColumn: Column = {
  key: 'nettsted',
  also: [
    'nettside',
    'nettstad',
    'lenke',
    'lenker',
    'url',
    'website',
    'web',
    'hjemmeside',
    'link',
    'nettadresse',
    'nettsider',
    'lenke til nettside',
    'internett',
  ],
  read(cell, reading) {
    for (const item of readItems(cell.text)) {
      const url = valueOf(readLink(item.main), 'notLink', { ...cell, text: item.main }, reading)
      if (url === null) continue
      const label = localField(item, 'tekst')
      const kind = linkKinds.get(item.fields.get('type')?.toLowerCase() ?? '') ?? 'website'
      reading.document.links = [...(reading.document.links ?? []), { kind, url, ...(label && { label }) }]
    }
  },
  write: document =>
    writeItems(
      document.links.map(({ kind, url, label }) => ({
        main: url,
        fields: [['type', linkWord[kind]], ...localFields('tekst', label)],
      })),
    ),
}
