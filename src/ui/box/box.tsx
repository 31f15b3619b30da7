import type { ComponentChildren } from 'preact'

type BoxProps = {
  title?: string
  /** `contact` is the one box a person came for; `quiet` steps back. */
  kind?: 'plain' | 'contact' | 'quiet'
  headingLevel?: 2 | 3 | 4
  children: ComponentChildren
}

/** Something set apart from the running page. */
export function Box({ title, kind = 'plain', headingLevel = 2, children }: BoxProps) {
  const Heading = `h${headingLevel}` as const
  return (
    <section class={`box box-${kind}`}>
      {title && <Heading class="box-title">{title}</Heading>}
      {children}
    </section>
  )
}
