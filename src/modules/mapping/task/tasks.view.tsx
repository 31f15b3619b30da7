import type { ComponentChildren } from 'preact'
import { catalogueUrls } from '#modules/catalogue/index.ts'
import { gapWordsOfNational } from '#modules/pyramid/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Disclosure } from '#ui/disclosure/disclosure.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Select, TextArea } from '#ui/field/field.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { AsTable } from '#ui/table/as-table.tsx'
import { ProgressBar } from '../round/progress-bar.view.tsx'
import type { Round } from '../round/round.store.ts'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import type { Answer, Begun } from './picture.store.ts'
import { reasonNames } from './reason-words.ts'
import {
  progressOf,
  reasons,
  type QuestionTask,
  type RoomTask,
  type ServiceTask,
  type Tasks,
} from './rules.ts'
import { taskLines } from './task-lines.ts'
import type { TaskForm } from './task.schema.ts'

/** A row that came back. */
export type RowError = { anchor: string; field: 'grunn' | 'tekst'; message: Message; typed: TaskForm }

export type TasksPageProps = {
  title: string
  round: Round
  tasks: Tasks
  begun: readonly Begun[]
  /** `YYYY-MM-DD` */
  day: string
  mayAnswer: boolean
  /** The row that was just saved. */
  saved: string | null
  submission: () => string
  error: RowError | null
}

export function TasksPage(props: TasksPageProps) {
  const { t, text, date, link } = useLocale()
  const { round, tasks, error, saved, mayAnswer, day } = props
  const progress = progressOf([tasks]).sum
  const { completedOn } = tasks.respondent
  const when = round.closedOn ?? round.lastDay
  const lead = round.closedOn ? messages.closed : round.lastDay < day ? messages.late : messages.lead
  return (
    <div class="mapping">
      <div class="page-head">
        <h1 class="page-title">{props.title}</h1>
        <p class="lead">{t(lead, { date: date(when) })}</p>
      </div>
      <div class="stack">
        {error && (
          <ErrorSummary errors={[{ href: `#${error.field}-${error.anchor}`, text: text(error.message) }]} />
        )}
        {saved !== null && (
          <Notice kind="success">{text(saved === 'ferdig' ? messages.thanks : messages.saved)}</Notice>
        )}
        {!mayAnswer && round.closedOn === null && <Notice kind="info">{text(messages.readOnly)}</Notice>}
        {round.message && <blockquote class="mapping-message">{round.message}</blockquote>}
        <ProgressBar label={text(messages.progress, progress)} part={progress} />
        <Services {...props} />
        {tasks.respondent.isOwn && <Rooms {...props} />}
        {tasks.questions.length > 0 && (
          <section class="stack">
            <h2>{t(messages.questions)}</h2>
            {tasks.questions.map(task => (
              <QuestionRow key={task.question.id} task={task} page={props} />
            ))}
          </section>
        )}
        {progress.all > 0 && (
          <section class="stack stack-close">
            <AsTable caption={text(messages.tasks)} lines={locale => taskLines(tasks, locale)} />
            <p class="no-print">
              <a class="more" href={link(urls.tasksFile.href({ respondent: tasks.respondent.id }))}>
                {t(messages.download)}
              </a>
            </p>
          </section>
        )}
        {(mayAnswer || completedOn) && (
          <section class="stack stack-close">
            <h2>{t(messages.done)}</h2>
            {completedOn ? (
              <p>{t(messages.completed, { date: date(completedOn) })}</p>
            ) : (
              <RowForm page={props} what="ferdig" id="" answer={null}>
                <p>{t(messages.doneText)}</p>
                <p>
                  <Button>{t(messages.weAreDone)}</Button>
                </p>
              </RowForm>
            )}
          </section>
        )}
      </div>
    </div>
  )
}

type RowFormProps = {
  page: TasksPageProps
  what: TaskForm['hva']
  id: string
  /** What stands there now. */
  answer: Answer | null
  children: ComponentChildren
}

