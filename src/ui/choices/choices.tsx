export type Choice = { href: string; label: string; detail?: string; current?: boolean }

type ChoicesProps = { label?: string; items: Choice[]; size?: 'large' | 'normal' }

/** Large tappable choices in a grid, each with what it leads to ("31 tilbud"). `label` names the list for screen readers. */
export function Choices({ label, items, size = 'normal' }: ChoicesProps) {
  if (items.length === 0) return null
  return (
    <ul class={size === 'large' ? 'choices choices-large' : 'choices'} aria-label={label}>
      {items.map(item => (
        <li key={item.href}>
          <a class="choice" href={item.href} aria-current={item.current ? 'true' : undefined}>
            <span class="choice-label">{item.label}</span>
            {item.detail && <span class="choice-detail">{item.detail}</span>}
          </a>
        </li>
      ))}
    </ul>
  )
}
