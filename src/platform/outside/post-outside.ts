import { askOutside, type Outside } from './ask-outside.ts'

/**
 * Posts to an address that somebody else has given us, by https and nothing else: see `askOutside`.
 * @returns the status, or a word for why there is none
 */
export async function postOutside(
  url: string,
  body: string,
  headers: Record<string, string>,
  outside: Outside,
  signal: AbortSignal,
): Promise<number | string> {
  const target = URL.parse(url)
  if (target?.protocol !== 'https:') return 'bad-address'
  const answer = await askOutside(target, { method: 'POST', headers, body }, outside, signal)
  return typeof answer === 'string' ? answer : answer.status
}