function RowForm({ page, what, id, answer, children }: RowFormProps) {
  const { link } = useLocale()
  return (
    <form
      method="post"
      action={link(urls.tasks.href({ respondent: page.tasks.respondent.id }))}
      class="stack stack-close"
    >
      <input type="hidden" name="hva" value={what} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="sist" value={answer ? String(answer.number) : ''} />
      {children}
    </form>
  )
}

function Services(props: TasksPageProps) {
  const { t, link } = useLocale()
  const { tasks, mayAnswer } = props
  return (
    <section class="stack">
      <h2>{t(messages.services)}</h2>
      {tasks.services.length === 0 ? (
        <p>{t(messages.noServices)}</p>
      ) : (
        <>
          {mayAnswer && <p>{t(messages.servicesText)}</p>}
          <ul class="plain-list mapping-rows">
            {tasks.services.map(task => (
              <ServiceRow key={task.service.id} task={task} page={props} />
            ))}
          </ul>
        </>
      )}
      {mayAnswer && (
        <p>
          <a class="more" href={link(catalogueUrls.newDraft.href())}>
            {t(messages.register)}
          </a>
        </p>
      )}
    </section>
  )
}

function ServiceRow({ task, page }: { task: ServiceTask; page: TasksPageProps }) {
  const { t, local, localText, link, date } = useLocale()
  const { service, state, answer } = task
  const { id } = service
  const named = <span class="visually-hidden">: {localText(service.name)}</span>
  const words =
    state === 'confirmed'
      ? t(messages.confirmed, { date: date(service.confirmedOn) })
      : t(state === 'not-ours' ? messages.notOurs : messages.waiting)
  return (
    <li class="mapping-row" id={`tilbud-${id}`}>
      <div>
        <a href={link(catalogueUrls.service.href({ id, slug: service.slug }))}>{local(service.name)}</a>
        <p class="small" data-state={state}>
          {words}
        </p>
      </div>
      {page.mayAnswer && (
        <div class="row">
          {state === 'waiting' && service.mayConfirm && (
            <form method="post" action={link(catalogueUrls.confirmation.href({ id }))}>
              <input type="hidden" name="submission" value={page.submission()} />
              <input
                type="hidden"
                name="til"
                value={urls.tasks.href({ respondent: page.tasks.respondent.id }, { lagret: `tilbud-${id}` })}
              />
              <Button>
                {t(messages.stillTrue)}
                {named}
              </Button>
            </form>
          )}
          <a class="more" href={link(catalogueUrls.draft.href({ id }))}>
            {t(messages.correct)}
            {named}
          </a>
          <a class="more" href={link(urls.serviceResources.href({ service: id }))}>
            {t(messages.resources)}
            {named}
          </a>
          {state !== 'confirmed' && (
            <RowForm page={page} what="tilbud" id={id} answer={answer}>
              {answer ? (
                <Button kind="quiet" name="angre" value="ja">
                  {t(messages.undo)}
                  {named}
                </Button>
              ) : (
                <Button kind="quiet">
                  {t(messages.notOurs)}
                  {named}
                </Button>
              )}
            </RowForm>
          )}
        </div>
      )}
    </li>
  )
}

function Rooms(props: TasksPageProps) {
  const { t } = useLocale()
  const { rooms } = props.tasks
  const left = rooms.filter(({ answer }) => answer === null).length
  return (
    <section class="stack">
      <h2>{t(messages.rooms)}</h2>
      {rooms.length === 0 ? (
        <p>{t(messages.noRooms)}</p>
      ) : (
        <>
          <p>{t(messages.roomsText)}</p>
          <ul class="plain-list mapping-rows">
            {rooms.map(task => (
              <RoomRow key={task.room.entry.code} task={task} page={props} />
            ))}
          </ul>
          {props.mayAnswer && left > 0 && (
            <RowForm page={props} what="resten" id="" answer={null}>
              <p>
                <Button kind="quiet">{t(messages.restNotOurs, { n: left })}</Button>
              </p>
            </RowForm>
          )}
        </>
      )}
    </section>
  )
}

