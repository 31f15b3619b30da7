import type { Locale } from '#platform/i18n/locale.tsx'
import type { Option } from '../draft/control.ts'
import { stepOf } from '../draft/steps.ts'
import { messages } from './messages.ts'

/** What stands in a field, in words: labels of choices, texts as they are, the rest as lines of what they hold. */
export function valueInWords(field: string, value: unknown, locale: Locale): string {
  if (value === null || value === undefined || value === '') return locale.text(messages.empty)
  const control = stepOf(field)?.control
  const options = control?.kind === 'choice' ? control.options : []
  return plain(value, options, locale)
}

function plain(value: unknown, options: readonly Option[], locale: Locale): string {
  if (Array.isArray(value)) return value.map(one => plain(one, options, locale)).join('\n')
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([name, inner]) =>
        /^(nb|nn|se|en)$/.test(name)
          ? plain(inner, options, locale)
          : `${name}: ${plain(inner, options, locale)}`,
      )
      .join(', ')
  const coded = value === true ? 'ja' : value === false ? 'nei' : String(value)
  const option = options.find(one => one.value === coded)
  return option ? locale.localText(option.label as Record<string, string>) || coded : coded
}
