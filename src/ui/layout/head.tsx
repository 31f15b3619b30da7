import { intlLocale, type Language } from '#platform/i18n/language.ts'
import { Kept } from '#platform/html/kept.tsx'

export type HeadProps = {
  language: Language
  /** The page's h1, without the name of the site. */
  title: string
  description?: string
  /** Absolute address of the page itself. */
  canonical: string
  /** The page in each language; the first stands in for all others. */
  alternates: { language: Language; href: string }[]
  stylesheet: string
  /** Addresses of client scripts. */
  scripts: string[]
  /** schema.org objects. */
  data: object[]
  /** False: search engines leave the page out. */
  indexed: boolean
}

const site = 'Nettungen'

// Page colours of the theme, for the browser's own frame (neutral background-default).
const frame = { light: '#fbf8f2', dark: '#101817' }

/** The document's head: names, languages, styles, scripts, data for machines. */
export function Head(props: HeadProps) {
  const { title, description, canonical } = props
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${title} – ${site}`}</title>
      {description && <meta name="description" content={description} />}
      {!props.indexed && <meta name="robots" content="noindex" />}
      <Kept by={['head', props.stylesheet]}>{() => <Constant {...props} />}</Kept>
      <link rel="canonical" href={canonical} />
      {props.alternates.map(alternate => (
        <link key={alternate.language} rel="alternate" hreflang={alternate.language} href={alternate.href} />
      ))}
      {props.alternates[0] && <link rel="alternate" hreflang="x-default" href={props.alternates[0].href} />}
      <meta property="og:title" content={title} />
      {description && <meta property="og:description" content={description} />}
      <meta property="og:url" content={canonical} />
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

/** What is the same on every page of a language. */
function Constant({ stylesheet, language }: Pick<HeadProps, 'stylesheet' | 'language'>) {
  return (
    <>
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
