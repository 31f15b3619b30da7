import { useLocale } from '#platform/i18n/locale.tsx'
import { messages } from '#ui/messages.ts'
import { Logo } from './header.tsx'

type FooterProps = { home: string; text: string; links: { href: string; label: string }[] }

/** Who is behind the pages, and what they owe the reader. */
export function Footer({ home, text, links }: FooterProps) {
  const locale = useLocale()
  return (
    <footer class="site-footer">
      <div class="wrap">
        <div>
          <Logo home={home} />
          <p>{text}</p>
        </div>
        <nav class="no-print" aria-label={locale.text(messages.footer)}>
          <ul>
            {links.map(link => (
              <li key={link.href}>
                <a href={link.href}>{link.label}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  )
}
