/** Leads somewhere (`href`), or is what a form says when it is pressed (`value`). */
export type Choice = { label: string; detail?: string; current?: boolean } & (
  | { href: string }
  | { value: string }
)

type ChoicesProps = {
  label?: string
  items: Choice[]
  size?: 'large' | 'normal'
  /** In a form: the name under which it says what was pressed. */
  name?: string
}

/** Large tappable choices in a grid, each with what it leads to ("31 tilbud"). `label` names the list for screen readers. */
export function Choices({ label, items, size = 'normal', name }: ChoicesProps) {
  if (items.length === 0) return null
  return (
    <ul class={size === 'large' ? 'choices choices-large' : 'choices'} aria-label={label}>
      {items.map(item =>
        'href' in item ? (
          <li key={item.href}>
            <a class="choice" href={item.href} aria-current={item.current ? 'true' : undefined}>
              <ChoiceWords {...item} />
            </a>
          </li>
        ) : (
          <li key={item.value}>
            <button class="choice" type="submit" name={name} value={item.value}>
              <ChoiceWords {...item} />
            </button>
          </li>
        ),
      )}
    </ul>
  )
}

function ChoiceWords({ label, detail }: Pick<Choice, 'label' | 'detail'>) {
  return (
    <>
      <span class="choice-label">{label}</span>
      {detail && <span class="choice-detail">{detail}</span>}
    </>
  )
}
