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
  const hasParams = template.includes(':')
  const href = (first?: Record<string, string | undefined>, second?: QueryValues): string =>
    hasParams ? fill(template, first ?? {}) + queryString(second) : template + queryString(first)
  return { template, href: href as Url<T>['href'] }
}

function fill(template: string, params: Record<string, string | undefined>): string {
  return template.replace(/\/:(\w+)\??/g, (_place, name: string) => {
    const value = params[name]
    return value === undefined || value === '' ? '' : `/${encodeURIComponent(value)}`
  })
}

/** `?a=1&b=2&b=3`, in the order given; empty values are left out. */
export function queryString(query: QueryValues | undefined): string {
  if (!query) return ''
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const single of Array.isArray(value) ? value : [value]) {
      if (single !== undefined && single !== null && single !== '') search.append(name, String(single))
    }
  }
  const text = search.toString()
  return text ? `?${text}` : ''
}
