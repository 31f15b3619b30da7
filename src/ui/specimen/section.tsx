import type { ComponentChildren } from 'preact'

/** One kind of component under a heading. */
export function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="section">
      <h2>{title}</h2>
      <div class="stack">{children}</div>
    </section>
  )
}
