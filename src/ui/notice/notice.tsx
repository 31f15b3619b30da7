import type { ComponentChildren } from 'preact'

type NoticeProps = {
  kind: 'info' | 'warning' | 'danger' | 'success'
  title?: string
  children?: ComponentChildren
}

/** A message on the page, its kind told by colour, sign and words. */
export function Notice({ kind, title, children }: NoticeProps) {
  return (
    <div class="ds-alert notice" data-color={kind}>
      {title && (
        <p class="notice-title">
          <strong>{title}</strong>
        </p>
      )}
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  )
}
