import type { ComponentChildren } from 'preact'

type EmptyProps = { title: string; headingLevel?: 2 | 3; children: ComponentChildren }

/** Where a list would have been: says why there is nothing and what to do instead. */
export function Empty({ title, headingLevel = 2, children }: EmptyProps) {
  const Heading = `h${headingLevel}` as const
  return (
    <div class="empty">
      <Heading class="empty-title">{title}</Heading>
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  )
}
