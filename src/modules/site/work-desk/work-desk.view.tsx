import { roleNames, type MyNamedRole, type RoleName } from '#modules/organizations/index.ts'
import { peopleUrls } from '#modules/people/index.ts'
import type { MoreWaiting, Waiting, WorkDeskPart } from '#platform/auth/work-desk-part.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { messages } from '../messages.ts'

/** What the modules have on the desk of who acts. */
export type Desk = {
  waiting: Waiting[]
  more: MoreWaiting[]
  own: NonNullable<Awaited<ReturnType<NonNullable<WorkDeskPart['own']>>>>[]
  suggestions: WorkDeskPart['suggestions']
}

type WorkDeskProps = {
  title: string
  kind: 'citizen' | 'employee'
  roles: MyNamedRole[]
  desk: Desk
  /** `YYYY-MM-DD` */
  day: string
  isConfirmed: boolean
}

/** What waits, what is hers, and who she is here. */
export function WorkDesk({ title, kind, roles, desk, day, isConfirmed }: WorkDeskProps) {
  const { t, text, link } = useLocale()
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
      </div>
      {kind === 'citizen' ? (
        <Empty title={text(messages.workDeskCitizen)}>
          <p>{text(messages.workDeskCitizenText)}</p>
          <p>
            <a href={link(peopleUrls.myPage.href())}>{t(messages.myPage)}</a>
          </p>
        </Empty>
      ) : roles.length === 0 ? (
        <Empty title={text(messages.workDeskNoRoles)}>{text(messages.workDeskNoRolesText)}</Empty>
      ) : (
        <>
          {isConfirmed && <Notice kind="success">{text(messages.workDeskConfirmed)}</Notice>}
          <div class="cols work-desk">
            <WaitingList desk={desk} day={day} />
            <Mine desk={desk} roles={roles} />
          </div>
        </>
      )}
    </div>
  )
}

function WaitingList({ desk, day }: { desk: Desk; day: string }) {
  const { t, text, link } = useLocale()
  if (desk.waiting.length === 0) {
    return (
      <Empty title={text(messages.workDeskNothing)}>
        <p>{t(desk.suggestions.length > 0 ? messages.workDeskNothingText : messages.workDeskNothingYet)}</p>
        {desk.suggestions.length > 0 && (
          <ul>
            {desk.suggestions.map(({ label, path }) => (
              <li key={path}>
                <a href={link(path)}>{t(label)}</a>
              </li>
            ))}
          </ul>
        )}
      </Empty>
    )
  }
  return (
    <section>
      <h2>{t(messages.workDeskWaiting)}</h2>
      <ul class="plain-list waiting-list">
        {desk.waiting.map(item => (
          <WaitingItem key={item.id} item={item} day={day} />
        ))}
      </ul>
      {desk.more.length > 0 && (
        <ul class="plain-list">
          {desk.more.map(({ label, n, path }) => (
            <li key={`${path} ${n}`}>
              <a class="more" href={link(path)}>
                {t(label, { n })}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function WaitingItem({ item, day }: { item: Waiting; day: string }) {
  const { t, text, local, localText, link, date } = useLocale()
  const { about, due, since, press } = item
  const isLate = due !== null && due < day
  const name = isSaid(about) ? text(about.message, about.params) : localText(about)
  return (
    <li class="waiting-item">
      <div>
        <p class="quiet small">{t(item.task)}</p>
        <a href={link(item.path)}>{isSaid(about) ? name : local(about)}</a>
        <p class={isLate ? 'small waiting-late' : 'quiet small'}>
          {due !== null
            ? t(isLate ? messages.workDeskLate : messages.workDeskDue, { date: date(due) })
            : since !== null && t(messages.workDeskSince, { date: date(since) })}
        </p>
      </div>
      {press && (
        <form method="post" action={link(press.path)}>
          {Object.entries(press.fields).map(([field, value]) => (
            <input key={field} type="hidden" name={field} value={value} />
          ))}
          <Button kind="quiet">
            {t(press.label)}
            <span class="visually-hidden">: {name}</span>
          </Button>
        </form>
      )}
    </li>
  )
}

const isSaid = (about: Waiting['about']): about is Extract<Waiting['about'], { params: unknown }> =>
  'params' in about

function Mine({ desk, roles }: { desk: Desk; roles: MyNamedRole[] }) {
  const { t, local, link, number } = useLocale()
  return (
    <div class="stack">
      {desk.own.map(({ title, lines }) => (
        <section key={title.nb} class="stack stack-close">
          <h2>{t(title)}</h2>
          <ul class="plain-list">
            {lines.map(({ label, n, path }) => (
              <li key={path}>
                <a class="more" href={link(path)}>
                  {t(label)} ({number(n)})
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {desk.waiting.length > 0 && desk.suggestions.length > 0 && (
        <section class="stack stack-close">
          <h2>{t(messages.workDeskCan)}</h2>
          <ul class="plain-list">
            {desk.suggestions.map(({ label, path }) => (
              <li key={path}>
                <a class="more" href={link(path)}>
                  {t(label)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="stack stack-close">
        <h2>{t(messages.workDeskRoles)}</h2>
        <ul>
          {roles.map(({ role, organization, unit }, index) => (
            <li key={index}>
              {t(roleNames[role as RoleName])}, {unit && <>{local(unit)}, </>}
              {local(organization)}
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
