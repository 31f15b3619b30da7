import * as z from 'zod'
import { exec, maybe, sql, value, type Tx } from '#platform/db/sql.ts'
import { ServiceDocument } from '../document/document.schema.ts'
import { lockPlaceLists } from './place-lists.store.ts'
import { publishAll, withdraw } from './publication.store.ts'

const Decided = z.object({
  id: z.string(),
  document: z.record(z.string(), z.unknown()),
  by: z.string(),
  note: z.string().nullable(),
  granted: z.array(z.string()),
  published_on: z.string(),
  confirmed_on: z.string().nullable(),
  confirm_by: z.string().nullable(),
})
type Decided = z.output<typeof Decided>

/**
 * Makes the public form of a service what the rows say that it should be on a day: published, changed, or gone. It covers only
 * where that is free or accepted, and not hidden. May be run again at any time: what is already so is not written.
 * @param day `YYYY-MM-DD` in Oslo
 * @throws when the document of the publication cannot be published, such as with a code that was retired
 */
export async function writeDecided(
  tx: Tx,
  draftId: string,
  day: string,
): Promise<'published' | 'withdrawn' | 'unchanged'> {
  await lockPlaceLists(tx)
  const decided = await findDecided(tx, draftId, day)
  if (!decided || decided.granted.length === 0) return withdrawShown(tx, draftId)
  const [outcome] = await publishAll(
    tx,
    [documentOf(decided)],
    { by: decided.by, ...(decided.note && { note: decided.note }) },
    () => draftId,
  )
  if (outcome!.id !== draftId) throw new Error(`The key of the draft ${draftId} is that of another service`)
  if (!outcome!.published) return 'unchanged'
  await exec(
    tx,
    sql`insert into catalogue.publication_version (publication_id, service_id, version)
        select ${decided.id}, id, version from catalogue.service where id = ${draftId}`,
  )
  return 'published'
}

function findDecided(tx: Tx, draftId: string, day: string): Promise<Decided | null> {
  return maybe(
    tx,
    Decided,
    sql`select due.id, ${asMoved} as document, coalesce(due.published_by::text, 'operator') as by, due.note,
          catalogue.granted_coverage(due.draft_id, array(select jsonb_array_elements_text(due.document->'coverage'))) as granted,
          coalesce(due.document->>'confirmed', ((due.published_at at time zone 'Europe/Oslo')::date)::text) as published_on,
          said.confirmed_on::text, said.confirm_by::text
        from catalogue.due_publication(${draftId}, ${day}::date) due
        left join lateral (
          select confirmed_on, confirm_by from catalogue.confirmation where confirmation.draft_id = due.draft_id
          order by number desc limit 1) said on true`,
  )
}

/**
 * The document of a publication, under the unit that the service belongs to now: a move is no new publication, and is told of in the
 * history. Of what was never moved, as it was published.
 */
const asMoved = sql`case when exists (select from catalogue.draft_move where draft_id = due.draft_id) then due.document || (
    select jsonb_build_object('organizations',
      jsonb_build_array(jsonb_build_object('organization', owner.key, 'role', 'owner')
        || case when unit.id is null then '{}' else jsonb_build_object('unit', unit.key) end)
      || coalesce((select jsonb_agg(part) from jsonb_array_elements(due.document->'organizations') part
        where part->>'role' <> 'owner'), '[]'))
    from catalogue.draft
    join organizations.named_organization owner on owner.id = draft.owner_id
    left join organizations.named_unit unit on unit.id = draft.unit_id
    where draft.id = due.draft_id) else due.document end`

/** A publication says that it is true today, as a confirmation does: the later one counts. */
function documentOf(decided: Decided): ServiceDocument {
  const isConfirmed = decided.confirmed_on !== null && decided.confirmed_on >= decided.published_on
  const granted = new Set(decided.granted)
  const asWritten = z
    .array(z.string())
    .parse(decided.document['coverage'])
    .filter(code => granted.delete(code))
  return ServiceDocument.parse({
    ...decided.document,
    coverage: [...asWritten, ...granted],
    confirmed: isConfirmed ? decided.confirmed_on : decided.published_on,
    ...(isConfirmed && { confirm_by: decided.confirm_by }),
  })
}

async function withdrawShown(tx: Tx, id: string): Promise<'withdrawn' | 'unchanged'> {
  const isShown = await value(
    tx,
    z.boolean(),
    sql`select exists (select from catalogue.service where id = ${id})`,
  )
  if (!isShown) return 'unchanged'
  await withdraw(tx, id)
  return 'withdrawn'
}
