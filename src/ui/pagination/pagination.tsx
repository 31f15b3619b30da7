import { useLocale } from '#platform/i18n/locale.tsx'
import { messages } from '#ui/messages.ts'

type PaginationProps = {
  page: number
  pages: number
  href: (page: number) => string
  /** Tells two lists on one page apart. */
  label?: string
}

/** Walking through the pages of a list; also back from where there is none any more. Nothing when there is one page. Pages count from 1. */
export function Pagination({ page, pages, href, label }: PaginationProps) {
  const { t, text, number } = useLocale()
  if (pages === 0 || (pages === 1 && page === 1)) return null
  const step = (to: number, name: typeof messages.next, rel: string) =>
    to >= 1 && to <= pages ? (
      <a class="ds-button" data-variant="tertiary" href={href(to)} rel={rel}>
        <span class="page-step">{t(name)}</span>
      </a>
    ) : (
      <span class="ds-button" data-variant="tertiary" aria-hidden="true">
        <span class="page-step">{t(name)}</span>
      </span>
    )
  return (
    <nav class="ds-pagination no-print" aria-label={label ?? text(messages.pages)}>
      <ul>
        <li>{step(Math.min(page - 1, pages), messages.previous, 'prev')}</li>
        {pageWindow(page, pages).map((n, index) => (
          <li key={n ?? `gap-${index}`} class={isNear(n, page, pages) ? 'page-near' : undefined}>
            {n !== null && (
              <a
                class="ds-button"
                data-variant="tertiary"
                href={href(n)}
                aria-label={text(messages.page, { n })}
                aria-current={n === page ? 'true' : undefined}
              >
                {number(n)}
              </a>
            )}
          </li>
        ))}
        <li>{step(page + 1, messages.next, 'next')}</li>
      </ul>
    </nav>
  )
}

/** A neighbour, left out on a phone: the arrows lead there too. */
function isNear(n: number | null, page: number, pages: number): boolean {
  return pages > 5 && n !== null && n !== page && n !== 1 && n !== pages
}

/**
 * The page numbers to show: first, last, the page and its neighbours; null stands for the pages left out. A gap of one
 * page is that page itself.
 */
export function pageWindow(page: number, pages: number): (number | null)[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter(n => n >= 1 && n <= pages)
  const shown = [...new Set(wanted)].sort((a, b) => a - b)
  return shown.flatMap((n, index) => {
    const left = n - (shown[index - 1] ?? 0) - 1
    return left === 0 ? [n] : left === 1 ? [n - 1, n] : [null, n]
  })
}
