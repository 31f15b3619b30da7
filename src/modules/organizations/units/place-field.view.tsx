import type { LocalText } from '#platform/i18n/language.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Select } from '#ui/field/field.tsx'
import { placeMessages } from './place-messages.ts'
import type { PlacedUnit } from './unit-tree.ts'

type PlaceFieldProps = {
  name: string
  label: string
  hint?: string
  /** The organisation as a whole; null when it cannot be chosen. */
  organization: LocalText | null
  units: readonly PlacedUnit[]
  value: string
  error?: string
}

/** The whole organisation, or one of its units, in the order of the tree. The empty value is the whole. */
export function PlaceField({ name, label, hint, organization, units, value, error }: PlaceFieldProps) {
  const { text, localText } = useLocale()
  return (
    <Select
      id={name}
      name={name}
      label={label}
      {...(hint && { hint })}
      value={value}
      {...(error && { error })}
      options={[
        ...(organization
          ? [{ value: '', label: text(placeMessages.wholeOf, { name: localText(organization) }) }]
          : []),
        ...units.map(unit => ({
          value: unit.id,
          label: `${'– '.repeat(unit.depth + (organization ? 1 : 0))}${localText(unit.name)}`,
        })),
      ]}
    />
  )
}
