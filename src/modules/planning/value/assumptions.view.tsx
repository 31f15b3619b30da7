import { useLocale } from '#platform/i18n/locale.tsx'
import { Table } from '#ui/table/table.tsx'
import { labelOf, numberFields, numberInWords, type Inputs } from './fields.ts'
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
        rows={numberFields(year).map(field => {
          const number = inputs.numbers.get(field.name) ?? field.standard
          const isChanged = number !== field.standard
          return [
            labelOf(field, locale),
            numberInWords(field, number, locale),
            isChanged ? <strong>{t(messages.changed)}</strong> : t(basisNames[field.basis]),
            isChanged ? (
              <>
                {t(messages.changedFrom, { value: numberInWords(field, field.standard, locale) })}{' '}
                {t(field.why)}
              </>
            ) : (
              t(field.why)
            ),
          ]
        })}
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
