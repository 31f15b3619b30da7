import type { ServiceDocument } from '../../document/document.schema.ts'
import { readAge, readFirstAge, readLastAge, writeAge } from '../words/ages.ts'
import { readDate, readKroner, readYesOrNo, writeYesOrNo } from '../words/values.ts'
import { foldWord } from '../words/word-list.ts'
import { valueOf, type Column } from './column.ts'
import { readItems, writeItems } from './items.ts'

const age: Column = {
  key: 'alder',
  also: ['aldersgruppe', 'aldersgrupper', 'age', 'ages', 'alder målgruppe'],
  read(cell, reading) {
    const range = valueOf(readAge(cell.text), 'notAge', cell, reading)
    if (range && (range.from !== undefined || range.to !== undefined)) reading.document.age = range
  },
  write: document => (document.age ? writeAge(document.age) : ''),
}

const ageFrom: Column = {
  key: 'alder fra',
  also: ['fra alder', 'laveste alder', 'minimum age', 'min alder', 'age from'],
  read(cell, reading) {
    const from = valueOf(readFirstAge(cell.text), 'notNumber', cell, reading)
    if (from !== null) reading.document.age = { ...reading.document.age, from }
  },
  write: null,
}

const ageTo: Column = {
  key: 'alder til og med',
  also: ['alder til', 'til alder', 'høyeste alder', 'maximum age', 'maks alder', 'age to'],
  read(cell, reading) {
    const to = valueOf(readLastAge(cell.text), 'notNumber', cell, reading)
    if (to !== null) reading.document.age = { ...reading.document.age, to }
  },
  write: null,
}

/** A choice between few: by the words we write, and others. */
function choice<T extends string>(
  key: string,
  also: readonly string[],
  words: Record<T, readonly string[]>,
  set: (document: Parameters<Column['read']>[1]['document'], code: T) => void,
  get: (document: ServiceDocument) => T | undefined,
): Column {
  const codes = Object.keys(words) as T[]
  return {
    key,
    also,
    read({ text, at }, { document, fault }) {
      const code = codes.find(code => [code, ...words[code]].some(word => foldWord(word) === foldWord(text)))
      if (code) set(document, code)
      else
        fault('unknownWordNear', at, {
          value: text,
          suggestions: codes.map(code => `«${words[code][0]}»`).join(', '),
        })
    },
    write(document) {
      const code = get(document)
      return code ? words[code][0]! : ''
    },
  }
}

const meantFor = choice(
  'beregnet for',
  ['meant for', 'berekna for'],
  {
    residents: ['innbyggere', 'innbyggjarar', 'residents'],
    services: ['tjenester', 'tenester', 'ansatte', 'services'],
    both: ['begge', 'both'],
  },
  (document, code) => (document.meant_for = code),
  document => document.meant_for,
)

const helpAtOnce = choice(
  'hjelp nå',
  ['akutt', 'hjelp no', 'help at once'],
  {
    acute: ['nødhjelp', 'akutt', 'acute'],
    crisis: ['krise', 'crisis'],
    talk: ['noen å snakke med', 'nokon å snakke med', 'talk'],
  },
  (document, code) => (document.help_at_once = code),
  document => document.help_at_once,
)

const cost: Column = {
  key: 'pris',
  also: ['kostnad', 'cost', 'egenandel', 'hva koster det'],
  read(cell, reading) {
    const { document, world } = reading
    const kind = world.lists.cost.find(cell.text)
    const amount = readKroner(cell.text)
    if (isCostKind(kind)) document.cost = { ...document.cost, kind }
    else if (amount !== null)
      document.cost = { ...document.cost, kind: amount === 0 ? 'free' : 'fee', amount_nok: amount }
    // A sentence about the price is as good as a word for it.
    else
      document.cost = { kind: 'unknown', ...document.cost, text: { nb: cell.text, ...document.cost?.text } }
  },
  write: (document, { lists }) => lists.cost.nameOf(document.cost.kind),
}

const amount: Column = {
  key: 'pris i kroner',
  also: ['beløp', 'pris kr', 'amount', 'amount nok'],
  read(cell, reading) {
    const amount_nok = valueOf(readKroner(cell.text), 'notAmount', cell, reading)
    if (amount_nok === null) return
    const kind = reading.document.cost?.kind ?? (amount_nok === 0 ? 'free' : 'fee')
    reading.document.cost = { ...reading.document.cost, kind, amount_nok }
  },
  write: document => String(document.cost.amount_nok ?? ''),
}

