import { dayInNorway } from '#platform/clock.ts'
import type { Locale } from '#platform/i18n/locale.tsx'
import { whoOf, type Names } from '../paper/words.ts'
import { inRange, labelOf, numberFields, numberInWords, type Inputs } from './fields.ts'
import { inputsOfText } from './inputs.ts'
import { scenarioMessages as messages } from './scenario-messages.ts'
import type { Version } from './scenario.store.ts'

/** Which figures are others than in the version before. */
export function changedInWords(now: Version, before: Version | null, year: number, locale: Locale): string {
  const { text } = locale
  if (before === null) return text(messages.first)
  const [after, old] = [now, before].map(({ fields }) => inputsOfText(fields.inputs, year).inputs) as [
    Inputs,
    Inputs,
  ]
  const changed = numberFields(year).flatMap(field => {
    const [a, b] = [old.numbers.get(field.name)!, after.numbers.get(field.name)!]
    return a === b
      ? []
      : [
          text(messages.fromTo, {
            what: labelOf(field, locale),
            before: numberInWords(field, a, locale),
            after: numberInWords(field, b, locale),
          }),
        ]
  })
  if (after.startAge !== old.startAge)
    changed.unshift(
      text(messages.fromTo, {
        what: text(messages.age),
        before: text(messages.years, { ages: inRange(old.startAge) }),
        after: text(messages.years, { ages: inRange(after.startAge) }),
      }),
    )
  return changed.join('. ') || text(messages.words)
}

/** The versions of a saved calculation, the newest first: days as `YYYY-MM-DD`. */
export const versionLines = (
  versions: readonly Version[],
  names: Names,
  year: number,
  locale: Locale,
): string[][] => [
  [messages.version, messages.fileDay, messages.fileWho, messages.what, messages.name].map(label =>
    locale.text(label),
  ),
  ...versions.map((version, index) => [
    String(version.number),
    dayInNorway(version.at),
    whoOf(version.by, names),
    changedInWords(version, versions[index + 1] ?? null, year, locale),
    version.fields.title,
  ]),
]
