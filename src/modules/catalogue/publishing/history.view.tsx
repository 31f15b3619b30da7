import { diffWords } from 'diff'
import { languageNames } from '#platform/i18n/language.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Button } from '#ui/button/button.tsx'
import { Disclosure } from '#ui/disclosure/disclosure.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Pagination } from '#ui/pagination/pagination.tsx'
import type { StepRow } from '../draft/draft.store.ts'
import type { Lookups } from '../draft/lookups.ts'
import { textFields } from '../draft/merge.ts'
import { stepBySlug, stepOf } from '../draft/steps.ts'
import { messages as moveMessages } from '../moves/messages.ts'
import type { Move } from '../moves/move.store.ts'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import { momentInWords } from './moment.ts'
import { personInWords, type Names } from './persons.ts'
import type { Publication } from './publishing.store.ts'
import { valueInWords } from './value-in-words.ts'

/** Something that was done: a step, a publication, its end, or a move. */
export type Doing =
  | { kind: 'step'; at: Date; who: string | null; step: StepRow }
  | { kind: 'publication'; at: Date; who: string | null; publication: Publication }
  | { kind: 'move'; at: Date; who: string | null; move: Move }
  | { kind: 'archiving'; at: Date; who: string | null; reason: string | null }

type HistoryPageProps = {
  title: string
  draftId: string
  /** Somebody saved a step before an old version could be brought back. */
  isChanged: boolean
  doings: readonly Doing[]
  lookups: Lookups
  mayEdit: boolean
  revision: number
  submission: string
  me: string
  names: Names
  page: number
  pages: number
}

/** What was done to a service, the last first, with each change word by word. */
export function HistoryPage(props: HistoryPageProps) {
  const { t, text, link } = useLocale()
  const { doings, draftId } = props
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{props.title}</h1>
      </div>
      <div class="stack">
        {props.isChanged && <Notice kind="warning" title={text(messages.notRestored)} />}
        {doings.length === 0 ? (
          <Empty title={text(messages.history)}>{text(messages.historyEmpty)}</Empty>
        ) : (
          <ol class="plain-list draft-history">
            {doings.map((doing, index) => (
              <li key={index}>
                <DoneBy doing={doing} {...props} />
              </li>
            ))}
          </ol>
        )}
        <Pagination
          page={props.page}
          pages={props.pages}
          href={side => link(urls.draftHistory.href({ id: draftId }, { side }))}
        />
        <p>
          <a href={link(urls.draft.href({ id: draftId }))}>{t(messages.backToService)}</a>
        </p>
      </div>
    </div>
  )
}

function DoneBy({ doing, ...props }: HistoryPageProps & { doing: Doing }) {
  const locale = useLocale()
  const { t, text, localText, link } = locale
  const when = momentInWords(doing.at, locale.language)
  const who =
    doing.who === null ? text(messages.operator) : personInWords(doing.who, props.me, props.names, locale)
  if (doing.kind === 'step') {
    const step = text(stepBySlug(doing.step.step)?.title ?? messages.otherStep)
    return (
      <Disclosure summary={t(messages.historySaved, { who, when, step })}>
        <Changes step={doing.step} lookups={props.lookups} />
      </Disclosure>
    )
  }
  if (doing.kind === 'move') {
    const [from, to] = [localText(doing.move.from_name), localText(doing.move.to_name)]
    return <p>{t(moveMessages.history, { who, when, from, to })}</p>
  }
  if (doing.kind === 'archiving') {
    return (
      <>
        <p>{t(messages.historyArchived, { who, when })}</p>
        {doing.reason && <blockquote class="draft-value">{doing.reason}</blockquote>}
      </>
    )
  }
  return (
    <>
      <p>
        <strong>{t(messages.historyPublished, { who, when })}</strong>
      </p>
      {doing.publication.note && <blockquote class="draft-value">{doing.publication.note}</blockquote>}
      {props.mayEdit && doing.publication.revision !== props.revision && (
        <form method="post" action={link(urls.draftRestoration.href({ id: props.draftId }))}>
          <input
            type="hidden"
            name="submission"
            value={`${props.submission.slice(0, -4)}${suffixOf(doing.publication.id)}`}
          />
          <input type="hidden" name="revision" value={String(props.revision)} />
          <input type="hidden" name="publisering" value={doing.publication.id} />
          <Button kind="quiet">{t(messages.restore)}</Button>
        </form>
      )}
    </>
  )
}

/** Each button's form has an id of its own. */
const suffixOf = (id: string) => id.slice(-4)

function Changes({ step, lookups }: { step: StepRow; lookups: Lookups }) {
  const locale = useLocale()
  const { t } = locale
  return (
    <dl class="draft-changes">
      {Object.keys(step.after).map(field => (
        <div key={field}>
          <dt>{t(stepOf(field)?.control.label ?? messages.otherStep)}</dt>
          <dd>
            {textFields.includes(field) ? (
              <TextChanges before={step.before[field]} after={step.after[field]} />
            ) : (
              <Words
                before={valueInWords(field, step.before[field], locale, lookups)}
                after={valueInWords(field, step.after[field], locale, lookups)}
              />
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const asText = (value: unknown): Record<string, string> =>
  typeof value === 'object' && value !== null ? { ...(value as Record<string, string>) } : {}

function TextChanges({ before, after }: { before: unknown; after: unknown }) {
  const [old, now] = [asText(before), asText(after)]
  return (
    <>
      {(['nb', 'nn', 'se', 'en'] as const)
        .filter(language => (old[language] ?? '') !== (now[language] ?? ''))
        .map(language => (
          <p key={language} lang={language}>
            <span class="quiet small">{languageNames[language]}: </span>
            <Words before={old[language] ?? ''} after={now[language] ?? ''} />
          </p>
        ))}
    </>
  )
}

/** The words that were taken out and put in, in their place. */
function Words({ before, after }: { before: string; after: string }) {
  return (
    <span class="draft-words">
      {diffWords(before, after).map((part, index) =>
        part.added ? (
          <ins key={index}>{part.value}</ins>
        ) : part.removed ? (
          <del key={index}>{part.value}</del>
        ) : (
          part.value
        ),
      )}
    </span>
  )
}
