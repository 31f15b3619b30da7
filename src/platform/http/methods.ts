import type { FastifyInstance } from 'fastify'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A page: found under each language's prefix, too. */
    inLanguages?: boolean
  }
}

/**
 * Learns which methods each address knows; to be called before routes are added.
 * @returns the methods of a path (without its language), such as `['GET', 'HEAD']`; none when no address is like that
 */
export function learnMethods(server: FastifyInstance): (path: string, isTranslated: boolean) => string[] {
  const ofPages = new Map<string, Set<string>>()
  const ofOthers = new Map<string, Set<string>>()
  server.addHook('onRoute', ({ url, method, config }) => {
    const methods = config?.inLanguages ? ofPages : ofOthers
    const known = methods.get(url) ?? new Set()
    for (const one of [method].flat()) known.add(one)
    methods.set(url, known)
  })
  return (path, isTranslated) => {
    const known = isTranslated ? [...ofPages] : [...ofOthers, ...ofPages]
    const plain = path.replace(/\?.*$/, '').replace(/(?<=.)\/$/, '')
    const exact = known.filter(([url]) => url === plain)
    const found = exact.length > 0 ? exact : known.filter(([url]) => pattern(url).test(plain))
    return [...new Set(found.flatMap(([, methods]) => [...methods]))].toSorted()
  }
}

/** `/kommune/:code/:slug?` as a regular expression. */
function pattern(url: string): RegExp {
  const parts = url.split('/').slice(1)
  const inWords = parts.map(part => {
    if (!part.startsWith(':')) return `/${part.replace(/[^\w-]/g, '\\$&')}`
    return part.endsWith('?') ? '(/[^/]+)?' : '/[^/]+'
  })
  return new RegExp(`^${inWords.join('')}$`)
}
