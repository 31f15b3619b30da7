import { useLocale } from '#platform/i18n/locale.tsx'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import type { House } from '../directory/house.store.ts'
import { PlaceField } from '../units/place-field.view.tsx'
import type { PlacedUnit } from '../units/unit-tree.ts'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import type { RoleErrors } from './read-role.ts'
import { PeriodFields, PersonField, RoleField } from './role.view.tsx'
import type { RoleForm } from './role.schema.ts'

type NewRolePageProps = {
  title: string
  house: House
  whole: boolean
  units: PlacedUnit[]
  known: { id: string; name: string; email: string | null }[]
  values: Partial<RoleForm>
  errors: RoleErrors
}

export function NewRolePage({ title, house, whole, units, known, values, errors }: NewRolePageProps) {
  const { t, text, link } = useLocale()
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
      </div>
      <ErrorSummary
        errors={Object.entries(errors).map(([field, error]) => ({ href: `#${field}`, text: text(error) }))}
      />
      <form method="post" action={link(urls.newRole.href({ id: house.id }))} class="stack">
        <PersonField
          id="person"
          value={values.person ?? ''}
          known={known}
          error={errors.person && text(errors.person)}
        />
        <RoleField value={values.rolle ?? ''} {...(errors.rolle && { error: text(errors.rolle) })} />
        <PlaceField
          name="enhet"
          label={text(messages.place)}
          organization={whole ? house.name : null}
          units={units}
          value={values.enhet ?? ''}
          {...(errors.enhet && { error: text(errors.enhet) })}
        />
        <PeriodFields prefix="" from={values.fra ?? ''} to={values.til ?? ''} errors={errors} />
        <Button>{t(messages.give)}</Button>
      </form>
    </div>
  )
}
