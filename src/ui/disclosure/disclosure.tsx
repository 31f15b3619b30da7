import type { ComponentChildren } from 'preact'

type DisclosureProps = { summary: ComponentChildren; open?: boolean; children: ComponentChildren }

/** More for those who want it, one press away. */
export function Disclosure({ summary, open, children }: DisclosureProps) {
  return (
    <details class="ds-details" open={open}>
      <summary>{summary}</summary>
      <div>{typeof children === 'string' ? <p>{children}</p> : children}</div>
    </details>
  )
}
