import * as z from 'zod'
import { exec, maybe, sql, type Tx } from './sql.ts'

/**
 * Loads something from files of the project once, and again when the files have changed. Runs in the owner's
 * transaction, so that half a load is never seen.
 * @returns true when it was loaded now
 */
export async function loadOnce(
  tx: Tx,
  name: string,
  hash: string,
  load: () => Promise<void>,
): Promise<boolean> {
  // Servers that start together take turns; the second then finds that all is done.
  await exec(tx, sql`select pg_advisory_xact_lock(hashtext('nettungen loading'))`)
  const known = await maybe(
    tx,
    z.object({ hash: z.string() }),
    sql`select hash from platform.loaded where name = ${name}`,
  )
  if (known?.hash === hash) return false
  await load()
  await exec(
    tx,
    sql`insert into platform.loaded (name, hash) values (${name}, ${hash})
        on conflict (name) do update set hash = excluded.hash, loaded_at = now()`,
  )
  return true
}
