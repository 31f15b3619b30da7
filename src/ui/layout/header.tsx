import { useLocale } from '#platform/i18n/locale.tsx'
import { Icon } from '#ui/icon/icon.tsx'
import { filled, Html, Kept } from '#platform/html/kept.tsx'
import { Pyramid } from '#ui/level/level.tsx'
import { messages } from '#ui/messages.ts'
import type { Addresses } from './head.tsx'

export type HeaderProps = {
  /** Address of the front page. */
  home: string
  /** The same object on every page with this menu. */
  nav: (MenuItem | MenuGroup)[]
  addresses: Addresses
  /** Shown on every page while the data is invented. */
  demoNotice?: string
  /** Whose page it is, when somebody is logged in. */
  account?: Account
}

export type MenuItem = { href: string; label: string; current?: boolean }
/** Items under a common name, which opens them. */
export type MenuGroup = { label: string; items: MenuItem[] }

export type Account = {
  name: string
  /** Where she sees her own sessions. */
  href: string
  /** Where the form goes that logs her out. */
  logOut: string
}

/**
 * Logo, menu, who is logged in, languages. Both lists are `<details>`, so they open without script; on a desk the menu's content is
 * always in sight (layout.css).
 */
export function Header({ home, nav, addresses, demoNotice, account }: HeaderProps) {
  const locale = useLocale()
  const { here } = addresses
  return (
    <header class={account ? 'site-header work-header' : 'site-header'}>
      <div class="wrap">
        <Kept by={`menu ${home}`} of={nav}>
          {() => <Menu home={home} nav={nav} />}
        </Kept>
        {account && <AccountBox {...account} />}
        <Html
          html={filled(locale, { by: `languages ${here === '/'}` }, [here], hole => (
            <Languages addresses={addresses} here={here === '/' ? here : hole} />
          ))}
        />
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
            {nav.map(one =>
              'items' in one ? (
                <li key={one.label}>
                  <details class="menu-group">
                    <summary class={`opens${one.items.some(item => item.current) ? ' is-here' : ''}`}>
                      {one.label}
                    </summary>
                    <ul>
                      {one.items.map(item => (
                        <MenuLink key={item.href} {...item} />
                      ))}
                    </ul>
                  </details>
                </li>
              ) : (
                <MenuLink key={one.href} {...one} />
              ),
            )}
          </ul>
        </nav>
      </details>
    </>
  )
}

function MenuLink({ href, label, current }: MenuItem) {
  return (
    <li>
      <a href={href} aria-current={current ? 'page' : undefined}>
        {label}
      </a>
    </li>
  )
}

/** Who is logged in, and the way out. */
function AccountBox({ name, href, logOut }: Account) {
  const { t, language } = useLocale()
  return (
    <div class="account no-print">
      <a href={href}>
        <span class="visually-hidden">{t(messages.loggedInAs)}: </span>
        {name}
      </a>
      <form method="post" action={logOut}>
        <input type="hidden" name="sprak" value={language} />
        <button class="ds-button" type="submit" data-variant="tertiary">
          {t(messages.logOut)}
        </button>
      </form>
    </div>
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

function Languages({ addresses, here }: Pick<HeaderProps, 'addresses'> & { here: string }) {
  const { t, language } = useLocale()
  const { languages, pathIn } = addresses
  const current = languages.find(({ code }) => code === language)
  return (
    <details class="site-languages no-print">
      <summary class="opens">
        <Icon name="language" />
        <span class="visually-hidden">{t(messages.language)}: </span>
        <span class="language-now">{current?.name ?? t(messages.language)}</span>
      </summary>
      <ul>
        {languages.map(({ code, name }) => (
          <li key={code}>
            <a
              href={pathIn(code, here)}
              lang={code}
              hreflang={code}
              aria-current={code === language ? 'true' : undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
