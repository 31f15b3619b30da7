import type { VNode } from 'preact'
import { catalogueUrls, helpNumbers, searchPath } from '#modules/catalogue/index.ts'
import { organizationUrls } from '#modules/organizations/index.ts'
import { peopleUrls } from '#modules/people/index.ts'
import { methodPages } from '#modules/planning/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { mayEnter } from '#platform/auth/permission.ts'
import type { WorkLink, WorkMenu } from '#platform/auth/work-link.ts'
import type { Assets } from '#platform/http/assets.ts'
import type { PageHead } from '#platform/http/result.ts'
import type { Trouble } from '#platform/http/server-parts.ts'
import { languageNames, languages, localPath, type Language } from '#platform/i18n/language.ts'
import { pageLocaleOf, type Locale } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import type { HelpAtOnce } from '#ui/layout/help-band.tsx'
import type { HeaderProps } from '#ui/layout/header.tsx'
import { Layout } from '#ui/layout/layout.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { messages } from '../messages.ts'
import { urls } from '../urls.ts'

type FrameParts = {
  assets: Assets
  baseUrl: string
  demo: boolean
  /** What the modules have on the work desk, in the order of its menu. */
  workMenu: WorkMenu
}

const named = languages.map(code => ({ code, name: languageNames[code] }))

/** Scripts of the frame itself, on every page; leaving quickly only where it is offered. */
const ALWAYS: string[] = []

/** Puts a module's content into the whole page: band of numbers, menu, languages, breadcrumbs, footer. */
export function makeLayout({
  assets,
  baseUrl,
  demo,
  workMenu,
}: FrameParts): (head: PageHead, body: VNode, language: Language, actor: Actor | null) => VNode {
  const surroundings = new Map<string, Surroundings>()

  return (head, body, language, actor) => {
    const { link } = pageLocaleOf(language)
    const around = surroundingsOf(language, head.municipality)
    const scripts = [...ALWAYS, ...(head.leaveQuickly ? ['leave-quickly'] : []), ...(head.scripts ?? [])]
    const path = head.path
    return (
      <Layout
        language={language}
        title={head.title}
        {...(head.description && { description: head.description })}
        addresses={{ path, here: head.here ?? path, languages: named, pathIn: localPath, origin: baseUrl }}
        home={link(urls.front.href())}
        nav={actor ? workNav(workMenu, actor, head.path, pageLocaleOf(language)) : around.navAt(head.path)}
        {...(actor && {
          account: {
            name: actor.name,
            href: link(peopleUrls.sessions.href()),
            logOut: peopleUrls.logOut.href(),
          },
        })}
        help={around.help}
        {...(head.crumbs && {
          crumbs: [...head.crumbs.map(c => ({ label: c.label, href: link(c.path) })), { label: head.title }],
        })}
        footer={around.footer}
        {...(head.leaveQuickly && { leave: { href: 'https://www.yr.no' } })}
        stylesheet={assets.href('site.css')}
        scripts={scripts.map(name => assets.href(`${name}.js`))}
        data={head.data ?? []}
        indexed={actor === null && (head.indexed ?? true)}
        {...(demo && { demoNotice: around.demoNotice })}
      >
        {body}
      </Layout>
    )
  }

  /** The same for all pages of a place; there are some hundred places. */
  function surroundingsOf(language: Language, municipality: PageHead['municipality']): Surroundings {
    const key = `${language} ${municipality?.code} ${municipality?.name}`
    let around = surroundings.get(key)
    if (!around) {
      around = makeSurroundings(pageLocaleOf(language), municipality, demo)
      surroundings.set(key, around)
    }
    return around
  }
}

/** The menu of the work desk: what she who looks may enter. Longest path first decides where one is. */
function workNav(menu: WorkMenu, actor: Actor, path: string, { text, link }: Locale): HeaderProps['nav'] {
  const isOpen = ({ permission }: WorkLink) => mayEnter(actor, permission)
  const here = menu
    .flatMap(one => ('links' in one ? one.links : [one]))
    .filter(one => isOpen(one) && (path === one.path || path.startsWith(`${one.path}/`)))
    .toSorted((a, b) => b.path.length - a.path.length)[0]
  const item = (one: WorkLink) => ({ label: text(one.label), href: link(one.path), current: one === here })
  return [
    ...menu.flatMap((one): HeaderProps['nav'] => {
      if (!('links' in one)) return isOpen(one) ? [item(one)] : []
      const items = one.links.filter(isOpen).map(item)
      return items.length > 0 ? [{ label: text(one.label), items }] : []
    }),
    // Back to what everybody sees.
    { label: text(messages.navFind), href: link(catalogueUrls.search.href()), current: false },
  ]
}

