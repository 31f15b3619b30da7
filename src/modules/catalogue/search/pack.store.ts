import * as z from 'zod'
import { exec, many, sql, value, type Reader, type Tx } from '#platform/db/sql.ts'
import { readFacts } from './facts.ts'
import { startPacking } from './pack.ts'

/** Of all services of the country, while there are no more than these (pack.ts): some tens of megabytes. */
export const ALL = '*'
export const MOST_IN_ALL = 20_000

/** So many changes, or one in so many of its services, and it is packed anew. */
const MOST_CHANGED = 64
const SHARE_CHANGED = 50

/** Entries read at a time: some megabytes. */
const AT_A_TIME = 4_000

/** What of the packs a change of services touches. */
export type TouchedPacks = { lexemes: string[]; numbers: number[] }

/** What the packs of these services are, and their numbers: to be asked before they change, and after. */
export async function packsOf(tx: Tx, ids: string[]): Promise<TouchedPacks> {
  const rows = await many(
    tx,
    z.object({ number: z.number(), lexemes: z.array(z.string()) }),
    sql`select number, array(select 'a:' || area_code from catalogue.service_area a where a.service_id = e.service_id)
          || case when lexemes @@ '''s:0'''::tsquery then array['s:0'] else '{}' end as lexemes
        from catalogue.search_entry e where service_id = any(${ids}::uuid[])`,
  )
  return {
    lexemes: [...new Set(rows.flatMap(row => row.lexemes))],
    numbers: rows.map(row => row.number),
  }
}

/** Notes in the packs which services have changed. Who publishes holds the lock of the lists (place-lists.store.ts), so nobody else does. */
export async function touchPacks(tx: Tx, { lexemes, numbers }: TouchedPacks): Promise<void> {
  if (numbers.length === 0) return
  const rows = await many(
    tx,
    z.object({ lexeme: z.string(), changed: z.number(), is_packed: z.boolean() }),
    sql`insert into catalogue.pack (lexeme, version, packed_in, changed)
        select lexeme, 1, 0, ${numbers}::integer[] from unnest(${[...lexemes, ALL]}::text[]) lexeme order by lexeme
        on conflict (lexeme) do update set version = pack.version + 1,
          changed = array(select distinct n from unnest(pack.changed || excluded.changed) n)
        where pack.lexeme <> ${ALL} or pack.entries is not null
        returning lexeme, cardinality(changed) as changed, entries is not null as is_packed`,
  )
  for (const { lexeme, changed, is_packed } of rows) {
    if (is_packed && changed <= MOST_CHANGED) continue
    const services = is_packed ? await countPacked(tx, lexeme) : 0
    if (!is_packed || changed > services / SHARE_CHANGED) await packAnew(tx, lexeme)
  }
}

/** Packs all anew. */
export async function writePacks(tx: Tx): Promise<void> {
  const areas = await many(
    tx,
    z.object({ code: z.string() }),
    sql`select distinct area_code as code from catalogue.service_area order by 1`,
  )
  // Also those of areas that have none any more: versions never begin anew, so that nobody takes the old for the new.
  const known = await many(tx, z.object({ lexeme: z.string() }), sql`select lexeme from catalogue.pack`)
  const lexemes = new Set([
    ...areas.map(({ code }) => `a:${code}`),
    ...known.map(row => row.lexeme),
    's:0',
    ALL,
  ])
  for (const lexeme of lexemes) await packAnew(tx, lexeme)
}

async function packAnew(tx: Tx, lexeme: string): Promise<void> {
  const packed = lexeme === ALL && (await isTooMuch(tx)) ? null : await packAll(tx, lexeme)
  await exec(
    tx,
    sql`insert into catalogue.pack (lexeme, version, packed_in, entries, changed) values (${lexeme}, 1, 1, ${packed}, '{}')
        on conflict (lexeme) do update set version = pack.version + 1, packed_in = pack.version + 1,
          entries = excluded.entries, changed = '{}'`,
  )
}

async function isTooMuch(tx: Tx): Promise<boolean> {
  return (
    (await value(tx, z.number(), sql`select count(*)::integer from catalogue.search_entry`)) > MOST_IN_ALL
  )
}

async function packAll(tx: Tx, lexeme: string): Promise<Buffer> {
  const packing = startPacking()
  const numbers = await listNumbers(tx, lexeme)
  for (let from = 0; from < numbers.length; from += AT_A_TIME)
    packing.add(await readEntries(tx, numbers.slice(from, from + AT_A_TIME)))
  return packing.finish()
}

