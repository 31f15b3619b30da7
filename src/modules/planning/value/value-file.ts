import type { Locale } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import { categoryNames, inRange, labelOf, numberFields, type Inputs, type Unit } from './fields.ts'
import { fieldMessages, messages } from './messages.ts'
import { gainCategories, type StartAge, type Value } from './rules.ts'
import { basisNames, wholeKroner } from './words.ts'

/** A number that is text to the writer of lines: a loss is no formula. */
const kroner = (amount: number) => String(wholeKroner(amount))

/** Year by year in whole kroner: gains by category, cost, net, present value and what has been saved so far, with its range. */
export function yearLines(value: Value, { text }: Locale): string[][] {
  const head = [
    messages.year,
    messages.childAge,
    ...gainCategories.map((category): Message => categoryNames[category]),
    fieldMessages.implementation,
    messages.net,
    messages.present,
    messages.accumulatedLow,
    messages.accumulated,
    messages.accumulatedHigh,
  ].map(message => text(message))
  const rows = value.years.map(one => [
    String(one.year),
    String(one.age),
    ...gainCategories.map(category => kroner(one.gains[category])),
    kroner(-one.cost),
    ...[one.net.middle, one.present.middle].map(kroner),
    ...[one.accumulated.low, one.accumulated.middle, one.accumulated.high].map(kroner),
  ])
  return [head, ...rows]
}

/** What it comes to at each of the ages at which one can begin, in whole kroner, with the low and the high of it. */
export function ageLines(
  atEachAge: readonly { startAge: StartAge; value: Value }[],
  { text }: Locale,
): string[][] {
  const head = [
    messages.age,
    messages.gainYears,
    messages.gain,
    messages.cost,
    messages.netPlain,
    messages.netPresent,
    messages.presentLow,
    messages.presentHigh,
  ].map(message => text(message))
  const rows = atEachAge.map(({ startAge, value }) => [
    text(fieldMessages.ages, { ages: inRange(startAge) }),
    String(value.gainYears),
    ...[
      value.gain,
      value.cost,
      value.net.middle,
      value.present.middle,
      value.present.low,
      value.present.high,
    ].map(kroner),
  ])
  return [head, ...rows]
}

const unitNames: Record<Unit, Message> = {
  kroner: fieldMessages.unitKroner,
  percent: fieldMessages.unitPercent,
  years: fieldMessages.unitYears,
  year: fieldMessages.unitYears,
}

/** Every assumption with its number, unit, where it is from and why; decimals after a comma. */
export function assumptionLines({ startAge, numbers }: Inputs, year: number, locale: Locale): string[][] {
  const { text } = locale
  const head = [messages.assumption, messages.value, messages.csvUnit, messages.basis, messages.why]
  const rows = numberFields(year).map(field => {
    const number = numbers.get(field.name) ?? field.standard
    const basis = number === field.standard ? basisNames[field.basis] : messages.changed
    const unit = field.unit === 'year' ? '' : text(unitNames[field.unit])
    return [labelOf(field, locale), String(number).replace('.', ','), unit, text(basis), text(field.why)]
  })
  const age = [
    text(fieldMessages.startAge),
    startAge,
    text(fieldMessages.unitYears),
    text(messages.chosen),
    '',
  ]
  return [head.map(message => text(message)), age, ...rows]
}
