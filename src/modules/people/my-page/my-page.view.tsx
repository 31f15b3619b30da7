import { useLocale } from '#platform/i18n/locale.tsx'
import { Box } from '#ui/box/box.tsx'
import { Button } from '#ui/button/button.tsx'
import { Facts } from '#ui/facts/facts.tsx'
import { messages as loginMessages } from '../messages.ts'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import type { Me } from './my-page.store.ts'

type MyPageProps = {
  title: string
  kind: 'citizen' | 'employee'
  me: Me
  /** The day she first came, `YYYY-MM-DD`. */
  since: string
}

/** What the login function calls those whose name no provider has told. */
const NAMELESS = ['Innbygger', 'Ansatt']

export function MyPage({ title, kind, me, since }: MyPageProps) {
  const { t, text, link, date } = useLocale()
  const isNameless = NAMELESS.includes(me.name)
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.lead)}</p>
      </div>
      <div class="stack">
        <Box title={text(messages.who)}>
          <div class="stack stack-close">
            <Facts
              items={[
                { label: text(messages.name), value: me.name },
                {
                  label: text(messages.way),
                  value: text(kind === 'citizen' ? messages.asCitizen : messages.asEmployee),
                },
                { label: text(messages.email), value: me.email ?? text(messages.noEmail) },
                { label: text(messages.since), value: date(since) },
              ]}
            />
            {isNameless && <p>{t(messages.noName, { name: me.name })}</p>}
          </div>
        </Box>
        <Box title={text(messages.sessions)}>
          <div class="stack stack-close">
            <p>{t(messages.sessionCount, { n: me.sessions })}</p>
            <p>
              <a href={link(urls.sessions.href())}>{t(messages.seeSessions)}</a>
            </p>
            <form method="post" action={link(urls.endSession.href())}>
              <Button kind="quiet" name="okt" value="alle">
                {t(loginMessages.endAll)}
              </Button>
            </form>
          </div>
        </Box>
        <section class="stack stack-close">
          <h2>{t(messages.kept)}</h2>
          <ul>
            <li>{t(messages.keptMark)}</li>
            <li>{t(messages.keptName)}</li>
            <li>{t(messages.keptSessions)}</li>
          </ul>
          <h2>{t(messages.notKept)}</h2>
          <p>{t(messages.notKeptText)}</p>
        </section>
      </div>
    </div>
  )
}
