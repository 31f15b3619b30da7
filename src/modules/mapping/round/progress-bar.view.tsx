import { percent, type Part } from '../task/rules.ts'

/** How much of something is done, drawn under the words that say it. */
export function ProgressBar({ label, part }: { label: string; part: Part }) {
  return (
    <div class="mapping-progress">
      <p>{label}</p>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect class="bars-track" width="100" height="10" />
        <rect class="bars-value" width={percent(part)} height="10" />
      </svg>
    </div>
  )
}
