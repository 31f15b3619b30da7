import { useLocale } from '#platform/i18n/locale.tsx'
import { DangerFirst } from '#ui/danger/danger.tsx'
import { messages } from '../messages.ts'
import type { HelpLine } from '../overview/overview.store.ts'

/** Police, ambulance (also when somebody is about to take her own life), the Alarm Telephone for Children and Young People. */
const ALWAYS_FIRST = ['112', '113', '116111']

/** Whom to call, above all else where violence, abuse or suicide can be the matter: danger now, then the nearest, then someone to talk to. */
export function DangerNumbers({ lines: all }: { lines: HelpLine[] }) {
  const { text, localText } = useLocale()
  const lines = all.flatMap(({ number, ...line }) => (number === null ? [] : [{ ...line, number }]))
  const always = ALWAYS_FIRST.flatMap(number => lines.find(line => line.number === number) ?? [])
  const others = lines.filter(line => !ALWAYS_FIRST.includes(line.number))
  const nearest = others.filter(line => line.kind === 'crisis' && line.distance < 3).slice(0, 3)
  const talk = others.filter(line => line.kind === 'talk').slice(0, 2)
  const first = [...always, ...nearest, ...talk]
  if (first.length === 0) return null
  return (
    <DangerFirst
      title={text(messages.dangerTitle)}
      text={text(messages.dangerText)}
      numbers={first.map(line => ({
        label: localText(line.name),
        number: line.number,
        ...(line.hours && { hours: localText(line.hours) }),
      }))}
    />
  )
}
