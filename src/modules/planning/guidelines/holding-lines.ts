import type { Locale } from '#platform/i18n/locale.tsx'
import type { Published } from './guideline.store.ts'
import { messages } from './messages.ts'
import { concernsInWords } from './words.ts'

/** What a guideline says, in the columns of `guidelineHead`: days as `YYYY-MM-DD`. @param sender empty: nobody has sent it yet */
export function guidelineCells(
  { fields }: Pick<Published, 'fields'>,
  sender: string,
  locale: Locale,
): string[] {
  return [
    fields.title,
    sender,
    fields.text,
    fields.valid_from ?? '',
    fields.valid_to ?? '',
    concernsInWords(fields, locale).join(', '),
    fields.source,
    fields.link,
  ]
}

export const guidelineHead = [
  messages.title,
  messages.from,
  messages.text,
  messages.validFrom,
  messages.validTo,
  messages.concerns,
  messages.source,
  messages.link,
]

/** The guidelines that a plan has to follow. */
export function holdingLines(guidelines: readonly Published[], locale: Locale): string[][] {
  return [
    guidelineHead.map(label => locale.text(label)),
    ...guidelines.map(one => guidelineCells(one, locale.localText(one.sender), locale)),
  ]
}
