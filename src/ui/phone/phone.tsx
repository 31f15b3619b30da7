import { useLocale } from '#platform/i18n/locale.tsx'
import { Icon } from '#ui/icon/icon.tsx'
import { messages } from '#ui/messages.ts'
import { formatPhone, phoneHref } from './format-phone.ts'

export { formatPhone, phoneHref }

type PhoneLinkProps = {
  /** Digits, in any grouping. */
  number: string
  /** Whose number it is; the number itself is always shown too. */
  label?: string
  kind?: 'inline' | 'button'
}

/** A number to tap. */
export function PhoneLink({ number, label, kind = 'inline' }: PhoneLinkProps) {
  const { t } = useLocale()
  const shown = formatPhone(number)
  const digits = <span class="phone-number">{shown}</span>
  const [before, after] = label?.includes(shown) ? label.split(shown) : [label && `${label} `, '']
  const words = label === undefined ? null : [before, digits, after]
  if (kind === 'inline') {
    return (
      <a class="phone" href={phoneHref(number)}>
        {words ?? digits}
      </a>
    )
  }
  return (
    <a class="ds-button phone-button" href={phoneHref(number)}>
      <Icon name="phone" />
      {words ? <span>{words}</span> : <span class="phone-number">{t(messages.call, { number: shown })}</span>}
    </a>
  )
}
