import { useLocale } from '#platform/i18n/locale.tsx'
import type { Lateness, MeasureState } from './rules.ts'
import { latenessNames, measureStateNames } from './words.ts'

/** How a measure stands, in words with a mark of its own; and that it is late. */
export function StateMark({ state, lateness }: { state: MeasureState; lateness: Lateness | null }) {
  const { t } = useLocale()
  return (
    <span class="measure-state" data-state={state}>
      {t(measureStateNames[state])}
      {lateness && <span class="measure-late">{t(latenessNames[lateness])}</span>}
    </span>
  )
}
