import { dayInNorway } from '#platform/clock.ts'
import type { Locale } from '#platform/i18n/locale.tsx'
import { whoOf, type Names } from '../paper/words.ts'
import { messages } from './messages.ts'
import { stepOf } from './method-content.ts'
import type { RoundStep } from './round.store.ts'
import type { DocumentRow, TickRow } from './step.store.ts'

type Steps = readonly Pick<RoundStep, 'id' | 'step'>[]

/** Every item of the checklists of some steps: whether it is done, and who ticked it when. Days as `YYYY-MM-DD`. */
export function checklistLines(
  steps: Steps,
  ticks: readonly TickRow[],
  names: Names,
  { text, localText }: Locale,
): string[][] {
  const head = [messages.fileItem, messages.step, messages.fileIsDone, messages.fileDay, messages.fileWho]
  return [
    head.map(label => text(label)),
    ...steps.flatMap(({ id, step }) => {
      const { name, checklist } = stepOf(step)
      return checklist.map(({ key, text: item }) => {
        const tick = ticks.find(one => one.paper_id === id && one.item === key && one.is_done)
        return [
          localText(item),
          localText(name),
          text(tick ? messages.fileYes : messages.fileNo),
          tick ? dayInNorway(tick.ticked_at) : '',
          tick ? whoOf(tick.ticked_by, names) : '',
        ]
      })
    }),
  ]
}

/** Where the documents of some steps lie, and who added them when. */
export function documentLines(
  steps: Steps,
  documents: readonly DocumentRow[],
  names: Names,
  { text, localText }: Locale,
): string[][] {
  const head = [
    messages.documentTitle,
    messages.documentLink,
    messages.step,
    messages.fileDay,
    messages.fileWho,
  ]
  return [
    head.map(label => text(label)),
    ...steps.flatMap(({ id, step }) =>
      documents
        .filter(document => document.paper_id === id)
        .map(({ title, link, added_at, added_by }) => [
          title,
          link,
          localText(stepOf(step).name),
          dayInNorway(added_at),
          whoOf(added_by, names),
        ]),
    ),
  ]
}
