import { useLocale } from '#platform/i18n/locale.tsx'
import { messages } from '../messages.ts'

/** How to log in. */
export function LoginPage({ title }: { title: string }) {
  const { t } = useLocale()
  return (
    <div class="page-head">
      <h1 class="page-title">{title}</h1>
      <p class="lead">{t(messages.loginLead)}</p>
    </div>
  )
}
