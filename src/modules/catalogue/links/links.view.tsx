import { useLocale, type Locale } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import { Button } from '#ui/button/button.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { momentInWords } from '../publishing/moment.ts'
import { urls } from '../urls.ts'
import type { LinkCheck } from './link-check.store.ts'
import { messages } from './messages.ts'

type LinksSectionProps = {
  draftId: string
  /** As they stand in the draft. */
  links: readonly string[]
  checks: readonly LinkCheck[]
  mayAsk: boolean
  /** Somebody has just asked. */
  isUnderWay: boolean
}

/** The links of a service, with how it went when each was tried last. */
export function LinksSection({ draftId, links, checks, mayAsk, isUnderWay }: LinksSectionProps) {
  const locale = useLocale()
  const { t, link } = locale
  if (links.length === 0) return null
  return (
    <section id="lenker" class="stack stack-close">
      <h2>{t(messages.title)}</h2>
      <p>{t(messages.lead)}</p>
      {isUnderWay && (
        <Notice kind="info">
          <p>
            {t(messages.underWay)}{' '}
            <a href={`${link(urls.draft.href({ id: draftId }))}#lenker`}>{t(messages.seeOutcome)}</a>
          </p>
        </Notice>
      )}
      <ul class="plain-list draft-list">
        {links.map(url => {
          const check = checks.find(one => one.url === url)
          return (
            <li key={url} class="draft-link">
              <a href={url} rel="nofollow">
                {url}
              </a>
              <p class={check?.is_dead ? 'draft-late' : 'quiet small'}>{outcomeInWords(check, locale)}</p>
            </li>
          )
        })}
      </ul>
      {mayAsk && (
        <form method="post" action={link(urls.linkCheck.href({ id: draftId }))}>
          <Button kind="quiet">{t(messages.check)}</Button>
        </form>
      )}
    </section>
  )
}

function outcomeInWords(check: LinkCheck | undefined, { text, date, language }: Locale): string {
  if (!check) return text(messages.notYet)
  const when = momentInWords(check.checked_at, language)
  if (check.outcome === 'ok') return text(messages.ok, { when })
  if (check.outcome === 'not-tried') return text(messages.notTried)
  const why = text(whyOf(check.outcome))
  return check.is_dead && check.failing_since
    ? text(messages.dead, { date: date(check.failing_since), why })
    : text(messages.failed, { when, why })
}

function whyOf(outcome: string): Message {
  if (outcome.startsWith('http-4')) return messages.notFound
  if (outcome.startsWith('http-5')) return messages.trouble
  const words: Record<string, Message> = {
    'name-not-found': messages.noName,
    'too-slow': messages.tooSlow,
    'address-not-allowed': messages.noEntry,
    'bad-address': messages.noEntry,
    'too-many-redirects': messages.round,
  }
  return words[outcome] ?? messages.noConnection
}
