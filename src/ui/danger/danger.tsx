import type { ComponentChild } from 'preact'
import { Icon } from '#ui/icon/icon.tsx'
import { formatPhone, phoneHref } from '#ui/phone/phone.tsx'

type DangerFirstProps = {
  /** Another, where a page has two. */
  id?: string
  title: ComponentChild
  text?: ComponentChild
  /** Whose number it is, without the number; and when they answer. */
  numbers: { label: ComponentChild; number: string; hours?: ComponentChild }[]
  /** Where there are more. */
  more?: { href: string; label: ComponentChild }
}

/** Whom to call, above all else on pages where violence, abuse or suicide can be the matter. */
export function DangerFirst({ id = 'fare', title, text, numbers, more }: DangerFirstProps) {
  return (
    <section class="danger-first" aria-labelledby={id}>
      {/* Not a heading: it stands above the h1. */}
      <p class="danger-title" id={id}>
        {title}
      </p>
      {text && <p class="danger-text">{text}</p>}
      <ul>
        {numbers.map(({ label, number, hours }) => (
          <li key={number}>
            <a href={phoneHref(number)}>
              <Icon name="phone" />
              <span>
                <span class="danger-number">{formatPhone(number)}</span> {label}
                {hours && (
                  <>
                    {' '}
                    <span class="danger-hours">{hours}</span>
                  </>
                )}
              </span>
            </a>
          </li>
        ))}
      </ul>
      {more && (
        <p>
          <a class="danger-more" href={more.href}>
            {more.label}
            <Icon name="arrow" />
          </a>
        </p>
      )}
    </section>
  )
}