function isCostKind(code: string | undefined): code is ServiceDocument['cost']['kind'] {
  return code === 'free' || code === 'fee' || code === 'means-tested' || code === 'unknown'
}

function yesOrNo(
  key: string,
  also: readonly string[],
  field: 'interpreter' | 'user_participation' | 'evaluated' | 'sensitive',
): Column {
  return {
    key,
    also,
    read(cell, reading) {
      const value = valueOf(readYesOrNo(cell.text), 'notYesOrNo', cell, reading)
      if (value !== null) reading.document[field] = value
    },
    write: document => writeYesOrNo(document[field]),
  }
}

const legalBasis: Column = {
  key: 'lovhjemmel',
  also: ['lov', 'hjemmel', 'heimel', 'legal basis', 'lovgrunnlag'],
  read(cell, reading) {
    for (const { main, fields } of readItems(cell.text)) {
      if (main === '') continue
      // `barnevernsloven § 3-1` is a law and its section.
      const [, law = main, section] = fields.size > 0 ? [] : (/^(.*?)\s*(§.*)$/.exec(main) ?? [])
      reading.document.legal_basis = [
        ...(reading.document.legal_basis ?? []),
        {
          law,
          ...(section && { section }),
          ...(fields.get('paragraf') && { section: fields.get('paragraf')! }),
          ...(fields.get('per') && { as_of: fields.get('per')! }),
          checked: readYesOrNo(fields.get('kontrollert') ?? '') ?? false,
        },
      ]
    }
  },
  write: document =>
    writeItems(
      document.legal_basis.map(({ law, section, as_of, checked }) => ({
        main: law,
        // Said even when it is no, so that a law with a § in its name stays whole.
        fields: [
          ['paragraf', section],
          ['per', as_of],
          ['kontrollert', writeYesOrNo(checked)],
        ],
      })),
    ),
}

function keys(key: string, also: readonly string[], field: 'stronger' | 'weaker'): Column {
  return {
    key,
    also,
    read({ text }, { document }) {
      document[field] = text.split(/[|;,\s]+/).filter(word => word !== '')
    },
    write: document => document[field].join(' | '),
  }
}

const confirmed: Column = {
  key: 'bekreftet',
  also: ['sist bekreftet', 'stadfesta', 'confirmed', 'sist oppdatert', 'oppdatert'],
  read(cell, reading) {
    const date = valueOf(readDate(cell.text), 'notDate', cell, reading)
    if (date !== null) reading.document.confirmed = date
  },
  write: document => document.confirmed,
}

const source: Column = {
  key: 'kilde',
  also: ['kjelde', 'source'],
  read(cell, { document }) {
    const [item] = readItems(cell.text)
    if (!item) return
    document.source = {
      document: item.main,
      ...(item.fields.get('merknad') && { note: item.fields.get('merknad')! }),
      ...(item.fields.get('per') && { as_of: item.fields.get('per')! }),
    }
  },
  write: ({ source }) =>
    source
      ? writeItems([
          {
            main: source.document,
            fields: [
              ['merknad', source.note],
              ['per', source.as_of],
            ],
          },
        ])
      : '',
}

/** What a service is, but its texts, words, contacts and places. */
export const factColumns: readonly Column[] = [
  meantFor,
  age,
  ageFrom,
  ageTo,
  cost,
  amount,
  yesOrNo('tolk', ['interpreter', 'tolketjeneste'], 'interpreter'),
  yesOrNo('brukermedvirkning', ['brukarmedverknad', 'user participation'], 'user_participation'),
  yesOrNo('evaluert', ['evaluated', 'evaluering'], 'evaluated'),
  yesOrNo('følsomt', ['sensitive', 'følsamt', 'sensitivt'], 'sensitive'),
  helpAtOnce,
  legalBasis,
  keys('sterkere tilbud', ['stronger', 'sterkare tilbod'], 'stronger'),
  keys('lettere tilbud', ['weaker', 'lettare tilbod'], 'weaker'),
  confirmed,
  source,
]
