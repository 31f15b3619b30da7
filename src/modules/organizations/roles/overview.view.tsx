import { useLocale } from '#platform/i18n/locale.tsx'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Disclosure } from '#ui/disclosure/disclosure.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Table } from '#ui/table/table.tsx'
import type { House } from '../directory/house.store.ts'
import type { WaitingInvitation } from '../invitations/invitation.store.ts'
import { urls } from '../urls.ts'
import type { Grant } from './grant.store.ts'
import { periodOf, personOf, placeOf } from './grant-words.view.tsx'
import { messages } from './messages.ts'
import { stateOf } from './role-period.ts'
import { roleNames } from './role-names.ts'

type RolesPageProps = {
  title: string
  house: House
  grants: Grant[]
  waiting: WaitingInvitation[]
  administers: boolean
  today: string
}

export function RolesPage({ title, house, grants, waiting, administers, today }: RolesPageProps) {
  const { t, text, link } = useLocale()
  const { id } = house
  const held = grants.filter(grant => stateOf(grant, today) !== 'over')
  const over = grants.filter(grant => stateOf(grant, today) === 'over')
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.lead)}</p>
        {administers && (
          <p class="row">
            <ButtonLink href={link(urls.newInvitation.href({ id }))}>{t(messages.invitePerson)}</ButtonLink>
            {grants.length > 0 && (
              <ButtonLink kind="quiet" href={link(urls.newRole.href({ id }))}>
                {t(messages.giveRole)}
              </ButtonLink>
            )}
            <ButtonLink kind="quiet" href={link(urls.units.href({ id }))}>
              {t(messages.toUnits)}
            </ButtonLink>
          </p>
        )}
      </div>
      <div class="stack">
        {held.length > 0 ? (
          <GrantTable caption={text(messages.held)} grants={held} today={today} administers={administers} />
        ) : (
          <Empty title={text(messages.nobody)}>{text(messages.nobodyText)}</Empty>
        )}
        {administers && <Waiting waiting={waiting} />}
        {over.length > 0 && (
          <Disclosure summary={t(messages.over, { n: over.length })}>
            <GrantTable
              caption={text(messages.over, { n: over.length })}
              grants={over}
              today={today}
              administers={false}
            />
          </Disclosure>
        )}
      </div>
    </div>
  )
}

type GrantTableProps = { caption: string; grants: Grant[]; today: string; administers: boolean }

function GrantTable({ caption, grants, today, administers }: GrantTableProps) {
  const locale = useLocale()
  const { t, text, link } = locale
  return (
    <Table
      caption={caption}
      stacks
      rowHeader
      columns={[
        { label: text(messages.person) },
        { label: text(messages.role) },
        { label: text(messages.place) },
        { label: text(messages.period) },
        { label: text(messages.grantedBy) },
        { label: text(messages.what), acts: true },
      ]}
      rows={grants.map(grant => [
        personOf(grant, locale),
        <>
          {t(roleNames[grant.role])}
          {grant.deputyFor && (
            <>
              {', '}
              {t(messages.deputyFor, { name: grant.principal ?? text(messages.somebody) })}
            </>
          )}
        </>,
        placeOf(grant, locale),
        periodOf(grant, today, locale),
        grant.grantedBy ?? t(messages.operator),
        <a class="more" href={link(urls.role.href({ id: grant.id }))}>
          {t(administers ? messages.openRole : messages.viewRole)}
          <span class="visually-hidden">
            {' '}
            {t(messages.ofPerson, { role: text(roleNames[grant.role]), name: personOf(grant, locale) })}
          </span>
        </a>,
      ])}
    />
  )
}

function Waiting({ waiting }: { waiting: WaitingInvitation[] }) {
  const locale = useLocale()
  const { t, text, link, date, list } = locale
  if (waiting.length === 0)
    return (
      <section class="stack stack-close">
        <h2>{t(messages.waiting)}</h2>
        <p class="quiet">{t(messages.waitingNone)}</p>
      </section>
    )
  return (
    <Table
      caption={text(messages.waiting)}
      stacks
      rowHeader
      columns={[
        { label: text(messages.email) },
        { label: text(messages.role) },
        { label: text(messages.place) },
        { label: text(messages.expires) },
        { label: text(messages.what), acts: true },
      ]}
      rows={waiting.map(sent => [
        sent.email,
        list(sent.roles.map(role => text(roleNames[role]))),
        placeOf(sent, locale),
        sent.isExpired ? t(messages.expired, { date: date(sent.expiresOn) }) : date(sent.expiresOn),
        <form method="post" action={link(urls.withdrawal.href({ id: sent.id }))}>
          <Button kind="quiet">
            {t(messages.withdraw)}
            <span class="visually-hidden"> {t(messages.withdrawFor, { email: sent.email })}</span>
          </Button>
        </form>,
      ])}
    />
  )
}
