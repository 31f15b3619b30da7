import { useLocale } from '#platform/i18n/locale.tsx'
import { DangerFirst } from '#ui/danger/danger.tsx'
import { messages } from '../messages.ts'
import { urls } from '../urls.ts'
import { numbersFor, type DangerKind } from './danger-kinds.ts'
import type { HelpLine } from './help-lines.store.ts'
import { helpNumbers } from './help-numbers.ts'

type DangerNumbersProps = {
  /** What it may be about. Nothing is shown without. */
  dangers: readonly DangerKind[]
  /** Services for help at once that cover the place. */
  lines: readonly HelpLine[]
  /** Where the reader is, as far as we know. */
  municipality: string | null
}

const NATIONAL = new Set(helpNumbers.map(entry => entry.number))

/** Nearest lines shown: child protection by day and by night, and the crisis centre. */
const NEAREST = 3

/**
 * Whom to call, above all else where there may be danger: the emergency number and the next that fits what it is about, who
 * answer day and night everywhere; then the nearest who can help; then the others. The national numbers need no database.
 */
export function DangerNumbers({ dangers, lines, municipality }: DangerNumbersProps) {
  const { t, local, link } = useLocale()
  if (dangers.length === 0) return null
  const [only] = dangers.length === 1 ? dangers : []
  const national = numbersFor(dangers).map(entry => ({
    label: local(entry.name),
    number: entry.number,
    hours: local(entry.hours),
  }))
  const first = national.findIndex(({ number }) => number !== '112' && number !== '113') + 1
  return (
    <DangerFirst
      title={only ? local(only.title) : t(messages.dangerTitle)}
      text={only ? local(only.text) : t(messages.dangerText)}
      numbers={[...national.slice(0, first), ...nearest(), ...national.slice(first)]}
      more={{ href: link(urls.help.href({ kommune: municipality })), label: t(messages.dangerMore) }}
    />
  )

  function nearest() {
    if (!dangers.some(danger => danger.nearest)) return []
    const near = lines.flatMap(({ number, ...line }) =>
      line.kind === 'crisis' && line.distance < 3 && number !== null && !NATIONAL.has(number)
        ? [{ ...line, number }]
        : [],
    )
    const byNumber = new Map(near.toReversed().map(line => [line.number, line]))
    return [...byNumber.values()]
      .toReversed()
      .slice(0, NEAREST)
      .map(line => ({
        label: local(line.name),
        number: line.number,
        ...(line.hours && { hours: local(line.hours) }),
      }))
  }
}
