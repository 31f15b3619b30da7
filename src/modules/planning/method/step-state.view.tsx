import { useLocale } from '#platform/i18n/locale.tsx'
import type { StepState } from './rules.ts'
import { stepStateNames } from './words.ts'

/** How a step stands: a sign of its own for each state, and the word. */
export function StepStateMark({ state }: { state: StepState }) {
  const { t } = useLocale()
  return (
    <span class={`step-state step-state-${state}`}>
      <svg viewBox="0 0 24 24" aria-hidden="true" class={`spiral-${state}`}>
        <circle class="spiral-dot" cx="12" cy="12" r="9" />
        {state === 'done' && <path class="spiral-tick" d="M8 12l3 4l6 -7" />}
      </svg>
      {t(stepStateNames[state])}
    </span>
  )
}
