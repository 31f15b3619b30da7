import { useLocale } from '#platform/i18n/locale.tsx'
import { Icon } from '#ui/icon/icon.tsx'
import { messages } from '#ui/messages.ts'
import { formatPhone, phoneHref } from '#ui/phone/phone.tsx'

export type HelpAtOnce = {
  title: string
  /** A few words after the title where there is room: when one can call. */
  note?: string
  items: { label: string; number: string; hours?: string }[]
  more: { href: string; label: string }
}

/** Whom to call now: the first thing on every page, every number in sight and tappable, also on a phone. */
export function HelpBand({ help }: { help: HelpAtOnce }) {
  const { text } = useLocale()
  return (
    <section class="help-band no-print" aria-label={text(messages.helpAtOnce)}>
      <div class="wrap">
        <p class="help-title">
          {help.title}
          {help.note && <span class="help-note">, {help.note}</span>}
        </p>
        <ul>
          {help.items.map(({ label, number, hours }) => (
            <li key={number}>
              <a href={phoneHref(number)}>
                <span class="help-label">{label} </span>
                <span class="phone-number">{formatPhone(number)}</span>
                {hours && <span class="help-hours"> {hours}</span>}
              </a>
            </li>
          ))}
        </ul>
        <a class="help-more" href={help.more.href}>
          {help.more.label}
          <Icon name="arrow" />
        </a>
      </div>
    </section>
  )
}
