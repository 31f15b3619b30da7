import * as z from 'zod'
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
  /** Nobody need be in danger: heard only where no other kind is. */
  talk_only: z.boolean().default(false),
  /** Concepts of content/synonyms: a search that means one is about this kind. */
  concepts: z.array(z.string()),
  /** Concepts whose services help with it, the nearest first: they come first among the hits. */
  helped_by: z.array(z.string()).default([]),
  codes: z.array(z.string()),
  words: z.record(z.string(), z.array(z.string())),
})
export type DangerKind = z.output<typeof DangerKind>

const content = readYaml(
  'content/danger-words.yaml',
  z.object({
    groups: z.record(z.string(), z.array(z.string())),
    small: z.array(z.string()),
    harmless: z.array(z.string()),
    kinds: z.array(DangerKind),
  }),
)

/** Kinds of danger that a search or a service may be about, the most urgent first. */
export const dangerKinds: readonly DangerKind[] = content.kinds.toSorted((a, b) => a.order - b.order)

/** Phrases in which words of danger mean something else. */
export const harmlessPhrases: readonly string[] = content.harmless

/** Words that stand for each other in phrases, as `{family}`. */
export const dangerGroups: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(content.groups).map(([name, lines]) => [name, lines.flatMap(line => line.split('/'))]),
)

/** Words that may stand between those of a phrase. */
export const smallWords: ReadonlySet<string> = new Set(content.small)

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
