type ParamNames<T extends string> = T extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<`/${Rest}`>
  : T extends `${string}:${infer Name}`
    ? Name
    : never

type RequiredParams<T extends string> = {
  [K in ParamNames<T> as K extends `${string}?` ? never : K]: string
} & { [K in ParamNames<T> as K extends `${infer Name}?` ? Name : never]?: string }

export type QueryValues = Record<string, string | number | readonly string[] | null | undefined>

/** A URL of ours: the pattern that the router knows, and how to make an address of it. A URL is never written twice. */
export type Url<T extends string> = {
  template: T
  href: [ParamNames<T>] extends [never]
    ? (query?: QueryValues) => string
    : (params: RequiredParams<T>, query?: QueryValues) => string
}

/** Declares a URL by its pattern, such as `/kommune/:code/:slug?`. Addresses come without language prefix: see `link`. */
export function url<const T extends string>(template: T): Url<T> {
  // fixed text and names of parameters in turn
  const parts = template.split(/\/:(\w+)\??/)
  const href = (first?: Record<string, string | undefined>, second?: QueryValues): string =>
    parts.length > 1 ? fill(parts, first ?? {}) + queryString(second) : template + queryString(first)
  return { template, href: href as Url<T>['href'] }
}

function fill(parts: string[], params: Record<string, string | undefined>): string {
  let path = parts[0]!
  for (let i = 1; i < parts.length; i += 2) {
    const value = params[parts[i]!]
    if (value !== undefined && value !== '') path += `/${encodeURIComponent(value)}`
    path += parts[i + 1]!
  }
  return path
}

/** `?a=1&b=2&b=3`, in the order given; empty values are left out. */
export function queryString(query: QueryValues | undefined): string {
  if (!query) return ''
  let text = ''
  const append = (name: string, value: string | number | null | undefined) => {
    if (value === undefined || value === null || value === '') return
    text += `${text ? '&' : '?'}${formEncoded(name)}=${formEncoded(String(value))}`
  }
  for (const [name, value] of Object.entries(query)) {
    if (typeof value === 'object' && value !== null) for (const single of value) append(name, single)
    else append(name, value)
  }
  return text
}

/** As a form sends it. URLSearchParams does the same in ten times the time, and a page has a hundred addresses. */
function formEncoded(text: string): string {
  if (/^[\w.-]*$/.test(text)) return text
  return encodeURIComponent(text.toWellFormed())
    .replaceAll('%20', '+')
    .replace(/[!'()~]/g, letter => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
}
