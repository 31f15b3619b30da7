import { intlLocale, type Language } from '#platform/i18n/language.ts'
import { filled, Html } from '#platform/html/kept.tsx'
import { useLocale } from '#platform/i18n/locale.tsx'

export type HeadProps = {
  language: Language
  /** The page's h1, without the name of the site. */
  title: string
  description?: string
  addresses: Addresses
  stylesheet: string
  /** Addresses of client scripts. */
  scripts: string[]
  /** schema.org objects. */
  data: object[]
  /** False: search engines leave the page out. */
  indexed: boolean
}

/** The page in each language. */
export type Addresses = {
  /** Path of the page in the first language, without its query. */
  path: string
  /** The same with the query: where one is. */
  here: string
  /** The first stands in for all others. */
  languages: { code: Language; name: string }[]
  /** Where such a path is in a language. */
  pathIn: (language: Language, path: string) => string
  /** Scheme and host, `https://nettungen.no`. */
  origin: string
}

const site = 'Nettungen'

// Page colours of the theme, for the browser's own frame (neutral background-default).
const frame = { light: '#fbf8f2', dark: '#101817' }

/** The document's head: names, languages, styles, scripts, data for machines. */
export function Head(props: HeadProps) {
  const { title, description, addresses } = props
  const locale = useLocale()
  const { path } = addresses
  const by = `head ${props.stylesheet} ${addresses.origin} ${path === '/'}`
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <Html
        html={filled(locale, { by: 'title' }, [title], hole => (
          <title>{`${hole} – ${site}`}</title>
        ))}
      />
      {description && <meta name="description" content={description} />}
      {!props.indexed && <meta name="robots" content="noindex" />}
      <Html
        html={filled(locale, { by }, [path], hole => (
          <OfAddress {...props} path={path === '/' ? path : hole} />
        ))}
      />
      <meta property="og:title" content={title} />
      {description && <meta property="og:description" content={description} />}
      {props.scripts.map(src => (
        <script key={src} src={src} defer />
      ))}
      {props.data.map((item, index) => (
        // JSON is no HTML: only `<` could end the element early, and is written as an escape.
        <script
          key={index}
          type="application/ld+json"
          dangerouslySetInnerHTML={{ __html: JSON.stringify(item).replaceAll('<', String.raw`\u003c`) }}
        />
      ))}
    </head>
  )
}

/** What is the same on every page of a language but for its address. */
function OfAddress({
  stylesheet,
  language,
  addresses: { languages, pathIn, origin },
  path,
}: Pick<HeadProps, 'stylesheet' | 'language' | 'addresses'> & { path: string }) {
  const address = origin + pathIn(language, path)
  return (
    <>
      <link rel="canonical" href={address} />
      {languages.map(({ code }) => (
        <link key={code} rel="alternate" hreflang={code} href={origin + pathIn(code, path)} />
      ))}
      <link rel="alternate" hreflang="x-default" href={origin + pathIn(languages[0]!.code, path)} />
      <meta property="og:url" content={address} />
      <link rel="stylesheet" href={stylesheet} />
      <link rel="icon" type="image/svg+xml" href={favicon} />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content={frame.light} media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content={frame.dark} media="(prefers-color-scheme: dark)" />
      <meta name="format-detection" content="telephone=no" />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={site} />
      <meta property="og:locale" content={intlLocale[language].replace('-', '_')} />
    </>
  )
}

const favicon = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -2 26 26">' +
    '<path fill="#b5483d" d="M12 1 16.2 8.2H7.8Z"/>' +
    '<path fill="#f0a35e" d="M7.2 9.4h9.6l2.7 4.8H4.5Z"/>' +
    '<path fill="#1d7a74" d="M3.8 15.4h16.4l2.9 5.4H.9Z"/></svg>',
)}`