/** Numbers of the entries of a pack, ascending. */
async function listNumbers(tx: Tx, lexeme: string): Promise<number[]> {
  const area = lexeme.startsWith('a:') ? lexeme.slice(2) : null
  const found =
    area === null
      ? sql`select number from catalogue.search_entry where ${holding(lexeme)}`
      : sql`select number from catalogue.service_area join catalogue.search_entry using (service_id) where area_code = ${area}`
  const numbers = await value(
    tx,
    z.array(z.number()).nullable(),
    sql`select array_agg(number order by number) from (${found}) e`,
  )
  return numbers ?? []
}

/** Entries with all their weighed lexemes, in the order of their numbers. */
async function readEntries(tx: Tx, numbers: number[]): Promise<Uint32Array> {
  const packed = await value(
    tx,
    z.string().nullable(),
    sql`select encode(string_agg(facts || array_send(weighed), '' order by number), 'base64')
        from catalogue.search_entry where number = any(${numbers}::integer[])`,
  )
  return readFacts(packed)
}

const holding = (lexeme: string) => (lexeme === ALL ? sql`true` : sql`lexemes @@ ${`'${lexeme}'`}::tsquery`)

/** How many services a pack holds: its first number. */
async function countPacked(tx: Tx, lexeme: string): Promise<number> {
  const head = await value(
    tx,
    z.instanceof(Buffer),
    sql`select substring(entries from 1 for 4) from catalogue.pack where lexeme = ${lexeme}`,
  )
  return head.readUInt32LE()
}

/** Lexemes of all packs: those that the fewest searches need first. */
export async function listPacked(tx: Reader): Promise<string[]> {
  const rows = await many(
    tx,
    z.object({ lexeme: z.string() }),
    sql`select lexeme from catalogue.pack where entries is not null
        order by lexeme = ${ALL}, length(lexeme) desc, lexeme`,
  )
  return rows.map(({ lexeme }) => lexeme)
}

export type StoredPack = {
  lexeme: string
  version: number
  packed_in: number
  changed: number[]
  /** Null: known already, or none. */
  entries: Uint8Array | null
}

/** A pack, or a part of a long one. */
const PackPart = z.object({
  lexeme: z.string(),
  version: z.number(),
  packed_in: z.number(),
  changed: z.array(z.number()),
  length: z.number().nullable(),
  from: z.number().nullable(),
  /** In base64: the driver takes all for text. */
  part: z.string().nullable(),
})

/** Bytes of a part: a value of many megabytes would be held several times over while it is read. */
const PART = 48 * 1024

/**
 * Packs as they are now; one that is not there is left out.
 * @param known when what is known of each was packed; -1: nothing is
 */
export async function readPacks(tx: Reader, known: ReadonlyMap<string, number>): Promise<StoredPack[]> {
  const parts = await many(
    tx,
    PackPart,
    sql`select p.lexeme, p.version, p.packed_in, p.changed, length(p.entries) as length, part.from,
          encode(substring(p.entries from part.from + 1 for ${PART}), 'base64') as part
        from unnest(${[...known.keys()]}::text[], ${[...known.values()]}::integer[]) known (lexeme, packed_in)
        join catalogue.pack p using (lexeme)
        left join lateral generate_series(0, length(p.entries) - 1, ${PART}) part ("from") on p.packed_in <> known.packed_in`,
  )
  const packs = new Map<string, StoredPack>()
  for (const { length, from, part, ...row } of parts) {
    let pack = packs.get(row.lexeme)
    // In a room of its own, which begins where a number may: Node hands out small runs from one of 64 kB, all of which would stay.
    if (!pack)
      packs.set(row.lexeme, (pack = { ...row, entries: part === null ? null : new Uint8Array(length!) }))
    if (part !== null) Buffer.from(pack.entries!.buffer).write(part, from!, 'base64')
  }
  return [...packs.values()]
}

/** Those of the entries that belong to a pack, with all their weighed lexemes. */
export async function readChanged(tx: Reader, lexeme: string, numbers: number[]): Promise<Uint32Array> {
  const packed = await value(
    tx,
    z.string().nullable(),
    sql`select encode(string_agg(facts || array_send(weighed), ''), 'base64')
        from catalogue.search_entry where number = any(${numbers}::integer[]) and ${holding(lexeme)}`,
  )
  return readFacts(packed)
}
