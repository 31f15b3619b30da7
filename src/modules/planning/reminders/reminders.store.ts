import * as z from 'zod'
import { many, sql, type Tx } from '#platform/db/sql.ts'
import { languages } from '#platform/i18n/language.ts'

const Told = z.object({
  person_id: z.string(),
  email: z.string(),
  language: z.enum(languages),
  id: z.string(),
  title: z.string(),
  due_on: z.string(),
})
/** A coordinator who is to hear of an evaluation. */
export type Told = z.output<typeof Told>

/**
 * Notes which evaluations come to a step of their reminding on a day, 30 and 7 days before and on the day or later, and gives them with
 * the coordinators of the organisation, by person. What nobody has an address for is not noted. As the worker; run again, it gives nothing.
 * @param day `YYYY-MM-DD`
 */
export function noteReminders(tx: Tx, day: string): Promise<Told[]> {
  return many(
    tx,
    Told,
    sql`with coordinating as materialized (
          select place_id, person_id, email, language from organizations.who_answers(null)
          where task = 'coordinates' and email is not null
        ),
        noted as (
          insert into planning.reminder (paper_id, due_on, step, reminded_on)
          select due.paper_id, due.due_on,
            case when due.due_on <= ${day}::date then 0 when due.due_on <= ${day}::date + 7 then 7 else 30 end, ${day}::date
          from planning.due_evaluations() due join planning.paper on paper.id = due.paper_id
          where due.due_on <= ${day}::date + 30 and paper.organization_id in (select place_id from coordinating)
          on conflict do nothing
          returning paper_id, due_on
        )
        select coordinating.person_id, coordinating.email, coordinating.language, paper.id,
          coalesce(paper.fields->>'title', '') as title, noted.due_on
        from noted
        join planning.paper on paper.id = noted.paper_id
        join coordinating on coordinating.place_id = paper.organization_id
        order by coordinating.person_id, noted.due_on, paper.id`,
  )
}
