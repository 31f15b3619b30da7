import * as z from 'zod'
import { LONGEST_FORM, typedLines, typedText, uuid } from '#platform/http/input.ts'

/** What a form sent, by the names of its controls; several of one name are a list. */
export type Form = Record<string, string | readonly string[]>

/** A form of any step. Which names count, and what may stand there, the step says. */
export const StepForm = z
  .object({ submission: uuid, revision: z.coerce.number().int().min(0).max(1_000_000) })
  .catchall(z.union([z.string().max(LONGEST_FORM), z.array(z.string().max(LONGEST_FORM)).max(500)]))

/** One line of what was typed; empty when nothing was. Longer than `max` is given as it is, to be refused. */
export function line(form: Form, name: string): string {
  return typedText(LONGEST_FORM).parse([form[name] ?? ''].flat()[0] ?? '')
}

/** Several lines, with their breaks. */
export function lines(form: Form, name: string): string {
  return typedLines(LONGEST_FORM).parse([form[name] ?? ''].flat()[0] ?? '')
}

/** All values of one name, each once. */
export function several(form: Form, name: string): string[] {
  return [...new Set([form[name] ?? []].flat().filter(value => value !== ''))]
}
