import type { Locale } from '#platform/i18n/locale.tsx'
import { messages } from './messages.ts'
import { method } from './method-content.ts'

/** The guide as lines: each step with what it asks for, its checklist, who does it and what it yields; an item on each line. */
export function guideLines({ text, localText }: Locale): string[][] {
  const head = [
    messages.step,
    messages.fileNumber,
    messages.fileBrief,
    messages.fileWhat,
    messages.checklist,
    messages.who,
    messages.yields,
  ]
  return [
    head.map(label => text(label)),
    ...method.steps.map(({ name, brief, what, checklist, who, yields }, index) => [
      localText(name),
      String(index + 1),
      localText(brief),
      what.map(part => localText(part)).join(' '),
      checklist.map(item => localText(item.text)).join('\n'),
      localText(who),
      yields.map(one => localText(one)).join('\n'),
    ]),
  ]
}