function RoomRow({ task, page }: { task: RoomTask; page: TasksPageProps }) {
  const { t, text, local, localText, link } = useLocale()
  const { room, answer } = task
  const { code, name } = room.entry
  const anchor = `rom-${code}`
  const gap = gapWordsOfNational(room)
  const error = page.error?.anchor === anchor ? page.error : null
  const begun = page.begun.filter(one => one.room === code)
  const named = <span class="visually-hidden">: {localText(name)}</span>
  const errorAt = (field: RowError['field']) => (error?.field === field ? { error: text(error.message) } : {})
  return (
    <li class="mapping-row mapping-room" id={anchor}>
      <div>
        <p>
          <strong>{local(name)}</strong>
          {gap && <span class="mapping-gap small"> {t(gap)}</span>}
        </p>
        <p class="small quiet">{local(room.entry.responsibility)}</p>
        {begun.length > 0 && (
          <p class="small">
            {t(messages.begun)}{' '}
            {begun.map((one, index) => (
              <span key={one.id}>
                {index > 0 && ', '}
                <a href={link(catalogueUrls.draft.href({ id: one.id }))}>
                  {localText(one.name) || t(messages.noName)}
                </a>
              </span>
            ))}
          </p>
        )}
        {answer ? <Said answer={answer} /> : <p class="small">{t(messages.notAnswered)}</p>}
      </div>
      {page.mayAnswer && (
        <div class="stack stack-close">
          {answer === null && (
            <p>
              <ButtonLink kind="quiet" href={link(catalogueUrls.newDraft.href({ rom: code }))}>
                {t(messages.registerHere)}
                {named}
              </ButtonLink>
            </p>
          )}
          <Disclosure
            open={error !== null}
            summary={
              <>
                {t(answer ? messages.change : messages.noneBecause)}
                {named}
              </>
            }
          >
            <RowForm page={page} what="rom" id={code} answer={answer}>
              <Select
                id={`grunn-${anchor}`}
                name="grunn"
                label={text(messages.reason)}
                value={error ? error.typed.grunn : (answer?.reason ?? '')}
                options={reasons.map(reason => ({ value: reason, label: text(reasonNames[reason]) }))}
                {...errorAt('grunn')}
              />
              <TextArea
                id={`tekst-${anchor}`}
                name="tekst"
                rows={2}
                label={text(messages.explain)}
                hint={text(messages.explainHint)}
                value={error ? error.typed.tekst : (answer?.text ?? '')}
                {...errorAt('tekst')}
              />
              <p class="row">
                <Button kind="quiet">{t(messages.save)}</Button>
                {answer && (
                  <Button kind="quiet" name="angre" value="ja">
                    {t(messages.undo)}
                  </Button>
                )}
              </p>
            </RowForm>
          </Disclosure>
        </div>
      )}
    </li>
  )
}

function Said({ answer }: { answer: Answer }) {
  const { t } = useLocale()
  return (
    <p class="small" data-state="none">
      {answer.reason && t(reasonNames[answer.reason])}
      {answer.text && `: ${answer.text}`}
    </p>
  )
}

function QuestionRow({ task, page }: { task: QuestionTask; page: TasksPageProps }) {
  const { t, text, local, localText } = useLocale()
  const { question, answer } = task
  const anchor = `sporsmal-${question.id}`
  const error = page.error?.anchor === anchor ? page.error : null
  if (!page.mayAnswer)
    return (
      <div id={anchor}>
        <h3>{local(question.wording)}</h3>
        <p class="mapping-lines">{answer?.text ?? t(messages.notAnswered)}</p>
      </div>
    )
  return (
    <div id={anchor}>
      {error && answer?.text && <p>{t(messages.theirAnswer, { text: answer.text })}</p>}
      <RowForm page={page} what="sporsmal" id={question.id} answer={answer}>
        <TextArea
          id={`tekst-${anchor}`}
          name="tekst"
          rows={4}
          label={localText(question.wording)}
          value={error ? error.typed.tekst : (answer?.text ?? '')}
          {...(error && { error: text(error.message) })}
        />
        <p>
          <Button kind="quiet">
            {t(messages.save)}
            <span class="visually-hidden">: {localText(question.wording)}</span>
          </Button>
        </p>
      </RowForm>
    </div>
  )
}
