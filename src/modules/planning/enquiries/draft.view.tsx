import { dayInNorway } from '#platform/clock.ts'
import { rooms } from '#modules/catalogue/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Facts } from '#ui/facts/facts.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { urls } from '../urls.ts'
import { answerKindNames } from './enquiry-controls.ts'
import type { Answer, AskedMunicipality, Draft, Enquiry } from './enquiry.store.ts'
import { messages } from './messages.ts'
import { answerInWords } from './words.ts'

export type DraftPageProps = {
  draft: Draft
  isSaved: boolean
  submission: string
  /** `YYYY-MM-DD` */
  today: string
  /** What was asked before that is like it, with the answers that may be read. */
  similar: readonly Enquiry[]
  answers: readonly Answer[]
  municipalities: readonly AskedMunicipality[]
}

/** An enquiry before it is sent: what it asks, and whether it was asked before. */
export function DraftPage({ draft, isSaved, submission, similar, answers, municipalities }: DraftPageProps) {
  const { t, text, link, date, list, localText } = useLocale()
  const { id, fields, may_write } = draft
  const names = fields.municipalities.flatMap(
    code => municipalities.find(one => one.code === code)?.name ?? [],
  )
  return (
    <div>
      <div class="page-head">
        <p class="quiet">{t(messages.draft)}</p>
        <h1 class="page-title">{fields.question}</h1>
        {fields.why && <p class="lead written">{fields.why}</p>}
      </div>
      <div class="stack">
        {isSaved && <Notice kind="success">{text(messages.saved)}</Notice>}
        <Facts
          items={[
            { label: text(messages.answerKind), value: text(answerKindNames[fields.answer_kind]) },
            { label: text(messages.deadline), value: fields.deadline && date(fields.deadline) },
            { label: text(messages.room), value: fields.room && localText(rooms.get(fields.room)?.name) },
            { label: text(messages.municipalities), value: list(names) },
          ]}
        />
        <section class="stack stack-close">
          <h2>{t(messages.alreadyAsked)}</h2>
          {similar.length === 0 ? (
            <p>{t(messages.nothingAsked)}</p>
          ) : (
            <>
              <Notice kind="warning">{text(messages.alreadyAskedText)}</Notice>
              {similar.map(one => (
                <Similar
                  key={one.id}
                  enquiry={one}
                  municipalities={municipalities}
                  answers={answers.filter(given => given.enquiry_id === one.id)}
                />
              ))}
            </>
          )}
        </section>
        {may_write && (
          <form
            method="post"
            action={link(urls.enquirySending.href({ id }))}
            class="stack stack-close no-print"
          >
            <input type="hidden" name="submission" value={submission} />
            <p class="quiet">{t(messages.sendText)}</p>
            <p class="row">
              <Button>{t(messages.send, { n: fields.municipalities.length })}</Button>
              <ButtonLink kind="quiet" href={link(urls.enquiryForm.href({ id }))}>
                {t(messages.edit)}
              </ButtonLink>
            </p>
          </form>
        )}
      </div>
    </div>
  )
}

type SimilarProps = {
  enquiry: Enquiry
  municipalities: readonly AskedMunicipality[]
  answers: readonly Answer[]
}

function Similar({ enquiry, municipalities, answers }: SimilarProps) {
  const locale = useLocale()
  const { link, localText, date } = locale
  const nameOf = (code: string) => municipalities.find(one => one.code === code)?.name ?? code
  return (
    <section class="stack stack-close">
      <h3>
        <a href={link(urls.enquiry.href({ id: enquiry.id }))}>{enquiry.question}</a>
      </h3>
      <p class="quiet small">
        {localText(enquiry.asker)}, {date(dayInNorway(enquiry.sent_at))}
      </p>
      {answers.length > 0 && (
        <Facts
          items={answers.map(({ area, value }) => ({
            label: nameOf(area),
            value: answerInWords(enquiry.answer_kind, value, locale),
          }))}
        />
      )}
    </section>
  )
}
