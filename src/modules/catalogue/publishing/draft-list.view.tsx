import { useLocale } from '#platform/i18n/locale.tsx'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Field, Select } from '#ui/field/field.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Pagination } from '#ui/pagination/pagination.tsx'
import type { ListedDraft } from '../draft/draft-list.store.ts'
import { draftStates, type DraftState } from '../draft/rules.ts'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import { stateNames } from './states.ts'

type DraftListProps = {
  title: string
  drafts: ListedDraft[]
  counts: ReadonlyMap<DraftState, number>
  choice: { q: string; tilstand: DraftState | null; frist: boolean; lenker: boolean; side: number }
  /** Services with links that do not answer. */
  withDeadLinks: number
  pages: number
  today: string
  mayBegin: boolean
  maySetRule: boolean
  isConfirmed: boolean
  /** Made with the page, for confirming in one press: one for each service. */
  submissions: ReadonlyMap<string, string>
}

/** The services of one's organisation or unit: where each stands, and the way on. */
export function DraftList(props: DraftListProps) {
  const { t, text, link } = useLocale()
  const { choice, counts, drafts } = props
  const total = [...counts.values()].reduce((sum, n) => sum + n, 0)
  const isChosen = choice.q !== '' || choice.tilstand !== null || choice.frist || choice.lenker
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{props.title}</h1>
        <p class="lead">{t(messages.servicesLead)}</p>
        {props.mayBegin && (
          <ButtonLink href={link(urls.newDraft.href())}>{t(messages.newService)}</ButtonLink>
        )}
      </div>
      <div class="stack">
        {props.isConfirmed && <Notice kind="success">{text(messages.confirmed)}</Notice>}
        {(total > 0 || isChosen) && (
          <form method="get" action={link(urls.drafts.href())} class="draft-filter">
            <Field
              id="q"
              name="q"
              type="search"
              label={text(messages.searchLabel)}
              value={choice.q}
              maxlength={100}
            />
            <Select
              id="tilstand"
              name="tilstand"
              label={text(messages.stateLabel)}
              value={choice.tilstand ?? ''}
              options={[
                { value: '', label: text(messages.anyState) },
                ...draftStates
                  .filter(state => counts.has(state) || state === choice.tilstand)
                  .map(state => ({
                    value: state,
                    label: `${text(stateNames[state])} (${counts.get(state) ?? 0})`,
                  })),
              ]}
            />
            <Only name="frist" label={text(messages.onlyDue)} checked={choice.frist} />
            {(choice.lenker || props.withDeadLinks > 0) && (
              <Only
                name="lenker"
                label={text(messages.onlyDeadLinks, { n: props.withDeadLinks })}
                checked={choice.lenker}
              />
            )}
            <Button kind="quiet">{t(messages.showList)}</Button>
          </form>
        )}
        {drafts.length === 0 ? (
          <NoDrafts isChosen={isChosen} />
        ) : (
          <>
            <p>{t(messages.count, { n: choice.tilstand ? (counts.get(choice.tilstand) ?? 0) : total })}</p>
            <ul class="plain-list draft-list">
              {drafts.map(draft => (
                <DraftItem
                  key={draft.id}
                  draft={draft}
                  today={props.today}
                  submission={props.submissions.get(draft.id)}
                />
              ))}
            </ul>
          </>
        )}
        {props.maySetRule && (
          <p>
            <a href={link(urls.publishingRule.href())}>{t(messages.ruleTitle)}</a>
          </p>
        )}
        <Pagination
          page={choice.side}
          pages={props.pages}
          href={side =>
            link(
              urls.drafts.href({
                q: choice.q,
                tilstand: choice.tilstand,
                frist: choice.frist ? 'ja' : null,
                lenker: choice.lenker ? 'ja' : null,
                side,
              }),
            )
          }
        />
      </div>
    </div>
  )
}

function Only({ name, label, checked }: { name: string; label: string; checked: boolean }) {
  return (
    <div class="ds-field field-option">
      <input class="ds-input" type="checkbox" id={name} name={name} value="ja" checked={checked} />
      <label class="ds-label" for={name}>
        {label}
      </label>
    </div>
  )
}

function NoDrafts({ isChosen }: { isChosen: boolean }) {
  const { t, text, link } = useLocale()
  if (!isChosen) return <Empty title={text(messages.listEmpty)}>{text(messages.listEmptyText)}</Empty>
  return (
    <Empty title={text(messages.listNoHits)}>
      <p>
        {t(messages.listNoHitsText)} <a href={link(urls.drafts.href())}>{t(messages.showAll)}</a>
      </p>
    </Empty>
  )
}

function DraftItem({
  draft,
  today,
  submission,
}: {
  draft: ListedDraft
  today: string
  submission: string | undefined
}) {
  const locale = useLocale()
  const { t, local, link } = locale
  const isLate = draft.confirm_by !== null && draft.confirm_by < today
  return (
    <li class="draft-item">
      <div>
        <a href={link(urls.draft.href({ id: draft.id }))}>
          {draft.name && Object.keys(draft.name).length > 0 ? local(draft.name) : t(messages.withoutName)}
        </a>
        <p class="quiet small">
          {draft.unit_name ? <>{local(draft.unit_name)}, </> : null}
          {local(draft.owner_name)}
        </p>
      </div>
      <span class="draft-state" data-state={draft.state}>
        {t(stateNames[draft.state])}
      </span>
      {draft.starts_on !== null && (
        <p class="draft-due quiet small">
          {t(draft.is_public ? messages.listChangeScheduled : messages.listScheduled, {
            date: locale.date(draft.starts_on),
          })}
        </p>
      )}
      {draft.confirm_by !== null && (
        <div class="draft-due">
          <p class={isLate ? 'draft-late' : 'quiet small'}>
            {t(isLate ? messages.confirmLate : messages.confirmBy, { date: locale.date(draft.confirm_by) })}
          </p>
          {draft.may_edit && submission && (
            <form method="post" action={link(urls.confirmation.href({ id: draft.id }))}>
              <input type="hidden" name="submission" value={submission} />
              <input type="hidden" name="fra" value="liste" />
              <Button kind="quiet">
                {t(messages.confirm)}
                {draft.name && <span class="visually-hidden">: {local(draft.name)}</span>}
              </Button>
            </form>
          )}
        </div>
      )}
    </li>
  )
}
