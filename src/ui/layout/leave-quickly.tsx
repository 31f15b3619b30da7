import { useLocale } from '#platform/i18n/locale.tsx'
import { Icon } from '#ui/icon/icon.tsx'
import { messages } from '#ui/messages.ts'

/**
 * Always in reach: a plain link away, made quicker and quieter by leave-quickly.client.ts. `href` is absolute; the
 * words name its site.
 */
export function LeaveQuickly({ href }: { href: string }) {
  const { t } = useLocale()
  return (
    <aside class="leave no-print" aria-labelledby="leave-quickly">
      <a
        class="ds-button"
        id="leave-quickly"
        href={href}
        rel="noreferrer nofollow"
        aria-describedby="leave-note"
        data-leave
      >
        <Icon name="leave" />
        {t(messages.leave)}
      </a>
      <p id="leave-note">
        {t(messages.leaveExplained, { site: new URL(href).hostname.replace(/^www\./, '') })}
        <span class="leave-by-key"> {t(messages.leaveByKey)}</span>
      </p>
    </aside>
  )
}
