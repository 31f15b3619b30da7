import type { ComponentChildren } from 'preact'
import type { Language } from '#platform/i18n/language.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { filled, Html, Kept } from '#platform/html/kept.tsx'
import { messages } from '#ui/messages.ts'
import { Footer } from './footer.tsx'
import { Head, type HeadProps } from './head.tsx'
import { Header, type HeaderProps } from './header.tsx'
import { HelpBand, type HelpAtOnce } from './help-band.tsx'
import { LeaveQuickly } from './leave-quickly.tsx'

export type LayoutProps = HeadProps &
  HeaderProps & {
    language: Language
    /** The same object on every page of a place, and so the footer. */
    help: HelpAtOnce
    /** From the widest place to the page itself, which has no href. */
    crumbs?: { href?: string; label: string }[]
    footer: { text: string; links: { href: string; label: string }[] }
    /** A neutral page to flee to, on pages that may not be seen over a shoulder. */
    leave?: { href: string }
    children: ComponentChildren
  }

/** The whole document around a page's content. The content has the h1, which agrees with `title`. */
export function Layout(props: LayoutProps) {
  const { t } = useLocale()
  return (
    <html lang={props.language}>
      <Head {...props} />
      <body>
        <a class="ds-skip-link" href="#innhold">
          {t(messages.skipToContent)}
        </a>
        <Kept by="help-band" of={props.help}>
          {() => <HelpBand help={props.help} />}
        </Kept>
        {props.leave && <LeaveQuickly href={props.leave.href} />}
        <Header {...props} />
        {props.crumbs && props.crumbs.length > 0 && <Crumbs items={props.crumbs} />}
        <main id="innhold" tabIndex={-1}>
          {props.children}
        </main>
        <Kept by={`footer ${props.home}`} of={props.footer}>
          {() => <Footer home={props.home} {...props.footer} />}
        </Kept>
      </body>
    </html>
  )
}

function Crumbs({ items }: { items: { href?: string; label: string }[] }) {
  const locale = useLocale()
  const above = items.slice(0, -1)
  const { label } = items.at(-1)!
  const by = `crumbs ${JSON.stringify(above)}`
  return (
    <Html
      html={filled(locale, { by }, [label], hole => (
        <CrumbList items={[...above, { label: hole }]} />
      ))}
    />
  )
}

function CrumbList({ items }: { items: { href?: string; label: string }[] }) {
  const { text } = useLocale()
  return (
    <nav class="ds-breadcrumbs crumbs wrap" aria-label={text(messages.youAreHere)}>
      <ol>
        {items.map(item => (
          <li key={item.label}>
            {item.href ? <a href={item.href}>{item.label}</a> : <span aria-current="page">{item.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}
