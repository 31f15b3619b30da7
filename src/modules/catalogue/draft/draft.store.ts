import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { exec, many, maybe, sql, value, type Reader, type Tx } from '#platform/db/sql.ts'
import { mergeFields, type Clash, type Fields } from './merge.ts'
import { draftStates } from './rules.ts'

const StoredFields = z.record(z.string(), z.unknown())

const DraftRow = z.object({
  id: z.string(),
  key: z.string(),
  owner_id: z.string(),
  owner_key: z.string(),
  owner_level: z.string(),
  /** Areas in which the owner was admitted, or that are its own. */
  territory: z.array(z.string()),
  owner_name: StoredTextSchema,
  unit_id: z.string().nullable(),
  unit_key: z.string().nullable(),
  unit_name: StoredTextSchema.nullable(),
  document: StoredFields,
  revision: z.number(),
  changed_at: z.date(),
  state: z.enum(draftStates),
  /** Of the public service; null: there is none. */
  slug: z.string().nullable(),
  confirmed_on: z.string().nullable(),
  confirm_by: z.string().nullable(),
  may_edit: z.boolean(),
  may_publish: z.boolean(),
  /** Within its organisation. */
  may_move: z.boolean(),
})
/** A draft as who acts may see it. `document` holds what has been written so far. */
export type Draft = z.output<typeof DraftRow>

/** Null: there is none, or who acts may not see it. @param today `YYYY-MM-DD` */
export function findDraft(tx: Reader, id: string, today: string): Promise<Draft | null> {
  return maybe(
    tx,
    DraftRow,
    sql`select draft.id, draft.key, draft.owner_id, owner.key as owner_key, owner.level as owner_level,
          array(select organizations.territory(draft.owner_id)) as territory, owner.name as owner_name, draft.unit_id, unit.key as unit_key, unit.name as unit_name,
          draft.document, draft.revision, draft.changed_at, states.state, service.slug, service.confirmed_on, service.confirm_by,
          coalesce(draft.unit_id, draft.owner_id) = any (organizations.reach('{editor,publisher,administrator}')) as may_edit,
          coalesce(draft.unit_id, draft.owner_id) = any (organizations.reach('{publisher}')) as may_publish,
          coalesce(draft.unit_id, draft.owner_id) = any (organizations.reach('{publisher,administrator}')) as may_move
        from catalogue.draft
        join catalogue.draft_states(${today}::date) states on states.draft_id = draft.id
        join organizations.named_organization owner on owner.id = draft.owner_id
        left join organizations.named_unit unit on unit.id = draft.unit_id
        left join catalogue.service on service.id = draft.id
        where draft.id = ${id}`,
  )
}

/**
 * Begins a draft; the same form sent twice by the same person begins one.
 * @returns its id
 * @throws when it is not hers to begin there, or the form began another
 */
export async function insertDraft(
  tx: Tx,
  draft: { ownerId: string; unitId: string | null; submission: string; personId: string },
): Promise<string> {
  await exec(tx, sql`select pg_advisory_xact_lock(hashtextextended(${`draft ${draft.submission}`}, 0))`)
  const begun = await maybe(
    tx,
    z.object({ id: z.string() }),
    sql`select id from catalogue.draft where submission = ${draft.submission} and owner_id = ${draft.ownerId}
          and unit_id is not distinct from ${draft.unitId} and created_by = ${draft.personId}`,
  )
  if (begun) return begun.id
  return value(
    tx,
    z.string(),
    sql`insert into catalogue.draft (owner_id, unit_id, submission, created_by)
        values (${draft.ownerId}, ${draft.unitId}, ${draft.submission}, ${draft.personId}) returning id`,
  )
}

export type Step = {
  step: string
  /** Made with the form: sent twice, it is one step. */
  submission: string
  /** The draft's revision when the form was opened. */
  revision: number
  /** The fields of the form; null: empty. */
  fields: Fields
  /** She has seen what others changed, and wants her own. */
  isInsisting?: boolean
}

/** A change by somebody else of a field that this form changes too. */
export type ClashWithWhom = Clash & { person_id: string | null; saved_at: Date | null }

export type Saved =
  | { kind: 'saved'; revision: number }
  | { kind: 'clash'; revision: number; clashes: ClashWithWhom[] }

/**
 * Saves a step of a draft as a row: what has changed in it, put together with what others have saved since the form was
 * opened. Nothing is saved when two have changed the same; nothing changes when the same form comes again.
 * @throws when who acts may not edit the draft, or the form's id was used for another step or by another
 */
export async function saveStep(tx: Tx, draftId: string, step: Step, personId: string): Promise<Saved> {
  await lockDraft(tx, draftId)
  const [now, since] = await Promise.all([
    value(tx, StoredFields, sql`select document from catalogue.draft where id = ${draftId}`),
    stepsSince(tx, draftId, step.revision),
  ])
  const revision = since.at(-1)?.revision ?? step.revision
  const before = since.find(
    other => other.submission === step.submission && other.step === step.step && other.person_id === personId,
  )
  if (before && isSaidBy(step.fields, { now, since, before })) return { kind: 'saved', revision }
  const base = { ...now }
  for (const other of since.toReversed()) Object.assign(base, other.before)
  const { after, clashes } = mergeFields(base, now, step.fields)
  if (clashes.length > 0 && !step.isInsisting) {
    return { kind: 'clash', revision, clashes: clashes.map(clash => ({ ...clash, ...byWhom(since, clash) })) }
  }
  if (Object.keys(after).length === 0) return { kind: 'saved', revision }
  await exec(
    tx,
    sql`insert into catalogue.draft_step (draft_id, revision, step, submission, after, person_id)
        values (${draftId}, ${revision + 1}, ${step.step}, coalesce(${before ? null : step.submission}::uuid, gen_random_uuid()),
          ${JSON.stringify(after)}, ${personId})`,
  )
  return { kind: 'saved', revision: revision + 1 }
}

/**
 * Has a step said all that a form says? Else somebody went back in her browser and changed more in the same form, which is another
 * step.
 */
function isSaidBy(
  fields: Fields,
  { now, since, before }: { now: Fields; since: readonly StepRow[]; before: StepRow },
): boolean {
  const then = { ...now }
  const later = since.filter(other => other.revision > before.revision)
  for (const other of later.toReversed()) Object.assign(then, other.before)
  return Object.keys(mergeFields(then, then, fields).after).length === 0
}

/** One at a time: two who save at once are one after the other. Held until the transaction ends. */
export async function lockDraft(tx: Tx, draftId: string): Promise<void> {
  await exec(tx, sql`select pg_advisory_xact_lock(hashtextextended(${`draft ${draftId}`}, 0))`)
}

const StepRow = z.object({
  revision: z.number(),
  step: z.string(),
  submission: z.string(),
  before: StoredFields,
  after: StoredFields,
  person_id: z.string().nullable(),
  saved_at: z.date(),
})
export type StepRow = z.output<typeof StepRow>

/** Steps saved after a revision, in their order. */
export function stepsSince(tx: Reader, draftId: string, revision: number): Promise<StepRow[]> {
  return many(
    tx,
    StepRow,
    sql`select revision, step, submission, before, after, person_id, saved_at from catalogue.draft_step
        where draft_id = ${draftId} and revision > ${revision} order by revision`,
  )
}

function byWhom(since: StepRow[], { field }: Clash): Pick<ClashWithWhom, 'person_id' | 'saved_at'> {
  const last = since.findLast(other => field in other.after)
  return { person_id: last?.person_id ?? null, saved_at: last?.saved_at ?? null }
}