type Surroundings = {
  /** The menu on a page of that path. */
  navAt(path: string): HeaderProps['nav']
  help: HelpAtOnce
  footer: { text: string; links: { label: string; href: string }[] }
  demoNotice: string
}

function makeSurroundings(
  { text, localText, link }: Locale,
  municipality: PageHead['municipality'],
  demo: boolean,
): Surroundings {
  const code = municipality?.code
  const place = municipality
    ? {
        label: text(messages.navPlace, { place: municipality.name }),
        path: catalogueUrls.municipality.href({ code: municipality.code }),
      }
    : { label: text(messages.navCounties), path: catalogueUrls.country.href() }
  const pages: [Message, string][] = [
    [documentNames.about, urls.about.href()],
    [messages.method, methodPages[0]!],
    [documentNames.privacy, urls.privacy.href()],
    [documentNames.accessibility, urls.accessibility.href()],
    [documentNames.openData, urls.openData.href()],
    [messages.join, organizationUrls.join.href()],
    ...(demo
      ? ([
          [messages.components, urls.components.href()],
          [messages.postTitle, urls.demoPost.href()],
        ] as [Message, string][])
      : []),
  ]
  const nav = [
    place,
    { label: text(messages.navFind), path: searchPath({ kommune: code }) },
    { label: text(messages.navHelp), path: urls.help.href({ kommune: code }) },
    { label: text(messages.navEmployees), path: searchPath({ kommune: code, hvem: ['employees'] }) },
    { label: text(messages.navSaved), path: catalogueUrls.saved.href() },
    // Who is logged in already comes to her work desk, without being asked again.
    { label: text(messages.logIn), path: urls.workDesk.href() },
  ]
  const menuAt = (at: string | null) =>
    nav.map(({ label, path }) => ({ label, href: link(path), current: path === at }))
  const menus = new Map(nav.map(({ path }) => [path, menuAt(path)]))
  const menuElsewhere = menuAt(null)
  return {
    navAt: path => menus.get(path) ?? menuElsewhere,
    help: {
      title: text(messages.helpTitle),
      note: text(messages.helpNote),
      items: helpNumbers
        .filter(entry => entry.band)
        .map(entry => ({ label: localText(entry.short ?? entry.name), number: entry.number })),
      more: { href: link(urls.help.href({ kommune: code })), label: text(messages.moreHelp) },
    },
    footer: {
      text: text(messages.footerText),
      links: pages.map(([message, to]) => ({ label: text(message), href: link(to) })),
    },
    demoNotice: text(messages.demoNotice),
  }
}

const documentNames = {
  about: { nb: 'Om Nettungen', nn: 'Om Nettungen', en: 'About Nettungen' },
  privacy: { nb: 'Personvern', nn: 'Personvern', en: 'Privacy' },
  accessibility: { nb: 'Tilgjengelighet', nn: 'Tilgjenge', en: 'Accessibility' },
  openData: { nb: 'Åpne data', nn: 'Opne data', en: 'Open data' },
} satisfies Record<string, Message>

const troubles: Record<Trouble, [title: Message, text: Message]> = {
  'bad-request': [messages.badRequestTitle, messages.badRequestText],
  'logged-out': [messages.loggedOutTitle, messages.loggedOutText],
  'not-found': [messages.notFoundTitle, messages.notFoundText],
  'cross-site': [messages.crossSiteTitle, messages.crossSiteText],
  'used-before': [messages.usedBeforeTitle, messages.usedBeforeText],
  'too-many': [messages.tooManyTitle, messages.tooManyText],
  'too-large': [messages.tooLargeTitle, messages.tooLargeText],
  failed: [messages.failedTitle, messages.failedText],
  unavailable: [messages.unavailableTitle, messages.failedText],
}

/** The page for trouble: what happened in plain words, what to do, a number to name when asking for help. Needs no database. */
export function troublePage(
  trouble: Trouble,
  requestId: string,
  language: Language,
  loginPath: string | null,
): { head: PageHead; body: VNode } {
  const { text, link } = pageLocaleOf(language)
  const [title, explanation] = troubles[trouble]
  return {
    head: { title: text(title), path: urls.front.href(), indexed: false },
    body: (
      <div>
        <div class="page-head">
          <h1 class="page-title">{text(title)}</h1>
          <p class="lead">{text(explanation)}</p>
        </div>
        <div class="stack">
          <p class="row">
            {loginPath ? (
              <ButtonLink href={loginPath}>{text(messages.logIn)}</ButtonLink>
            ) : (
              <ButtonLink href={link(catalogueUrls.search.href())}>{text(messages.toSearch)}</ButtonLink>
            )}
            <ButtonLink kind="quiet" href={link(urls.front.href())}>
              {text(messages.toFront)}
            </ButtonLink>
          </p>
          <p class="quiet">{text(messages.requestId, { id: requestId })}</p>
        </div>
      </div>
    ),
  }
}
