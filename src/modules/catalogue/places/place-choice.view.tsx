import type { GeoArea, Geography } from '#modules/areas/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Button } from '#ui/button/button.tsx'
import { Select } from '#ui/field/field.tsx'
import { messages } from './messages.ts'

type PlaceChoiceProps = {
  /** With the language prefix. */
  action: string
  chosen: GeoArea
  choices: readonly GeoArea[]
  geography: Geography
}

/** Chooses one of several areas (`omrade`). Municipalities that share a name say their county; others are named in the page's language. */
export function PlaceChoice({ action, chosen, choices, geography }: PlaceChoiceProps) {
  const { t, text, language } = useLocale()
  return (
    <form method="get" action={action} class="draft-filter no-print">
      <Select
        id="omrade"
        name="omrade"
        label={text(messages.place)}
        value={chosen.code}
        options={choices.map(one => ({
          value: one.code,
          label: one.distinctName === one.name ? geography.localName(one, language) : one.distinctName,
        }))}
      />
      <Button kind="quiet">{t(messages.show)}</Button>
    </form>
  )
}
