import type { LocalText } from '#platform/i18n/language.ts'
import type { Message } from '#platform/i18n/messages.ts'

/** A name of data as a label of a control, which is a message. */
export function messageOf(name: LocalText | string): Message {
  if (typeof name === 'string') return { nb: name, nn: name, en: name }
  const nb = name.nb ?? name.nn ?? name.en ?? ''
  return { nb, nn: name.nn ?? nb, en: name.en ?? nb, ...(name.se && { se: name.se }) }
}
