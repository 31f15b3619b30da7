import { useLocale, type Locale } from '#platform/i18n/locale.tsx'
import { Table } from '#ui/table/table.tsx'
import {
  categoryNames,
  inRange,
  labelOf,
  numberFields,
  numberInWords,
  type Inputs,
  type NumberField,
} from './fields.ts'
import { messages } from './messages.ts'
import { basisNames } from './words.ts'

/** Every assumption, what it rests on, and what has been changed; then the sources. */
export function Assumptions({ inputs, year }: { inputs: Inputs; year: number }) {
  const locale = useLocale()
  const { t, text } = locale
  return (
    <section class="stack">
      <h2>{t(messages.assumptions)}</h2>
      <p>{t(messages.sourceSays)}</p>
      <Table
        caption={text(messages.assumptions)}
        rowHeader
        stacks
        columns={[
          { label: text(messages.assumption) },
          { label: text(messages.value) },
          { label: text(messages.basis) },
          { label: text(messages.why) },
        ]}
        rows={[...Map.groupBy(numberFields(year), field => field.why).values()].map(fields => [
          groupName(fields, locale),
          <Numbers fields={fields} inputs={inputs} />,
          fields.some(field => isChanged(field, inputs)) ? (
            <strong>{t(messages.changed)}</strong>
          ) : (
            t(basisNames[fields[0]!.basis])
          ),
          t(fields[0]!.why),
        ])}
      />
      <h3>{t(messages.sources)}</h3>
      <ul>
        <li>{t(messages.sourceNannestad)}</li>
        <li>{t(messages.sourceHeckman)}</li>
        <li>{t(messages.sourceRate)}</li>
      </ul>
    </section>
  )
}

const numberOf = ({ name, standard }: NumberField, { numbers }: Inputs) => numbers.get(name) ?? standard
const isChanged = (field: NumberField, inputs: Inputs) => numberOf(field, inputs) !== field.standard

/** What numbers of one reason are about together. */
function groupName(fields: readonly NumberField[], locale: Locale): string {
  const [{ about }] = fields as [NumberField]
  if (about && 'category' in about) return locale.text(categoryNames[about.category])
  if (about) return locale.text(fields[0]!.group === 'effect' ? messages.effectGroup : messages.firstAges)
  return locale.list(fields.map(field => labelOf(field, locale)))
}

/** The numbers, those that were changed with what they were. */
function Numbers({ fields, inputs }: { fields: readonly NumberField[]; inputs: Inputs }) {
  const locale = useLocale()
  const { text } = locale
  return (
    <>
      {fields.map(field => {
        const said = numberInWords(field, numberOf(field, inputs), locale)
        const was = text(messages.changedFrom, { value: numberInWords(field, field.standard, locale) })
        return (
          <div key={field.name}>
            {partName(field, locale)}
            {said}
            {isChanged(field, inputs) && ` (${was})`}
          </div>
        )
      })}
    </>
  )
}

/** What one number among several is: from, until, or at which age. */
function partName({ name, about }: NumberField, { text }: Locale): string {
  if (about === undefined)
    return name === 'lav' || name === 'hoy' ? `${text(name === 'lav' ? messages.low : messages.high)}: ` : ''
  if ('ages' in about) return `${inRange(about.ages)}: `
  if (name.endsWith('-fra')) return `${text(messages.from)}: `
  return name.endsWith('-til') ? `${text(messages.until)}: ` : ''
}
