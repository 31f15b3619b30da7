import { z } from 'zod'
import { readYaml } from '#platform/content/content.ts'
import { LocalTextSchema } from '#platform/content/local-text.ts'
import { numbersOf, type HelpNumber } from './help-numbers.ts'

const DangerKind = z.object({
  kind: z.string(),
  order: z.number(),
  title: LocalTextSchema,
  text: LocalTextSchema,
  help_numbers: z.array(z.string()).min(2),
  /** True: the nearest child protection, crisis centre and the like can help too. */
  nearest: z.boolean(),
  codes: z.array(z.string()),
  words: z.record(z.string(), z.array(z.string())),
})
export type DangerKind = z.output<typeof DangerKind>

const content = readYaml(
  'content/danger-words.yaml',
  z.object({ harmless: z.array(z.string()), kinds: z.array(DangerKind) }),
)

/** Kinds of danger that a search or a service may be about, the most urgent first. */
export const dangerKinds: readonly DangerKind[] = content.kinds.toSorted((a, b) => a.order - b.order)

/** Phrases in which words of danger mean something else. */
export const harmlessPhrases: readonly string[] = content.harmless

/** The kinds of danger that these are about: themes, words of Los, rooms, risk and diagnosis groups. */
export function dangersOf(codes: readonly string[]): DangerKind[] {
  return dangerKinds.filter(({ codes: own }) => own.some(code => codes.includes(code)))
}

/** Those to call when it happens now. */
const EMERGENCY = ['112', '113']

/** More would be a list to read. */
const MOST = 5

/** National numbers that fit: of one kind in its own order, of several the emergency numbers first. */
export function numbersFor(kinds: readonly DangerKind[]): HelpNumber[] {
  const numbers = [...new Set(kinds.flatMap(({ help_numbers }) => numbersOf(help_numbers)))]
  const isEmergency = ({ number }: HelpNumber) => EMERGENCY.includes(number)
  const [emergency, others] = [numbers.filter(isEmergency), numbers.filter(number => !isEmergency(number))]
  return [...emergency, ...others].slice(0, MOST)
}
