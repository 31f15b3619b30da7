import { timeOfDay, today } from '#platform/clock.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import type { DemoMail } from '#platform/mail/demo.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { Facts } from '#ui/facts/facts.tsx'
import { Table } from '#ui/table/table.tsx'
import { messages } from '../messages.ts'
import { urls } from '../urls.ts'

export function DemoPostPage({ mails }: { mails: DemoMail[] }) {
  const { t, text, link } = useLocale()
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{t(messages.postTitle)}</h1>
        <p class="lead">{t(messages.postLead)}</p>
      </div>
      {mails.length === 0 ? (
        <Empty title={text(messages.postEmptyTitle)}>{text(messages.postEmptyText)}</Empty>
      ) : (
        <Table
          caption={text(messages.postTable)}
          columns={[
            { label: text(messages.postSubject) },
            { label: text(messages.postTo) },
            { label: text(messages.postWritten) },
          ]}
          rowHeader
          rows={mails.map(mail => [
            <a key={mail.id} href={link(urls.demoMail.href({ id: mail.id }))}>
              {mail.subject}
            </a>,
            mail.recipient,
            <Written key={mail.id} at={mail.created_at} />,
          ])}
        />
      )}
    </div>
  )
}

export function DemoMailPage({ mail }: { mail: DemoMail }) {
  const { t, text } = useLocale()
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{mail.subject}</h1>
      </div>
      <Facts
        items={[
          { label: text(messages.postTo), value: mail.recipient },
          { label: text(messages.postWritten), value: <Written at={mail.created_at} /> },
          { label: text(messages.postKind), value: <code>{mail.kind}</code> },
        ]}
      />
      <section class="section prose" aria-labelledby="brev">
        <h2 id="brev">{t(messages.postText)}</h2>
        <div class="mail-text">{withLinks(mail.text)}</div>
      </section>
    </div>
  )
}

function Written({ at }: { at: Date }) {
  const { date } = useLocale()
  const clock = { now: () => at }
  return (
    <time dateTime={at.toISOString()}>
      {date(today(clock))} {timeOfDay(clock)}
    </time>
  )
}

/** The text as it is, its addresses as links: a mail program does the same. */
function withLinks(text: string) {
  return text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/).map((part, index) =>
    index % 2 === 1 ? (
      <a key={index} href={part} rel="nofollow">
        {part}
      </a>
    ) : (
      part
    ),
  )
}
