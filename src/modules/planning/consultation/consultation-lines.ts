import type { Locale } from '#platform/i18n/locale.tsx'
import type { Consultation, Statement } from './consultation.store.ts'
import { messages } from './messages.ts'
import { hasAnswered } from './words.ts'

/** The consultations of a plan, each with what came in: days as `YYYY-MM-DD`. @param statements of all of them */
export function consultationLines(
  consultations: readonly Consultation[],
  statements: readonly Statement[],
  { text }: Locale,
): string[][] {
  const head = [
    messages.question,
    messages.deadline,
    messages.invited,
    messages.fileSilent,
    messages.statements,
    messages.fileWaiting,
  ]
  return [
    head.map(label => text(label)),
    ...consultations.map(({ id, fields }) => {
      const here = statements.filter(statement => statement.paper_id === id)
      return [
        fields.question,
        fields.deadline ?? '',
        fields.invited.join('; '),
        fields.invited.filter(group => !hasAnswered(group, here)).join('; '),
        String(here.length),
        String(here.filter(({ outcome }) => outcome === null).length),
      ]
    }),
  ]
}
