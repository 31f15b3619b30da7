import { useLocale } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import { Box } from '#ui/box/box.tsx'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Facts } from '#ui/facts/facts.tsx'
import { Field, Select, TextArea } from '#ui/field/field.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import type { House } from '../directory/house.store.ts'
import { PlaceField } from '../units/place-field.view.tsx'
import type { PlacedUnit } from '../units/unit-tree.ts'
import { urls } from '../urls.ts'
import { roles } from '../rules.ts'
import type { Grant } from './grant.store.ts'
import { periodOf, personOf, placeOf } from './grant-words.view.tsx'
import { messages } from './messages.ts'
import type { RoleErrors } from './read-role.ts'
import { roleHints, roleNames } from './role-names.ts'
import type { RoleForm } from './role.schema.ts'

type Filled = { values: Partial<RoleForm>; errors: RoleErrors }
type Known = { id: string; name: string; email: string | null }

export type RolePageProps = {
  title: string
  grant: Grant
  house: House
  administers: boolean
  isOwn: boolean
  isOver: boolean
  /** May she choose the whole organisation? */
  whole: boolean
  units: PlacedUnit[]
  deputies: Grant[]
  known: Known[]
  today: string
  /** Forms that came back. */
  change?: Filled
  deputy?: Filled
  end?: { reason: string; error: Message }
}

export function RolePage(props: RolePageProps) {
  const locale = useLocale()
  const { t, text } = locale
  const { grant } = props
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{props.title}</h1>
      </div>
      <ErrorSummary errors={errorsOf(props, text)} />
      <div class="stack">
        {props.isOver && <Notice kind="info" title={text(messages.isOver)} />}
        <Facts
          items={[
            { label: text(messages.email), value: grant.email },
            { label: text(messages.place), value: placeOf(grant, locale) },
            { label: text(messages.period), value: periodOf(grant, props.today, locale) },
            { label: text(messages.grantedBy), value: grant.grantedBy ?? t(messages.operator) },
            {
              label: text(messages.role),
              value: grant.deputyFor && t(messages.deputyFor, { name: grant.principal ?? '–' }),
            },
            { label: text(messages.reason), value: grant.endReason },
          ]}
        />
        {!props.isOver && props.administers && !grant.deputyFor && <Change {...props} />}
        {!grant.deputyFor && (props.deputies.length > 0 || props.administers) && <Deputies {...props} />}
        {!props.isOver && (props.administers || props.isOwn) && <End {...props} />}
      </div>
    </div>
  )
}

function errorsOf({ change, deputy, end }: RolePageProps, text: (message: Message) => string) {
  const at = (form: string, filled: Filled | undefined) =>
    Object.entries(filled?.errors ?? {}).map(([field, error]) => ({
      href: `#${form}${field}`,
      text: text(error),
    }))
  return [...at('', change), ...at('s-', deputy), ...(end ? [{ href: '#grunn', text: text(end.error) }] : [])]
}

function Change({ grant, house, whole, units, change, today }: RolePageProps) {
  const { t, text, link } = useLocale()
  const values = change?.values ?? {}
  const errors = change?.errors ?? {}
  return (
    <Box title={text(messages.change)}>
      <p>{t(messages.changeText)}</p>
      <form method="post" action={link(urls.roleChange.href({ id: grant.id }))} class="stack">
        <RoleField value={values.rolle ?? grant.role} {...(errors.rolle && { error: text(errors.rolle) })} />
        <PlaceField
          name="enhet"
          label={text(messages.place)}
          organization={whole ? house.name : null}
          units={units}
          value={values.enhet ?? grant.unitId ?? ''}
          {...(errors.enhet && { error: text(errors.enhet) })}
        />
        <PeriodFields
          prefix=""
          from={values.fra ?? today}
          to={values.til ?? grant.validTo ?? ''}
          errors={errors}
        />
        <Button>{t(messages.saveChange)}</Button>
      </form>
    </Box>
  )
}

export function RoleField({ value, error }: { value: string; error?: string }) {
  const { text } = useLocale()
  return (
    <Select
      id="rolle"
      name="rolle"
      label={text(messages.role)}
      value={value}
      {...(error && { error })}
      options={roles.map(role => ({
        value: role,
        label: `${text(roleNames[role])}: ${text(roleHints[role])}`,
      }))}
    />
  )
}

type PeriodProps = { prefix: string; from: string; to: string; errors: RoleErrors }

/** From when and until when. */
export function PeriodFields({ prefix, from, to, errors }: PeriodProps) {
  const { text } = useLocale()
  return (
    <>
      <Field
        id={`${prefix}fra`}
        name="fra"
        type="date"
        label={text(messages.validFrom)}
        value={from}
        {...(errors.fra && { error: text(errors.fra) })}
      />
      <Field
        id={`${prefix}til`}
        name="til"
        type="date"
        label={text(messages.validTo)}
        hint={text(messages.validToHint)}
        value={to}
        {...(errors.til && { error: text(errors.til) })}
      />
    </>
  )
}

type PersonProps = { id: string; value: string; error?: string | undefined; known: Known[] }

/** Somebody of the house. */
export function PersonField({ id, value, error, known }: PersonProps) {
  const { text } = useLocale()
  return (
    <Select
      id={id}
      name="person"
      label={text(messages.choosePerson)}
      hint={text(messages.choosePersonHint)}
      value={value}
      {...(error && { error })}
      options={known.map(one => ({
        value: one.id,
        label: one.email ? `${one.name} (${one.email})` : one.name,
      }))}
    />
  )
}

function Deputies({ grant, deputies, known, administers, isOver, today, deputy }: RolePageProps) {
  const locale = useLocale()
  const { t, text, link } = locale
  const values = deputy?.values ?? {}
  const errors = deputy?.errors ?? {}
  const others = known.filter(one => one.id !== grant.personId)
  return (
    <Box title={text(messages.deputies)}>
      <p>{t(messages.deputiesText, { name: personOf(grant, locale) })}</p>
      {deputies.length === 0 ? (
        <p class="quiet">{t(messages.noDeputies)}</p>
      ) : (
        <ul>
          {deputies.map(one => (
            <li key={one.id}>
              <a href={link(urls.role.href({ id: one.id }))}>{personOf(one, locale)}</a>,{' '}
              {periodOf(one, today, locale)}
            </li>
          ))}
        </ul>
      )}
      {administers && !isOver && others.length > 0 && (
        <form method="post" action={link(urls.deputy.href({ id: grant.id }))} class="stack">
          <PersonField
            id="s-person"
            value={values.person ?? ''}
            known={others}
            error={errors.person && text(errors.person)}
          />
          <PeriodFields prefix="s-" from={values.fra ?? today} to={values.til ?? ''} errors={errors} />
          <Button kind="quiet">{t(messages.appoint)}</Button>
        </form>
      )}
    </Box>
  )
}

function End({ grant, isOwn, end }: RolePageProps) {
  const { t, text, link } = useLocale()
  return (
    <Box title={text(messages.end)}>
      <p>{t(isOwn ? messages.endOwnText : messages.endText)}</p>
      <form method="post" action={link(urls.roleEnd.href({ id: grant.id }))} class="stack">
        <TextArea
          id="grunn"
          name="grunn"
          rows={2}
          label={text(messages.endReason)}
          value={end?.reason ?? ''}
          {...(end && { error: text(end.error) })}
        />
        <Button kind="danger">{t(messages.end)}</Button>
      </form>
    </Box>
  )
}
