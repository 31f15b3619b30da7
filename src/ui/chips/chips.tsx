import { useLocale } from '#platform/i18n/locale.tsx'
import { Icon } from '#ui/icon/icon.tsx'
import { messages } from '#ui/messages.ts'

type ChipsProps = { label: string; items: { label: string; removeHref: string }[]; clearHref?: string }

/** What is chosen, each with a link that takes it away. Nothing when nothing is chosen. */
export function Chips({ label, items, clearHref }: ChipsProps) {
  const { t } = useLocale()
  if (items.length === 0) return null
  return (
    <ul class="chips no-print" aria-label={label}>
      {items.map(item => (
        <li key={item.removeHref}>
          <a class="chip" href={item.removeHref}>
            <span class="visually-hidden">{t(messages.removeFilter)} </span>
            {item.label}
            <Icon name="close" />
          </a>
        </li>
      ))}
      {clearHref && (
        <li>
          <a class="chip-clear" href={clearHref}>
            {t(messages.clearAll)}
          </a>
        </li>
      )}
    </ul>
  )
}
