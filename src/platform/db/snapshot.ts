import type pg from 'pg'
import * as z from 'zod'
import { cursorOf, type Sql } from './sql.ts'

/** All public rows as they are at one moment, read little by little: for answers of any length in constant memory. */
export type Snapshot = {
  /**
   * Rows of a statement in batches, each row checked against its schema. One statement at a time.
   * @param size rows read at once: all that is held in memory
   */
  batches<S extends z.ZodType>(row: S, statement: Sql, size?: number): AsyncGenerator<z.output<S>[]>
  /** Lets go of the connection; to be called whatever happened. */
  end(): Promise<void>
}

/** Rows read at once: enough that going to and fro costs little. Wide rows are better read fewer at once. */
const BATCH = 100

/** A request waits this long for another to end before it is refused: most exports take less. */
const PATIENCE_MS = 1000

/**
 * Opens snapshots on a pool, a few at a time, so that exports never take the last connection from the pages.
 * @returns opens one; null when as many are open as may be, and none of them ended in time
 */
export function snapshotsOn(pool: pg.Pool, most: number): () => Promise<Snapshot | null> {
  let taken = 0
  const waiting: ((isFree: boolean) => void)[] = []

  const take = (): Promise<boolean> => {
    if (taken < most) {
      taken += 1
      return Promise.resolve(true)
    }
    return new Promise(resolve => {
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(answer), 1)
        resolve(false)
      }, PATIENCE_MS)
      const answer = (isFree: boolean) => {
        clearTimeout(timer)
        resolve(isFree)
      }
      waiting.push(answer)
    })
  }
  const giveBack = () => {
    const next = waiting.shift()
    if (next) next(true)
    else taken -= 1
  }
  return async () => {
    if (!(await take())) return null
    try {
      return await openOne(pool, giveBack)
    } catch (error) {
      giveBack()
      throw error
    }
  }
}

async function openOne(pool: pg.Pool, ended: () => void): Promise<Snapshot> {
  const client = await pool.connect()
  const ignore = () => undefined
  // One that breaks between two batches would end the program if nobody listened; the next batch fails by itself.
  client.on('error', ignore)
  let isOpen = true
  const end = async () => {
    if (!isOpen) return
    isOpen = false
    const broken = await client.query('rollback').then(
      () => undefined,
      (error: Error) => error,
    )
    client.off('error', ignore)
    client.release(broken)
    ended()
  }
  try {
    await client.query('begin isolation level repeatable read read only')
  } catch (error) {
    client.off('error', ignore)
    client.release(true)
    throw error
  }
  return {
    async *batches(row, statement, size = BATCH) {
      await client.query(cursorOf(statement))
      try {
        for (;;) {
          const rows = await fetchRows(client, size)
          if (rows.length > 0) yield rows.map(r => row.parse(r))
          if (rows.length < size) return
        }
      } finally {
        // A connection that broke has no cursor left to close; `end` finds out.
        await client.query('close streamed').catch(ignore)
      }
    },
    end,
  }
}

/**
 * The next rows of the cursor. By callback: an answer that pg itself promises stays in memory until the next full collection
 * (measured: 130 MB against 80 for the same rows), which no short query notices, and a million rows do.
 */
function fetchRows(client: pg.PoolClient, size: number): Promise<pg.QueryResultRow[]> {
  return new Promise((resolve, reject) => {
    client.query(`fetch ${size} from streamed`, (error: Error | null, result: pg.QueryResult) => {
      if (error) reject(error)
      else resolve(result.rows)
    })
  })
}
