import { useLocale } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Facts } from '#ui/facts/facts.tsx'
import { Checkboxes, Field } from '#ui/field/field.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import type { House } from '../directory/house.store.ts'
import { placeOf } from '../roles/grant-words.view.tsx'
import { messages as roleMessages } from '../roles/messages.ts'
import { roleHints, roleNames } from '../roles/role-names.ts'
import { roles } from '../rules.ts'
import { PlaceField } from '../units/place-field.view.tsx'
import type { PlacedUnit } from '../units/unit-tree.ts'
import { urls, WORK_DESK } from '../urls.ts'
import type { InvitationErrors } from './invitation.tsx'
import type { InvitationForm } from './invitation.schema.ts'
import type { ShownInvitation } from './invitation.store.ts'
import { messages } from './messages.ts'

/** Why an invitation cannot be accepted. An open one cannot by who sent it. */
const whyNot: Record<ShownInvitation['state'], Message> = {
  open: messages.own,
  accepted: messages.accepted,
  withdrawn: messages.withdrawn,
  expired: messages.expired,
  void: messages.void,
  'for-employees': messages.forEmployees,
}

type InvitePageProps = {
  title: string
  house: House
  whole: boolean
  units: PlacedUnit[]
  submission: string
  values: Partial<InvitationForm>
  errors: InvitationErrors
}

export function InvitePage({ title, house, whole, units, submission, values, errors }: InvitePageProps) {
  const { t, text, link } = useLocale()
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.newLead)}</p>
        <p>{t(messages.publicOnly)}</p>
      </div>
      <ErrorSummary
        errors={Object.entries(errors).map(([field, error]) => ({ href: `#${field}`, text: text(error) }))}
      />
      <form method="post" action={link(urls.newInvitation.href({ id: house.id }))} class="stack">
        <input type="hidden" name="submission" value={submission} />
        <Field
          id="epost"
          name="epost"
          type="email"
          autocomplete="off"
          label={text(messages.email)}
          value={values.epost ?? ''}
          {...(errors.epost && { error: text(errors.epost) })}
        />
        <Checkboxes
          legend={text(messages.roles)}
          name="roller"
          values={values.roller ?? []}
          {...(errors.roller && { error: text(errors.roller) })}
          options={roles.map(role => ({
            value: role,
            label: text(roleNames[role]),
            hint: text(roleHints[role]),
          }))}
        />
        <PlaceField
          name="enhet"
          label={text(messages.place)}
          organization={whole ? house.name : null}
          units={units}
          value={values.enhet ?? ''}
          {...(errors.enhet && { error: text(errors.enhet) })}
        />
        <Field
          id="til"
          name="til"
          type="date"
          label={text(messages.validTo)}
          hint={text(messages.validToHint)}
          value={values.til ?? ''}
          {...(errors.til && { error: text(errors.til) })}
        />
        <Button>{t(messages.send)}</Button>
      </form>
    </div>
  )
}

type InvitationPageProps = {
  title: string
  shown: ShownInvitation
  token: string
  /** Who is logged in. */
  name: string
  email: string | null
}

export function InvitationPage({ title, shown, token, name, email }: InvitationPageProps) {
  const locale = useLocale()
  const { t, text, link, list, date } = locale
  const isOpen = shown.state === 'open' && !shown.isOwn
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        {isOpen && <p class="lead">{t(messages.shownLead)}</p>}
      </div>
      <div class="stack">
        {!isOpen && (
          <Notice kind="warning" title={text(messages.notOpenTitle)}>
            {text(whyNot[shown.state])}
          </Notice>
        )}
        {!isOpen && (
          <p>
            <ButtonLink kind="quiet" href={link(WORK_DESK)}>
              {t(messages.toWork)}
            </ButtonLink>
          </p>
        )}
        {isOpen && (
          <Facts
            items={[
              {
                label: text(messages.roles),
                value: list(shown.roles.map(role => text(roleNames[role]))),
              },
              { label: text(roleMessages.place), value: placeOf(shown, locale) },
              { label: text(messages.until), value: shown.validTo && date(shown.validTo) },
              { label: text(messages.loggedInAs), value: email ? `${name} (${email})` : name },
            ]}
          />
        )}
        {isOpen && email?.toLowerCase() !== shown.email.toLowerCase() && (
          <Notice kind="warning" title={text(messages.otherEmailTitle)}>
            {text(messages.otherEmailText, {
              invited: shown.email,
              own: email ?? text(messages.noEmail),
            })}
          </Notice>
        )}
        {isOpen && (
          <form method="post" action={link(urls.invitation.href({ token }))}>
            <Button>{t(messages.accept)}</Button>
          </form>
        )}
      </div>
    </div>
  )
}
