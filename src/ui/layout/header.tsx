import { useLocale } from '#platform/i18n/locale.tsx'
import { Icon } from '#ui/icon/icon.tsx'
import { Kept } from '#platform/html/kept.tsx'
import { Pyramid } from '#ui/level/level.tsx'
import { messages } from '#ui/messages.ts'

export type HeaderProps = {
  /** Address of the front page. */
  home: string
  nav: { href: string; label: string; current?: boolean }[]
  /** This page in each language, named in that language. */
  languages: { code: string; name: string; href: string; current: boolean }[]
  /** Shown on every page while the data is invented. */
  demoNotice?: string
}

/**
 * Logo, menu, languages. Both lists are `<details>`, so they open without script; on a desk the menu's content is
 * always in sight (layout.css).
 */
export function Header({ home, nav, languages, demoNotice }: HeaderProps) {
  return (
    <header class="site-header">
      <div class="wrap">
        <Kept by={['menu', home, nav]}>{() => <Menu home={home} nav={nav} />}</Kept>
        {languages.length > 1 && <Languages languages={languages} />}
      </div>
      {demoNotice && <p class="demo-notice">{demoNotice}</p>}
    </header>
  )
}

function Menu({ home, nav }: Pick<HeaderProps, 'home' | 'nav'>) {
  const { t, text } = useLocale()
  return (
    <>
      <Logo home={home} />
      <details class="site-menu no-print">
        <summary>
          <Icon name="menu" />
          {t(messages.menu)}
        </summary>
        <nav aria-label={text(messages.mainMenu)}>
          <ul>
            {nav.map(item => (
              <li key={item.href}>
                <a href={item.href} aria-current={item.current ? 'page' : undefined}>
                  {item.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </details>
    </>
  )
}

/** The name with the three bands, leading home. */
export function Logo({ home }: { home: string }) {
  const { t } = useLocale()
  return (
    <a class="logo" href={home}>
      <Pyramid />
      Nettungen
      <span class="visually-hidden">, {t(messages.toFrontPage)}</span>
    </a>
  )
}

function Languages({ languages }: Pick<HeaderProps, 'languages'>) {
  const { t } = useLocale()
  const current = languages.find(language => language.current)
  return (
    <details class="site-languages no-print">
      <summary class="opens">
        <Icon name="language" />
        <span class="visually-hidden">{t(messages.language)}: </span>
        <span class="language-now">{current?.name ?? t(messages.language)}</span>
      </summary>
      <ul>
        {languages.map(({ code, name, href, current: isCurrent }) => (
          <li key={code}>
            <a href={href} lang={code} hreflang={code} aria-current={isCurrent ? 'true' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
