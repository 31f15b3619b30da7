import { problem, text, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import { hsdsUrls, urls } from '../urls.ts'
import { CURSOR, type ChangesQuery } from './changes.schema.ts'
import { listChanges, readState, type ChangeRow, type Position } from './changes.store.ts'

/**
 * GET /api/changes: what has changed since one asked the last time, also what has been withdrawn. A change that is committed
 * late is never lost: see db/migrations/0006_changes.sql.
 */
export async function showChanges({
  tx,
  input: { query },
  baseUrl,
}: Context<'GET', undefined, typeof ChangesQuery, undefined>): Promise<Result> {
  // Before the changes are read: what is settled by now is among them.
  const { server, unsettled, next } = await readState(tx)
  if (query.after === 'now') return answer([], { transaction: unsettled, id: null })

  const cursor = query.after === undefined ? null : readCursor(query.after)
  if (cursor && (cursor.server !== server || BigInt(cursor.transaction) > BigInt(next))) return outdated()
  const from = cursor ?? { transaction: '0', id: null }
  return answer(await listChanges(tx, from, query.limit), from)

  function answer(rows: ChangeRow[], from: Position): Result {
    const last = rows.at(-1)
    const position = last ? { transaction: last.changed_in, id: last.service_id } : from
    const after = [server, position.transaction, ...(position.id ? [position.id] : [])].join('.')
    const body = {
      changes: rows.map(row => ({
        id: row.service_id,
        kind: row.kind,
        changed_at: row.changed_at.toISOString(),
        url: baseUrl + hsdsUrls.service.href({ id: row.service_id }),
      })),
      next: after,
      next_url: baseUrl + urls.changes.href({ after }),
      more: rows.length === query.limit,
    }
    return text('application/json; charset=utf-8', JSON.stringify(body), { 'cache-control': 'no-cache' })
  }
}

function readCursor(text: string): Position & { server: string } {
  const [, server = '', transaction = '', id = null] = CURSOR.exec(text) ?? []
  return { server, transaction, id }
}

/** The database has been restored from a copy since: what has changed meanwhile can no longer be told. */
function outdated(): Result {
  return problem({
    status: 410,
    title: 'This cursor no longer holds',
    detail: 'The database was restored since. Fetch everything anew, and go on from /api/changes?after=now.',
  })
}
