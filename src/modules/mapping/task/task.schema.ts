import * as z from 'zod'
import { LONGEST_FORM, typedLines, uuid } from '#platform/http/input.ts'

export const TaskParams = z.object({ respondent: uuid })

export const TaskQuery = z.object({ lagret: z.string().max(80).optional().catch(undefined) })

/** One row of the task list, answered. What is wrong comes back with the list. */
export const TaskForm = z.object({
  hva: z.enum(['tilbud', 'rom', 'sporsmal', 'resten', 'ferdig']),
  /** Of the service, room or question. */
  id: z.string().max(80).default(''),
  /** The number of the answer that stood there when the page was opened. */
  sist: z.string().max(20).default(''),
  grunn: z.string().max(40).default(''),
  tekst: typedLines(LONGEST_FORM).default(''),
  /** Takes an answer back. */
  angre: z.string().max(10).optional(),
})
export type TaskForm = z.output<typeof TaskForm>
