import * as z from 'zod'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Disclosure } from '#ui/disclosure/disclosure.tsx'
import { TextArea } from '#ui/field/field.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import type { Draft } from '../draft/draft.store.ts'
import type { LinkCheck } from '../links/link-check.store.ts'
import { LinksSection } from '../links/links.view.tsx'
import { messages as moveMessages } from '../moves/messages.ts'
import { steps } from '../draft/steps.ts'
import { isComplete, type Check } from '../quality/quality.ts'
import { urls } from '../urls.ts'
import { Checks } from './checks.view.tsx'
import type { CoverageQuestion } from '../coverage/coverage.store.ts'
import { messages as viewMessages } from '../views/messages.ts'
import { doneText } from './done-messages.ts'
import type { Done } from './draft-page.schema.ts'
import { messages } from './messages.ts'
import { messages as coverageMessages } from '../coverage/messages.ts'
import { momentInWords } from './moment.ts'
import { personInWords, type Names } from './persons.ts'
import type { Review } from './publishing.store.ts'
import { stateKinds, stateNames, stateTexts } from './states.ts'

export type DraftPageProps = {
  title: string
  draft: Draft
  checks: readonly Check[]
  reviews: readonly Review[]
  /** How often its page was looked at in the last 30 days, about. Null: it is not public, or hardly ever. */
  views: number | null
  questions: readonly (CoverageQuestion & { area: string })[]
  hidings: readonly { area: string; reason: string }[]
  /** First day of a publication that has not begun. */
  startsOn: string | null
  needsTwo: boolean
  /** What was just done. */
  done: Done | null
  links: readonly LinkCheck[]
  submission: string
  errors: readonly { id: string; message: Message }[]
  /** What was typed in a form that came back, by its name. */
  typed: Record<string, string>
  me: string
  names: Names
  isDue: boolean
  resourcesPath: string
}

/** A service as it is worked on: where it stands, what is left to do, and the ways on. */
export function DraftPage(props: DraftPageProps) {
  const locale = useLocale()
  const { t, text, local, localText, link } = locale
  const { draft, checks, errors } = props
  const { id, state } = draft
  const isAsking = props.questions.some(question => question.accepted === null)
  const done = props.done && doneText(props.done, { state, isAsking })
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{props.title}</h1>
        <p class="lead">
          {draft.unit_name && <>{local(draft.unit_name)}, </>}
          {local(draft.owner_name)}
        </p>
      </div>
      <div class="stack">
        <ErrorSummary errors={errors.map(error => ({ href: `#${error.id}`, text: text(error.message) }))} />
        {done && (
          <Notice kind="success">
            {text(done, { place: localText(draft.unit_name ?? draft.owner_name) })}
          </Notice>
        )}
        <Notice kind={stateKinds[state]} title={text(stateNames[state])}>
          <p>
            {t(state === 'scheduled' && draft.slug ? messages.aboutChangeScheduled : stateTexts[state], {
              date: props.startsOn ? locale.date(props.startsOn) : '',
            })}
          </p>
          <LastReview {...props} />
          {draft.slug && (
            <p>
              <a href={link(urls.service.href({ id, slug: draft.slug }))}>{t(messages.seePublic)}</a>
            </p>
          )}
        </Notice>
        <Elsewhere {...props} />
        <p class="row">
          <ButtonLink kind="quiet" href={link(urls.draftPreview.href({ id }))}>
            {t(messages.preview)}
          </ButtonLink>
          <a href={link(urls.draftHistory.href({ id }))}>{t(messages.history)}</a>
          {draft.slug && <a href={link(props.resourcesPath)}>{t(messages.resources)}</a>}
          {draft.slug && (
            <a href={link(urls.draftViews.href({ id }))}>
              {props.views ? t(viewMessages.aboutSo, { n: props.views }) : t(viewMessages.views)}
            </a>
          )}
        </p>
        {draft.may_edit && <Tasks {...props} />}
        {draft.may_edit && <Checks draftId={id} checks={checks} />}
        <LinksSection
          draftId={id}
          links={Links.parse(draft.document['links']).map(link => link.url)}
          checks={props.links}
          mayAsk={draft.may_edit}
          isUnderWay={props.done === 'lenkesjekk'}
        />
        <Decision {...props} />
        <WaysOn {...props} />
      </div>
    </div>
  )
}

const Links = z.array(z.object({ url: z.string() })).catch([])

function LastReview({ reviews, me, names }: DraftPageProps) {
  const locale = useLocale()
  const { t } = locale
  const last = reviews[0]
  if (!last) return null
  const who = (id: string | null) => personInWords(id, me, names, locale)
  const when = (at: Date) => momentInWords(at, locale.language)
  return (
    <>
      <p>{t(messages.reviewAsked, { who: who(last.asked_by), when: when(last.asked_at) })}</p>
      {last.message && <blockquote class="draft-value">{last.message}</blockquote>}
      {last.outcome && last.decided_at && (
        <p>
          {t(last.outcome === 'approved' ? messages.reviewApproved : messages.reviewSentBack, {
            who: who(last.decided_by),
            when: when(last.decided_at),
          })}
        </p>
      )}
      {last.reason && <blockquote class="draft-value">{last.reason}</blockquote>}
    </>
  )
}

/** What others have answered, and where it is hidden. */
function Elsewhere({ questions, hidings }: DraftPageProps) {
  const { t } = useLocale()
  if (questions.length + hidings.length === 0) return null
  return (
    <section>
      <h2>{t(coverageMessages.coverageOwn)}</h2>
      <ul>
        {questions.map(question => (
          <li key={question.id}>
            {question.accepted === null
              ? t(coverageMessages.coverageStillOpen, { area: question.area })
              : question.accepted
                ? t(coverageMessages.coverageSaidYes, { area: question.area })
                : t(coverageMessages.coverageSaidNo, { area: question.area, reason: question.reason ?? '' })}
          </li>
        ))}
        {hidings.map(hiding => (
          <li key={hiding.area}>{t(coverageMessages.hiddenIn, hiding)}</li>
        ))}
      </ul>
    </section>
  )
}

