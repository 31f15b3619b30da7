import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { languages } from '#platform/i18n/language.ts'
import { many, sql, type Tx } from '#platform/db/sql.ts'

const Told = z.object({
  person_id: z.string(),
  email: z.string(),
  language: z.enum(languages),
  id: z.string(),
  name: StoredTextSchema,
  confirm_by: z.string(),
  /** Nobody is editor or publisher there: it is left to her. */
  is_left: z.boolean(),
})
/** A person who is to hear of a service. */
export type Told = z.output<typeof Told>

/**
 * Notes which services come to a step of their reminding on a day, and gives them with those who answer for them, by person. A
 * service whose people have no address is not noted: whoever gets it later is reminded. As the worker; run again, it gives nothing.
 * @param day `YYYY-MM-DD`
 */
export function noteReminders(tx: Tx, day: string): Promise<Told[]> {
  return many(
    tx,
    Told,
    sql`with answering as materialized (
          select place_id, person_id, email, language, task from organizations.who_answers(null)
          where task <> 'coordinates' and email is not null
        ),
        noted as (
          insert into catalogue.reminder (draft_id, confirm_by, step, reminded_on)
          select draft.id, service.confirm_by,
            case when service.confirm_by <= ${day}::date then 0 when service.confirm_by <= ${day}::date + 7 then 7 else 30 end,
            ${day}::date
          from catalogue.service join catalogue.draft on draft.id = service.id
          where service.confirm_by <= ${day}::date + 30
            and coalesce(draft.unit_id, draft.owner_id) in (select place_id from answering)
          on conflict do nothing
          returning draft_id, confirm_by
        )
        select answering.person_id, answering.email, answering.language, shown.id, shown.name, noted.confirm_by,
          answering.task = 'left' as is_left
        from noted
        join catalogue.published_service shown on shown.id = noted.draft_id
        join catalogue.draft on draft.id = noted.draft_id
        join answering on answering.place_id = coalesce(draft.unit_id, draft.owner_id)
        order by answering.person_id, noted.confirm_by, shown.id`,
  )
}

/**
 * Services past their date, with the coordinators who are to hear of them: those of the owner, and those of the areas that the
 * service names as its own. As the worker. @param day `YYYY-MM-DD`
 */
export function listForCoordinators(tx: Tx, day: string): Promise<Told[]> {
  return many(
    tx,
    Told,
    sql`with coordinating as materialized (
          select answering.person_id, answering.email, answering.language, house.id as organization_id,
            case when house.level in ('municipality', 'county', 'region', 'state') then house.area_code end as area_code
          from organizations.who_answers(null) answering
          join organizations.named_organization house on house.id = answering.place_id
          where answering.task = 'coordinates' and answering.email is not null
        )
        select distinct coordinating.person_id, coordinating.email, coordinating.language, shown.id, shown.name, shown.confirm_by,
          false as is_left
        from catalogue.published_service shown
        join coordinating on coordinating.organization_id = shown.owner_id or exists (
          select from catalogue.service_area area
          where area.service_id = shown.id and area.area_code = coordinating.area_code)
        where shown.confirm_by < ${day}::date
        order by coordinating.person_id, shown.confirm_by, shown.id`,
  )
}
