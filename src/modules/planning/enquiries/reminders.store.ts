import * as z from 'zod'
import { many, sql, type Tx } from '#platform/db/sql.ts'
import { languages } from '#platform/i18n/language.ts'

const Told = z.object({
  person_id: z.string(),
  email: z.string(),
  language: z.enum(languages),
  id: z.string(),
  deadline: z.string(),
})
/** A coordinator who is to hear of an enquiry that her municipality has not answered. */
export type ToldOfEnquiry = z.output<typeof Told>

/**
 * Notes which enquiries without an answer come to a step of their reminding on a day, 30 and 7 days before the deadline and on the day or
 * later, and gives them with the coordinators of the municipality, by person. As the worker; run again, it gives nothing.
 * @param day `YYYY-MM-DD`
 */
export function noteEnquiryReminders(tx: Tx, day: string): Promise<ToldOfEnquiry[]> {
  return many(
    tx,
    Told,
    sql`with coordinating as materialized (
          select place_id, person_id, email, language from organizations.who_answers(null)
          where task = 'coordinates' and email is not null
        ),
        noted as (
          insert into planning.enquiry_reminder (enquiry_id, organization_id, step, reminded_on)
          select enquiry.paper_id, home.id,
            case when enquiry.deadline <= ${day}::date then 0 when enquiry.deadline <= ${day}::date + 7 then 7 else 30 end, ${day}::date
          from planning.enquiry
          join organizations.named_organization home on home.area_code = any (enquiry.municipalities) and home.level = 'municipality'
          where enquiry.deadline <= ${day}::date + 30 and enquiry.deadline >= ${day}::date - 365
            and home.id in (select place_id from coordinating)
            and not exists (select from planning.enquiry_answer given
              where given.enquiry_id = enquiry.paper_id and given.area_code = home.area_code)
          on conflict do nothing
          returning enquiry_id, organization_id
        )
        select coordinating.person_id, coordinating.email, coordinating.language, enquiry.paper_id as id, enquiry.deadline
        from noted
        join planning.enquiry on enquiry.paper_id = noted.enquiry_id
        join coordinating on coordinating.place_id = noted.organization_id
        order by coordinating.person_id, enquiry.deadline, enquiry.paper_id`,
  )
}
