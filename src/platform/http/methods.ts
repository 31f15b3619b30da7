import type { FastifyInstance } from 'fastify'

/**
 * Learns which methods each address knows; to be called before routes are added.
 * @returns the methods of a path, such as `['GET', 'HEAD']`; none when no address is like that
 */
export function learnMethods(server: FastifyInstance): (path: string) => string[] {
  const methods = new Map<string, Set<string>>()
  server.addHook('onRoute', ({ url, method }) => {
    const known = methods.get(url) ?? new Set()
    for (const one of [method].flat()) known.add(one)
    methods.set(url, known)
  })
  return path => {
    const plain = path.replace(/\?.*$/, '').replace(/(?<=.)\/$/, '')
    const exact = methods.get(plain)
    const found = exact
      ? [exact]
      : [...methods].filter(([url]) => pattern(url).test(plain)).map(([, set]) => set)
    return [...new Set(found.flatMap(set => [...set]))].toSorted()
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
