import type { ComponentChildren } from 'preact'

export type ButtonKind = 'main' | 'quiet' | 'danger'

type ButtonProps = {
  type?: 'submit' | 'button' | 'reset'
  kind?: ButtonKind
  name?: string
  value?: string
  disabled?: boolean
  children: ComponentChildren
}

/** One `main` a page; everything else is `quiet`. `danger` is for what cannot be undone. */
export function Button({ type = 'submit', kind = 'main', name, value, disabled, children }: ButtonProps) {
  return (
    <button class="ds-button" type={type} name={name} value={value} disabled={disabled} {...lookOf(kind)}>
      {children}
    </button>
  )
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function ButtonLink({
  href,
  kind = 'main',
  children,
}: {
  href: string
  kind?: ButtonKind
  children: ComponentChildren
}) {
  return (
    <a class="ds-button" href={href} {...lookOf(kind)}>
      {children}
    </a>
  )
}

function lookOf(kind: ButtonKind) {
  return {
    'data-variant': kind === 'quiet' ? 'secondary' : undefined,
    'data-color': kind === 'danger' ? 'danger' : undefined,
  }
}
