import type { ComponentChild } from 'preact'

/** Short facts with their names. Facts without a value are left out. */
export function Facts({ items }: { items: { label: string; value: ComponentChild }[] }) {
  const known = items.filter(
    ({ value }) => value !== null && value !== undefined && value !== '' && value !== false,
  )
  if (known.length === 0) return null
  return (
    <dl class="facts">
      {known.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
