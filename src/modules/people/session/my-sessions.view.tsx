import { useLocale } from '#platform/i18n/locale.tsx'
import { Box } from '#ui/box/box.tsx'
import { Button } from '#ui/button/button.tsx'
import { Facts } from '#ui/facts/facts.tsx'
import { messages } from '../messages.ts'
import { urls } from '../urls.ts'

export type ShownSession = { id: string; device: string; started: string; lastUsed: string; isThis: boolean }

/** Where one is logged in, and the ways to end it. */
export function MySessions({ title, sessions }: { title: string; sessions: ShownSession[] }) {
  const { t, text, link } = useLocale()
  const action = link(urls.endSession.href())
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.sessionsLead)}</p>
      </div>
      <ul class="plain-list stack">
        {sessions.map(({ id, device, started, lastUsed, isThis }) => (
          <li key={id}>
            <Box title={isThis ? text(messages.thisDevice, { device }) : device}>
              <div class="stack stack-close">
                <Facts
                  items={[
                    { label: text(messages.lastUsed), value: lastUsed },
                    { label: text(messages.started), value: started },
                  ]}
                />
                <form method="post" action={action}>
                  <input type="hidden" name="okt" value={id} />
                  <Button kind="quiet">
                    {t(isThis ? messages.endThis : messages.endThat)}
                    <span class="visually-hidden">: {device}</span>
                  </Button>
                </form>
              </div>
            </Box>
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <section class="section stack stack-close">
          <h2>{t(messages.endAllTitle)}</h2>
          <p>{t(messages.endAllText)}</p>
          <form method="post" action={action}>
            <Button kind="danger" name="okt" value="alle">
              {t(messages.endAll)}
            </Button>
          </form>
        </section>
      )}
    </div>
  )
}
