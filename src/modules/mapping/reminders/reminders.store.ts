import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { languages } from '#platform/i18n/language.ts'
import { many, sql, type Tx } from '#platform/db/sql.ts'

const Told = z.object({
  person_id: z.string(),
  email: z.string(),
  language: z.enum(languages),
  respondent_id: z.string(),
  name: StoredTextSchema,
  last_day: z.string(),
  step: z.number(),
  /** Nobody is editor or publisher there: it is left to her. */
  is_left: z.boolean(),
})
/** A person who is to hear that her unit is asked. */
export type Told = z.output<typeof Told>

/**
 * Notes who of those that are asked in open rounds, and have not said that they are done, comes to a step on a day, and gives them with
 * the persons who answer for them. One whose people have no address is not noted: whoever gets it later is reminded. As the worker; run again,
 * it gives nothing. @param day `YYYY-MM-DD`
 */
export function noteReminders(tx: Tx, day: string): Promise<Told[]> {
  return many(
    tx,
    Told,
    sql`with answering as materialized (
          select place_id, person_id, email, language, task from organizations.who_answers(null)
          where task <> 'coordinates' and email is not null
        ),
        wanted as (
          select asked.id, coalesce(asked.unit_id, asked.organization_id) as place_id, last.last_day,
            case when last.last_day < ${day}::date then 0 when last.last_day <= ${day}::date + 1 then 1
              when last.last_day <= ${day}::date + 7 then 7 else 90 end as step
          from mapping.respondent asked
          join lateral (
            select last_day from mapping.deadline where deadline.round_id = asked.round_id order by number desc limit 1
          ) last on true
          where not exists (select from mapping.round_closing closed where closed.round_id = asked.round_id)
            and not exists (select from mapping.completion done where done.respondent_id = asked.id)
        ),
        noted as (
          insert into mapping.reminder (respondent_id, last_day, step, reminded_on)
          select wanted.id, wanted.last_day, wanted.step, ${day}::date from wanted
          where wanted.place_id in (select place_id from answering)
            -- that it opened is said once, also when the deadline moves
            and not (wanted.step = 90 and exists (
              select from mapping.reminder said where said.respondent_id = wanted.id))
          on conflict do nothing
          returning respondent_id, last_day, step
        )
        select answering.person_id, answering.email, answering.language, noted.respondent_id,
          coalesce(unit.name, organization.name) as name, noted.last_day, noted.step, answering.task = 'left' as is_left
        from noted
        join mapping.respondent asked on asked.id = noted.respondent_id
        join organizations.named_organization organization on organization.id = asked.organization_id
        left join organizations.named_unit unit on unit.id = asked.unit_id
        join answering on answering.place_id = coalesce(asked.unit_id, asked.organization_id)
        order by answering.person_id, noted.last_day, organization.name ->> 'nb', unit.name ->> 'nb', noted.respondent_id`,
  )
}
