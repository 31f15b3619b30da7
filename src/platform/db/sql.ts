import { createHash } from 'node:crypto'
import type { QueryConfig, QueryResult, QueryResultRow } from 'pg'
import sql, { type Sql } from 'sql-template-tag'
import type * as z from 'zod'

export { default as sql, join, raw as dangerouslyRawSql } from 'sql-template-tag'
export type { Sql }

/** Anything that can run a statement: a transaction, or the public pool for pages that only read public rows. */
export type Reader = {
  query(statement: QueryConfig): Promise<QueryResult<QueryResultRow>>
}

/** A transaction that acts for somebody. The only place from which rows are changed. */
export type Tx = Reader & { readonly isTransaction: true }

const names = new Map<string, string>()

/** Statements are prepared by name: planning the larger ones costs more than running them. */
function prepared(statement: Sql): QueryConfig {
  const text = statement.text
  let name = names.get(text)
  if (!name) {
    name = createHash('sha1').update(text).digest('base64url')
    // Texts come from our own source; a list of filters makes some hundred at most. The limit is a safety net.
    if (names.size < 2000) names.set(text, name)
    else return { text, values: statement.values }
  }
  return { name, text, values: statement.values }
}

/** All rows, each checked against its schema. */
export async function many<S extends z.ZodType>(tx: Reader, row: S, statement: Sql): Promise<z.output<S>[]> {
  const result = await tx.query(prepared(statement))
  return result.rows.map(r => row.parse(r))
}

/** One row or none. @throws when there are several */
export async function maybe<S extends z.ZodType>(
  tx: Reader,
  row: S,
  statement: Sql,
): Promise<z.output<S> | null> {
  const rows = await many(tx, row, statement)
  if (rows.length > 1) throw new Error(`Expected at most one row, got ${rows.length}`)
  return rows[0] ?? null
}

/** Exactly one row. @throws when there is none or several */
export async function one<S extends z.ZodType>(tx: Reader, row: S, statement: Sql): Promise<z.output<S>> {
  const found = await maybe(tx, row, statement)
  if (found === null) throw new Error('Expected one row, got none')
  return found
}

/** The single column of a single row. */
export async function value<S extends z.ZodType>(
  tx: Reader,
  column: S,
  statement: Sql,
): Promise<z.output<S>> {
  const result = await tx.query(prepared(statement))
  if (result.rows.length !== 1) throw new Error(`Expected one row, got ${result.rows.length}`)
  return column.parse(Object.values(result.rows[0]!)[0])
}

/** Declares a cursor named `streamed` on a statement; it holds until the transaction ends. Not prepared: it is asked once. */
export function cursorOf(statement: Sql): QueryConfig {
  return { text: `declare streamed no scroll cursor for ${statement.text}`, values: statement.values }
}

/** Runs a change and says how many rows it touched. */
export async function exec(tx: Reader, statement: Sql): Promise<number> {
  const result = await tx.query(prepared(statement))
  return result.rowCount ?? 0
}

/**
 * Waits until nobody else is at the same, until this transaction ends: what is then looked for (is it here already?) stays so until
 * it is written. To be asked before looking.
 */
export async function oneAtATime(tx: Tx, what: string): Promise<void> {
  await exec(tx, sql`select pg_advisory_xact_lock(hashtextextended(${what}, 0))`)
}
