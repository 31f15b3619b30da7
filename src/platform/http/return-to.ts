const LONGEST = 2000

/**
 * A path of ours to go on to, as it came in an address: `/arbeid?side=2`. Null when it is anything else, above all another
 * site: `//example.org`, `/\example.org` and the like, which browsers read as one.
 */
export function returnPath(given: string | undefined): string | null {
  if (!given || given.length > LONGEST || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(given)) return null
  const ours = 'http://nettungen.invalid'
  const url = URL.parse(given, ours)
  if (url === null || url.origin !== ours) return null
  // `/./` and `/..//` are taken out here as a browser would, and might leave what begins with two.
  const path = url.pathname + url.search
  return path.startsWith('//') ? null : path
}
