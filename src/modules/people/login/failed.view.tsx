import { useLocale } from '#platform/i18n/locale.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { messages } from '../messages.ts'

/** Why somebody was not logged in, as far as it helps her. */
export type Failure = 'interrupted' | 'cancelled' | 'tooWeak' | 'refused' | 'unreachable'

/** She is not logged in: what to do about it. */
export function LoginFailed({ title, failure, again }: { title: string; failure: Failure; again: string }) {
  const { t } = useLocale()
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(texts[failure])}</p>
      </div>
      <p class="row">
        <ButtonLink href={again}>{t(messages.tryAgain)}</ButtonLink>
      </p>
    </div>
  )
}

const texts = {
  interrupted: messages.interruptedText,
  cancelled: messages.cancelledText,
  tooWeak: messages.tooWeakText,
  refused: messages.refusedText,
  unreachable: messages.unreachableText,
}

export const failureTitles = {
  interrupted: messages.interruptedTitle,
  cancelled: messages.cancelledTitle,
  tooWeak: messages.tooWeakTitle,
  refused: messages.refusedTitle,
  unreachable: messages.unreachableTitle,
}
