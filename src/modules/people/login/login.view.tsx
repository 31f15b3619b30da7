import { useLocale } from '#platform/i18n/locale.tsx'
import { Choices } from '#ui/choices/choices.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { messages } from '../messages.ts'
import type { Kind } from './login.schema.ts'

type LoginPageProps = { title: string; ways: { kind: Kind; href: string }[]; demo: boolean }

/** How to log in: as a citizen, or as one who works for an organisation. */
export function LoginPage({ title, ways, demo }: LoginPageProps) {
  const { t, text } = useLocale()
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.loginLead)}</p>
      </div>
      <div class="stack">
        {ways.length > 0 ? (
          <Choices
            size="large"
            label={text(messages.loginWays)}
            items={ways.map(({ kind, href }) => ({
              href,
              label: text(kind === 'citizen' ? messages.asCitizen : messages.asEmployee),
              detail: text(kind === 'citizen' ? messages.asCitizenText : messages.asEmployeeText),
            }))}
          />
        ) : (
          <Notice kind="info">{text(messages.noLogin)}</Notice>
        )}
        {demo && <Notice kind="info">{text(messages.demoLogin)}</Notice>}
        <p class="quiet">{t(messages.loginAndRoles)}</p>
      </div>
    </div>
  )
}
