import type { VNode } from 'preact'
import { catalogueUrls, searchPath } from '#modules/catalogue/index.ts'
import type { Assets } from '#platform/http/assets.ts'
import type { PageHead } from '#platform/http/result.ts'
import type { Trouble } from '#platform/http/server.tsx'
import { languageNames, languages, localPath, type Language } from '#platform/i18n/language.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import { Layout } from '#ui/layout/layout.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { helpNumbers } from '../help/help-content.ts'
import { messages } from '../messages.ts'
import { urls } from '../urls.ts'

type FrameParts = { assets: Assets; baseUrl: string; demo: boolean }

/** Scripts of the frame itself, on every page; leaving quickly only where it is offered. */
const ALWAYS: string[] = []

/** Puts a module's content into the whole page: band of numbers, menu, languages, breadcrumbs, footer. */
export function makeLayout({
  assets,
  baseUrl,
  demo,
}: FrameParts): (head: PageHead, body: VNode, language: Language) => VNode {
  return (head, body, language) => {
    const locale = localeOf(language)
    const { text, localText, link } = locale
    const scripts = [...ALWAYS, ...(head.leaveQuickly ? ['leave-quickly'] : []), ...(head.scripts ?? [])]
    const path = head.path
    return (
      <Layout
        language={language}
        title={head.title}
        {...(head.description && { description: head.description })}
        canonical={baseUrl + localPath(language, path)}
        alternates={languages.map(l => ({ language: l, href: baseUrl + localPath(l, path) }))}
        home={link(urls.front.href())}
        nav={nav(head)}
        help={{
          title: text(messages.helpTitle),
          note: text(messages.helpNote),
          items: helpNumbers
            .filter(entry => entry.band)
            .map(entry => ({ label: localText(entry.short ?? entry.name), number: entry.number })),
          more: {
            href: link(urls.help.href({ kommune: head.municipality?.code })),
            label: text(messages.moreHelp),
          },
        }}
        languages={languages.map(l => ({
          code: l,
          name: languageNames[l],
          href: localPath(l, head.here ?? path),
          current: l === language,
        }))}
        {...(head.crumbs && {
          crumbs: [...head.crumbs.map(c => ({ label: c.label, href: link(c.path) })), { label: head.title }],
        })}
        footer={{ text: text(messages.footerText), links: footerLinks() }}
        {...(head.leaveQuickly && { leave: { href: 'https://www.yr.no' } })}
        stylesheet={assets.href('site.css')}
        scripts={scripts.map(name => assets.href(`${name}.js`))}
        data={head.data ?? []}
        indexed={head.indexed ?? true}
        {...(demo && { demoNotice: text(messages.demoNotice) })}
      >
        {body}
      </Layout>
    )

    function nav({ municipality }: PageHead) {
      const place = municipality
        ? {
            label: text(messages.navPlace, { place: municipality.name }),
            path: catalogueUrls.municipality.href({ code: municipality.code }),
          }
        : { label: text(messages.navCounties), path: catalogueUrls.country.href() }
      const items = [
        place,
        { label: text(messages.navFind), path: searchPath({ kommune: municipality?.code }) },
        { label: text(messages.navHelp), path: urls.help.href({ kommune: municipality?.code }) },
        {
          label: text(messages.navEmployees),
          path: searchPath({ kommune: municipality?.code, hvem: ['employees'] }),
        },
        { label: text(messages.navSaved), path: catalogueUrls.saved.href() },
      ]
      return items.map(item => ({
        label: item.label,
        href: link(item.path),
        current: item.path === head.path,
      }))
    }

    function footerLinks() {
      const pages: [Message, string][] = [
        [documentNames.about, urls.about.href()],
        [documentNames.privacy, urls.privacy.href()],
        [documentNames.accessibility, urls.accessibility.href()],
        [documentNames.openData, urls.openData.href()],
        ...(demo ? ([[messages.components, urls.components.href()]] as [Message, string][]) : []),
      ]
      return pages.map(([message, to]) => ({ label: text(message), href: link(to) }))
    }
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
  'not-found': [messages.notFoundTitle, messages.notFoundText],
  'cross-site': [messages.crossSiteTitle, messages.crossSiteText],
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
): { head: PageHead; body: VNode } {
  const { text, link } = localeOf(language)
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
            <ButtonLink href={link(catalogueUrls.search.href())}>{text(messages.toSearch)}</ButtonLink>
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
