import type { Tx } from '#platform/db/sql.ts'
import { idsOf, made, published, sign, uuid, type Thing } from './access-makers.ts'
import { idOf } from './roles.ts'

/** A round of Nes that asks the municipality as a whole and its clinic, with a question and a finding. */
export async function round(tx: Tx): Promise<Thing> {
  const [nes] = await idsOf(tx, 'nes')
  const clinic = await idOf(tx, 'unit', 'nes-helsestasjonen')
  const id = await made(
    tx,
    `insert into mapping.round (organization_id, area_code, title, submission) values ($1, '3228', $2, $3)`,
    [nes, sign('nes'), uuid()],
  )
  await tx.query({
    text: `insert into mapping.deadline (round_id, last_day) values ($1, '2026-12-10')`,
    values: [id],
  })
  const asks = `insert into mapping.respondent (round_id, held_by, organization_id, unit_id) values ($1, $2, $2, $3)`
  await tx.query({ text: asks, values: [id, nes, null] })
  const respondent = await made(tx, asks, [id, nes, clinic])
  const question = await made(
    tx,
    `insert into mapping.question (round_id, position, wording) values ($1, 1, '{"nb": "Hva?"}')`,
    [id],
  )
  const finding = await made(
    tx,
    `insert into mapping.finding (round_id, kind, title, submission) values ($1, 'need', $2, $3)`,
    [id, sign('nes'), uuid()],
  )
  return { id, respondent, question, finding, nes }
}

/** The same, closed; what is frozen of it is what the demonstration froze. */
export async function closedRound(tx: Tx): Promise<Thing> {
  const thing = await round(tx)
  await tx.query({
    text: 'insert into mapping.round_closing (round_id) values ($1)',
    values: [thing['id']],
  })
  await tx.query({
    text: `insert into mapping.snapshot (round_id, content)
           select $1, jsonb_set(content, '{title}', to_jsonb($2::text)) from mapping.snapshot order by taken_at, round_id limit 1`,
    values: [thing['id'], sign('nes')],
  })
  return thing
}

/** What goes into a service of Nes that no unit has. */
export async function resources(tx: Tx): Promise<Thing> {
  const service = await published(tx, 'nes')
  // What the one before wrote: the same again changes nothing.
  await tx.query({
    text: 'delete from mapping.resource where service_id = $1 and year = 2022',
    values: [service],
  })
  await tx.query({
    text: 'insert into mapping.resource (service_id, year, budget_nok) values ($1, 2026, 987654321)',
    values: [service],
  })
  return { service }
}