function Tasks({ draft, checks }: DraftPageProps) {
  const { t, link } = useLocale()
  return (
    <section>
      <h2>{t(messages.tasks)}</h2>
      <ol class="plain-list draft-tasks">
        {steps.map((step, index) => {
          const mine = checks.filter(check => check.step === step.slug)
          const must = mine.filter(check => check.weight === 'must').length
          return (
            <li key={step.slug} class="draft-task">
              <a href={link(urls.draftStep.href({ id: draft.id, step: step.slug }))}>
                {index + 1}. {t(step.title)}
              </a>
              <span class="draft-state" data-state={must > 0 ? 'sent-back' : 'published'}>
                {must > 0
                  ? t(messages.taskMissing, { n: must })
                  : mine.length > 0
                    ? t(messages.taskAdvice, { n: mine.length })
                    : t(messages.taskDone)}
              </span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** What a publisher answers when she is asked to look at it. */
function Decision({ draft, reviews, submission, needsTwo, me, errors, typed }: DraftPageProps) {
  const { t, text, link } = useLocale()
  const request = reviews[0]
  if (draft.state !== 'in-review' || !draft.may_publish || !request) return null
  const isOwn = needsTwo && request.asked_by === me
  const error = errors.find(one => one.id === 'begrunnelse')
  return (
    <section class="stack">
      <h2>{t(messages.decide)}</h2>
      {isOwn ? (
        <Notice kind="info">{text(messages.ownRequest)}</Notice>
      ) : (
        <form method="post" action={link(urls.reviewDecision.href({ id: draft.id }))} class="stack">
          <input type="hidden" name="submission" value={submission} />
          <input type="hidden" name="foresporsel" value={request.id} />
          <TextArea
            id="begrunnelse"
            name="begrunnelse"
            label={text(messages.reason)}
            hint={text(messages.reasonHint)}
            rows={3}
            value={typed['begrunnelse'] ?? ''}
            {...(error && { error: text(error.message) })}
          />
          <p class="row">
            <Button name="svar" value="godkjent">
              {t(messages.approve)}
            </Button>
            <Button kind="quiet" name="svar" value="tilbake">
              {t(messages.sendBack)}
            </Button>
          </p>
        </form>
      )}
    </section>
  )
}

function WaysOn(props: DraftPageProps) {
  const { t, text, link } = useLocale()
  const { draft, checks, submission, typed, errors } = props
  const errorAt = (id: string) => {
    const found = errors.find(one => one.id === id)
    return found ? { error: text(found.message) } : {}
  }
  const { id, state } = draft
  const isOpen = !['published', 'scheduled', 'waiting'].includes(state)
  const hidden = (
    <>
      <input type="hidden" name="submission" value={submission} />
      <input type="hidden" name="revision" value={String(draft.revision)} />
    </>
  )
  return (
    <>
      {draft.may_publish && isOpen && isComplete(checks) && (
        <p class="row">
          <ButtonLink
            kind={state === 'in-review' ? 'quiet' : 'main'}
            href={link(urls.publication.href({ id }))}
          >
            {t(messages.publish)}
          </ButtonLink>
        </p>
      )}
      {draft.may_edit && isOpen && isComplete(checks) && state !== 'in-review' && state !== 'approved' && (
        <form method="post" action={link(urls.review.href({ id }))} class="stack">
          {hidden}
          <TextArea
            id="melding"
            name="melding"
            label={text(messages.reviewMessage)}
            rows={3}
            value={typed['melding'] ?? ''}
            {...errorAt('melding')}
          />
          <Button kind="quiet">{t(messages.sendToReview)}</Button>
        </form>
      )}
      {draft.may_edit && (
        <section class="stack stack-close">
          <h2>{t(messages.moreWays)}</h2>
          <div class="row">
            {draft.slug !== null && (
              <form method="post" action={link(urls.confirmation.href({ id }))}>
                <input type="hidden" name="submission" value={submission} />
                <Button kind={props.isDue ? 'main' : 'quiet'}>{t(messages.confirm)}</Button>
              </form>
            )}
            <form method="post" action={link(urls.draftCopy.href({ id }))}>
              <input type="hidden" name="submission" value={submission} />
              <Button kind="quiet">{t(messages.copy)}</Button>
            </form>
            {draft.may_move && <a href={link(urls.draftMove.href({ id }))}>{t(moveMessages.link)}</a>}
          </div>
        </section>
      )}
      {mayArchive(draft) && (
        <Disclosure summary={t(messages.archive)} open={errors.some(one => one.id === 'grunn')}>
          <form method="post" action={link(urls.archiving.href({ id }))} class="stack">
            {hidden}
            <p>{t(messages.archiveText)}</p>
            <TextArea
              id="grunn"
              name="grunn"
              label={text(messages.reason)}
              rows={2}
              value={typed['grunn'] ?? ''}
              {...errorAt('grunn')}
            />
            <Button kind="danger">{t(messages.archive)}</Button>
          </form>
        </Disclosure>
      )}
    </>
  )
}

function mayArchive(draft: Draft): boolean {
  if (draft.state === 'archived') return false
  const isUnpublished =
    ['draft', 'in-review', 'sent-back', 'approved'].includes(draft.state) && draft.slug === null
  return isUnpublished ? draft.may_edit : draft.may_publish
}
