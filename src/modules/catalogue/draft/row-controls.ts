import type { Cell, Option, RowsControl } from './control.ts'
import { messages } from './messages.ts'
import { messages as partsMessages } from './parts-messages.ts'

const line = (name: string, path: string, label: Cell['label'], more: Partial<Cell> = {}): Cell => ({
  name,
  path: path.split('.'),
  label,
  look: 'line',
  max: 200,
  ...more,
})

/** The same in the languages beside bokmål, one press away. */
const inMoreLanguages = (name: string, label: Cell['label']): Cell[] => [
  line(`${name}-nn`, 'label.nn', labelWithin(partsMessages.inNn, label), { isMore: true }),
  line(`${name}-se`, 'label.se', labelWithin(partsMessages.inSe, label), { isMore: true }),
  line(`${name}-en`, 'label.en', labelWithin(partsMessages.inEn, label), { isMore: true }),
]

/** A label within another text; neither has plural forms. */
function labelWithin(around: Cell['label'], label: Cell['label']): Cell['label'] {
  const put = (language: 'nb' | 'nn' | 'en') => {
    const [text, inner] = [around[language], label[language]]
    return typeof text === 'string' && typeof inner === 'string' ? text.replace('{label}', inner) : inner
  }
  return { nb: put('nb'), nn: put('nn'), en: put('en') }
}

const phoneKinds: readonly Option[] = [
  { value: 'voice', label: messages.voice },
  { value: 'sms', label: messages.sms },
  { value: 'textphone', label: messages.textphone },
]

const linkKinds: readonly Option[] = [
  { value: 'website', label: messages.website },
  { value: 'apply', label: messages.apply },
  { value: 'chat', label: messages.chat },
  { value: 'map', label: messages.map },
]

const weekdays: readonly Option[] = [
  { value: 'mo', label: messages.monday },
  { value: 'tu', label: messages.tuesday },
  { value: 'we', label: messages.wednesday },
  { value: 'th', label: messages.thursday },
  { value: 'fr', label: messages.friday },
  { value: 'sa', label: messages.saturday },
  { value: 'su', label: messages.sunday },
]

const phones: RowsControl = {
  kind: 'rows',
  field: 'phones',
  name: 'telefon',
  label: messages.phones,
  row: messages.phoneRow,
  cells: [
    line('nummer', 'number', messages.phoneNumber, { look: 'tel', wrong: messages.phoneWrong }),
    line('slag', 'kind', messages.kind, { look: 'select', options: phoneKinds }),
    line('hvem', 'label.nb', messages.label),
    ...inMoreLanguages('hvem', messages.label),
    line('nar', 'hours.nb', messages.phoneHours, { hint: messages.phoneHoursHint }),
    line('kontrollert', 'checked', messages.checkedPhone, { look: 'check' }),
  ],
}

const links: RowsControl = {
  kind: 'rows',
  field: 'links',
  name: 'lenke',
  label: messages.links,
  row: messages.linkRow,
  cells: [
    line('adresse', 'url', messages.linkUrl, { look: 'url', max: 2000, wrong: messages.linkWrong }),
    line('slag', 'kind', messages.kind, { look: 'select', options: linkKinds }),
    line('tekst', 'label.nb', messages.linkLabel),
    ...inMoreLanguages('tekst', messages.linkLabel),
  ],
}

const places: RowsControl = {
  kind: 'rows',
  field: 'places',
  name: 'sted',
  label: messages.places,
  row: messages.placeRow,
  cells: [
    line('navn', 'name.nb', messages.placeName),
    line('gate', 'street', messages.street),
    line('postnummer', 'postcode', messages.postcode, { max: 4, wrong: messages.postcodeWrong }),
    line('poststed', 'city', messages.city),
    line('kommune', 'area', messages.placeArea, {
      look: 'municipality',
      hint: messages.placeAreaHint,
      wrong: messages.placeAreaWrong,
    }),
    line('hemmelig', 'protected', messages.protectedPlace, { look: 'check' }),
  ],
}

const hours: RowsControl = {
  kind: 'rows',
  field: 'hours',
  name: 'tid',
  label: messages.hours,
  row: messages.hoursRow,
  cells: [
    line('dager', 'days', messages.days, { look: 'days', options: weekdays, wrong: messages.timeWrong }),
    line('apner', 'opens', messages.opens, { look: 'time', max: 5, wrong: messages.timeWrong }),
    line('stenger', 'closes', messages.closes, { look: 'time', max: 5, wrong: messages.timeWrong }),
    line('alltid', 'always', messages.always, { look: 'check' }),
    line('fra', 'valid.from', messages.seasonFrom, { look: 'date', wrong: messages.timeWrong }),
    line('til', 'valid.to', messages.seasonTo, { look: 'date', wrong: messages.timeWrong }),
    line('skole', 'term', messages.schoolYear, { look: 'check' }),
    line('merknad', 'note.nb', messages.note),
  ],
  shape({ always, term, note, days, opens, closes, ...entry }) {
    if (always) return { always: true, ...(note !== undefined && { note }) }
    return {
      ...entry,
      ...(days !== undefined && { days }),
      ...(opens !== undefined && { opens }),
      ...(closes !== undefined && { closes }),
      ...(term !== undefined && { term: 'school-year' }),
      ...(note !== undefined && { note }),
    }
  },
}

/** Days on which the hours are others. */
export const exceptionControl: RowsControl = {
  kind: 'rows',
  field: 'hours_exceptions',
  name: 'unntak',
  label: messages.exceptions,
  row: messages.exceptionRow,
  cells: [
    line('dato', 'date', messages.date, { look: 'date', wrong: messages.timeWrong }),
    line('stengt', 'closed', messages.closed, { look: 'check' }),
    line('apner', 'opens', messages.opens, { look: 'time', max: 5, wrong: messages.timeWrong }),
    line('stenger', 'closes', messages.closes, { look: 'time', max: 5, wrong: messages.timeWrong }),
    line('merknad', 'note.nb', messages.note),
  ],
  shape({ closed, opens, closes, ...entry }) {
    if (closed) return { ...entry, closed: true }
    return { ...entry, ...(opens !== undefined && { opens }), ...(closes !== undefined && { closes }) }
  },
}

/** How and where one gets in touch. */
export const contactControls: readonly RowsControl[] = [phones, links, places, hours]

export const lawControl: RowsControl = {
  kind: 'rows',
  field: 'legal_basis',
  name: 'lov',
  label: messages.laws,
  row: messages.lawRow,
  cells: [
    line('navn', 'law', messages.law, { hint: messages.lawHint }),
    line('paragraf', 'section', messages.section, { hint: messages.sectionHint }),
    line('per', 'as_of', messages.asOf),
    line('kontrollert', 'checked', messages.checkedLaw, { look: 'check' }),
  ],
}

const partRoles: readonly Option[] = [
  { value: 'delivers', label: partsMessages.delivers },
  { value: 'funds', label: partsMessages.funds },
]

/** Who delivers and who pays, beside the owner. */
export const partsControl: RowsControl = {
  kind: 'rows',
  field: 'organizations',
  name: 'part',
  label: partsMessages.parts,
  hint: partsMessages.partsHint,
  row: partsMessages.partRow,
  cells: [
    line('rolle', 'role', partsMessages.partRole, { look: 'select', options: partRoles }),
    line('organisasjon', 'organization', partsMessages.partName, {
      look: 'organization',
      hint: partsMessages.partNameHint,
      wrong: partsMessages.partWrong,
    }),
  ],
}
