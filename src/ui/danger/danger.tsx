import { Icon } from '#ui/icon/icon.tsx'
import { formatPhone, phoneHref } from '#ui/phone/phone.tsx'

type DangerFirstProps = {
  title: string
  text?: string
  numbers: { label: string; number: string; hours?: string }[]
}

/** Whom to call, above all else on pages where violence, abuse or suicide can be the matter. */
export function DangerFirst({ title, text, numbers }: DangerFirstProps) {
  return (
    <section class="danger-first" aria-label={title}>
      {/* Not a heading: it stands above the h1. */}
      <p class="danger-title">{title}</p>
      {text && <p>{text}</p>}
      <ul>
        {numbers.map(({ label, number, hours }) => (
          <li key={number}>
            <a href={phoneHref(number)}>
              <Icon name="phone" />
              <span class="danger-number">{formatPhone(number)}</span>
              <span class="danger-label">
                {label}
                {hours && <span class="danger-hours">{hours}</span>}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
