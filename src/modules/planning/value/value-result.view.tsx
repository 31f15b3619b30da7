import { useLocale, type Locale } from '#platform/i18n/locale.tsx'
import type { QueryValues } from '#platform/http/url.ts'
import { Bars } from '#ui/bars/bars.tsx'
import { Table } from '#ui/table/table.tsx'
import { LineChart } from '../chart/line-chart.view.tsx'
import { categoryNames, inRange, type Inputs } from './fields.ts'
import { fieldMessages, messages } from './messages.ts'
import { gainCategories, type Range, type StartAge, type Value } from './rules.ts'
import { valueUrls } from './urls.ts'
import { aboutInWords, wholeKroner } from './words.ts'

export type ValueResultProps = {
  inputs: Inputs
  value: Value
  atEachAge: readonly { startAge: StartAge; value: Value }[]
  /** What makes the calculation, for links to others like it. Null: no links. */
  query: QueryValues | null
}

/** The answer in words, as a drawing, at the four ages, by category and year by year. */
export function ValueResult(props: ValueResultProps) {
  const locale = useLocale()
  const { t, text } = locale
  const { inputs, value } = props
  const rate = inputs.numbers.get('rente') ?? 0
  const start = String(inputs.numbers.get('start'))
  const last = String(value.years.at(-1)!.year)
  const saved = value.present.middle
  const said = { ages: inRange(inputs.startAge), amount: aboutInWords(Math.abs(saved), locale) }
  return (
    <>
      <section class="stack stack-close">
        <h2>{t(messages.result)}</h2>
        <p class="lead value-answer">{t(saved >= 0 ? messages.saves : messages.costs, said)}</p>
        <p>
          {t(messages.span, {
            low: aboutInWords(value.present.low, locale),
            high: aboutInWords(value.present.high, locale),
            year: last,
          })}{' '}
          {value.paidBackIn === null
            ? t(messages.neverPaidBack)
            : t(messages.paidBack, { year: String(value.paidBackIn) })}
        </p>
        {rate > 0 && (
          <p>
            {t(messages.discounted, {
              rate: locale.number(rate),
              year: start,
              plain: aboutInWords(value.net.middle, locale),
            })}
          </p>
        )}
      </section>
      <section class="stack stack-close">
        <h2>{t(messages.chart)}</h2>
        <LineChart
          label={text(messages.chartLabel, { from: start, to: last })}
          unit={text(messages.chartUnit)}
          lines={[
            {
              name: text(messages.middle),
              look: 'plain',
              points: value.years.map(({ year, accumulated }) => ({
                x: year,
                y: millions(accumulated.middle),
              })),
            },
          ]}
          band={{
            name: text(messages.lowToHigh),
            points: value.years.map(({ year, accumulated }) => ({
              x: year,
              low: millions(accumulated.low),
              high: millions(accumulated.high),
            })),
          }}
        />
      </section>
      <AgeTable {...props} />
      <Bars
        caption={text(messages.byCategory)}
        items={gainCategories.map(category => ({
          label: text(categoryNames[category]),
          value: value.gains[category],
          text: aboutInWords(value.gains[category], locale),
        }))}
      />
      <p class="quiet small">{t(messages.byCategoryText, { cost: amount(value.cost, locale) })}</p>
      <YearTable value={value} />
    </>
  )
}

const millions = (amount: number) => amount / 1_000_000

function AgeTable({ inputs, atEachAge, query }: ValueResultProps) {
  const locale = useLocale()
  const { t, text, link } = locale
  return (
    <Table
      caption={text(messages.ageTable)}
      rowHeader
      stacks
      columns={[
        { label: text(messages.age) },
        { label: text(messages.gainYears), numeric: true },
        { label: text(messages.gain), numeric: true },
        { label: text(messages.cost), numeric: true },
        { label: text(messages.netPlain), numeric: true },
        { label: text(messages.netPresent), numeric: true },
        { label: text(messages.lowToHigh), numeric: true },
      ]}
      rows={atEachAge.map(({ startAge, value }) => {
        const name = t(fieldMessages.ages, { ages: inRange(startAge) })
        const isThis = startAge === inputs.startAge
        return [
          isThis || query === null ? (
            isThis ? (
              <strong>{name}</strong>
            ) : (
              name
            )
          ) : (
            <a href={link(valueUrls.value.href({ ...query, alder: startAge }))}>{name}</a>
          ),
          value.gainYears,
          amount(value.gain, locale),
          amount(value.cost, locale),
          amount(value.net.middle, locale),
          amount(value.present.middle, locale),
          rangeInWords(value.present, locale),
        ]
      })}
    />
  )
}

const amount = (kroner: number, { number }: Locale) => number(wholeKroner(kroner))

const rangeInWords = (range: Range, locale: Locale) =>
  locale.text(messages.between, { low: amount(range.low, locale), high: amount(range.high, locale) })

function YearTable({ value }: { value: Value }) {
  const locale = useLocale()
  const { t, text } = locale
  const numeric = (label: string) => ({ label, numeric: true })
  return (
    <div class="value-years">
      <Table
        caption={text(messages.yearTable)}
        rowHeader
        columns={[
          { label: text(messages.year) },
          numeric(text(messages.childAge)),
          ...gainCategories.map(category => numeric(text(categoryNames[category]))),
          numeric(text(fieldMessages.implementation)),
          numeric(text(messages.net)),
          numeric(text(messages.present)),
          numeric(text(messages.accumulated)),
        ]}
        rows={[
          ...value.years.map(one => [
            one.year,
            one.age,
            ...gainCategories.map(category => amount(one.gains[category], locale)),
            amount(-one.cost, locale),
            amount(one.net.middle, locale),
            amount(one.present.middle, locale),
            amount(one.accumulated.middle, locale),
          ]),
          [
            <strong>{t(messages.sum)}</strong>,
            '',
            ...gainCategories.map(category => <strong>{amount(value.gains[category], locale)}</strong>),
            <strong>{amount(-value.cost, locale)}</strong>,
            <strong>{amount(value.net.middle, locale)}</strong>,
            <strong>{amount(value.present.middle, locale)}</strong>,
            '',
          ],
        ]}
      />
    </div>
  )
}
