import { useLocale } from '#platform/i18n/locale.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import type { Neglected } from './waiting.store.ts'

type UnconfirmedPageProps = { title: string; day: string; late: Neglected[]; left: Neglected[] }

/** What those who answer for the whole should know of. */
export function UnconfirmedPage({ title, day, late, left }: UnconfirmedPageProps) {
  const { t, text } = useLocale()
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.unconfirmedLead)}</p>
      </div>
      {late.length + left.length === 0 && (
        <Empty title={text(messages.allWell)}>{text(messages.allWellText)}</Empty>
      )}
      {late.length > 0 && (
        <section class="section">
          <h2>{t(messages.lateHeading)}</h2>
          <p>{t(messages.lateText)}</p>
          <Services services={late} day={day} />
        </section>
      )}
      {left.length > 0 && (
        <section class="section">
          <h2>{t(messages.leftHeading)}</h2>
          <p>{t(messages.leftText)}</p>
          <Services services={left} day={day} />
        </section>
      )}
    </div>
  )
}

function Services({ services, day }: { services: Neglected[]; day: string }) {
  const { t, local, link, date } = useLocale()
  return (
    <ul class="plain-list draft-list">
      {services.map(({ id, slug, name, owner_name, confirm_by, sees_draft }) => (
        <li key={id} class="draft-item">
          <div>
            <a href={link(sees_draft ? urls.draft.href({ id }) : urls.service.href({ id, slug }))}>
              {local(name)}
            </a>
            <p class="quiet small">{local(owner_name)}</p>
          </div>
          <p class={confirm_by < day ? 'draft-due draft-late' : 'draft-due quiet small'}>
            {t(confirm_by < day ? messages.lateSince : messages.dueBy, { date: date(confirm_by) })}
          </p>
        </li>
      ))}
    </ul>
  )
}
