import type { Rows } from '../paging.ts'
import { sql, type Sql } from './sql.ts'

/** The end of a statement that reads these rows. @param rows null: all */
export const only = (rows: Rows | null): Sql =>
  sql`limit ${rows?.limit ?? null}::integer offset ${rows?.offset ?? 0}::integer`
