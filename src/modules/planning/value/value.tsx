import { today } from '#platform/clock.ts'
import { csvFile } from '#platform/http/csv.ts'
import { invalid, page, redirect, type PageHead, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import type { QueryValues } from '#platform/http/url.ts'
import { localeOf, pageLocaleOf } from '#platform/i18n/locale.tsx'
import type { Form } from '#modules/catalogue/index.ts'
import { assumptionsOf } from './fields.ts'
import { keptNames, queryOfInputs, readInputs, type ValueQuery } from './inputs.ts'
import { messages } from './messages.ts'
import { valueAtEachAge, valueOf } from './rules.ts'
import { valueUrls } from './urls.ts'
import { ageLines, assumptionLines, yearLines } from './value-file.ts'
import { ValuePage } from './value.view.tsx'

type Asked = Context<'GET', undefined, typeof ValueQuery, undefined>

/** The calculation that the address asks for, or the form again with what is wrong in it. */
export function showValue({ input, language, clock }: Asked): Result {
  const year = Number(today(clock).slice(0, 4))
  const form: Form = input.query
  const { inputs, errors } = readInputs(form, year)
  const { text } = pageLocaleOf(language)
  const query = queryOfInputs(inputs, year)
  const kept = keptOf(form)
  const isAsked = Object.keys(form).length > 0
  const head: PageHead = {
    title: text(messages.title),
    description: text(messages.description),
    path: valueUrls.value.href(),
    ...(isAsked && {
      here: valueUrls.value.href(errors.length > 0 ? queryOfForm(form) : { ...query, ...kept }),
    }),
    // One page of it is enough to be found.
    ...(isAsked && { indexed: false }),
  }
  const assumed = assumptionsOf(inputs)
  return (errors.length > 0 ? invalid : page)(
    head,
    <ValuePage
      title={head.title}
      form={form}
      errors={errors}
      inputs={inputs}
      year={year}
      query={query}
      kept={kept}
      value={valueOf(assumed)}
      atEachAge={valueAtEachAge(assumed)}
    />,
  )
}

/** Year by year, at each age, or the assumptions, for a spreadsheet. Wrong input is told on the page. */
export function downloadValue({ input, language, clock }: Asked): Result {
  const year = Number(today(clock).slice(0, 4))
  const { inputs, errors } = readInputs(input.query, year)
  if (errors.length > 0) return redirect(valueUrls.value.href(queryOfForm(input.query)))
  const locale = localeOf(language)
  const assumed = assumptionsOf(inputs)
  switch (input.query['del']) {
    case 'antakelser':
      return csvFile('tidlig-innsats-antakelser.csv', assumptionLines(inputs, year, locale))
    case 'alder':
      return csvFile('tidlig-innsats-aldre.csv', ageLines(valueAtEachAge(assumed), locale))
    default:
      return csvFile('tidlig-innsats-ar-for-ar.csv', yearLines(valueOf(assumed), locale))
  }
}

/** Where it is to be saved, when the address says so. */
function keptOf(form: Form): QueryValues {
  return Object.fromEntries(
    keptNames.flatMap(name => (typeof form[name] === 'string' ? [[name, form[name]]] : [])),
  )
}

/** What was typed, as it was. */
const queryOfForm = (form: Form): QueryValues =>
  Object.fromEntries(Object.entries(form).map(([name, value]) => [name, [value].flat()[0] ?? '']))
