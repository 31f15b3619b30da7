import type { ComponentChild, ComponentChildren } from 'preact'
import { useLocale } from '#platform/i18n/locale.tsx'

// The frame of documents that are made of what was frozen, and of nothing else. What has been printed must come out the same, so this is
// not changed when others look otherwise: a new look is another frame beside it.

type FrozenDocumentProps = {
  title: string
  /** Address of the style, which does not follow its content. */
  style: string
  back: { href: string; label: string; text: ComponentChild }
  children: ComponentChildren
}

/** A page of its own, without the site around it. */
export function FrozenDocument({ title, style, back, children }: FrozenDocumentProps) {
  const { language } = useLocale()
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title} – Nettungen`}</title>
        <link rel="stylesheet" href={style} />
      </head>
      <body>
        <nav aria-label={back.label}>
          <a href={back.href}>{back.text}</a>
        </nav>
        <main>{children}</main>
      </body>
    </html>
  )
}

/** A table, the first cell of each row its head. */
export function FrozenTable({
  caption,
  columns,
  rows,
}: {
  caption: string
  columns: string[]
  rows: ComponentChild[][]
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by key
    <section class="scroll" aria-label={caption} tabIndex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={index} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, index) =>
                index === 0 ? (
                  <th key={index} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={index}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
