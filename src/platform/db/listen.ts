import pg from 'pg'

const RETRY_MS = 1000

/**
 * Listens on a channel of the database (NOTIFY) for as long as the program runs; connects again when the connection breaks.
 * @param url read anew for each connection: a database that was started again may have another address. A primary
 *   without a pooler before it: a replica does not pass notices on
 * @param onNotice called for each notice
 * @param onState called with true once it listens, with false when it may miss notices
 * @returns stops listening
 */
export function listen(
  url: () => string,
  channel: string,
  onNotice: () => void,
  onState: (listening: boolean) => void,
): () => Promise<void> {
  let client: pg.Client | null = null
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  const connect = async () => {
    const next = new pg.Client({
      connectionString: url(),
      application_name: 'nettungen-listen',
      keepAlive: true,
    })
    next.on('notification', onNotice)
    next.on('error', () => lose(next))
    next.on('end', () => lose(next))
    client = next
    try {
      await next.connect()
      await next.query(`listen ${pg.escapeIdentifier(channel)}`)
      if (!stopped) onState(true)
    } catch {
      lose(next)
    }
  }
  const lose = (lost: pg.Client) => {
    if (lost !== client) return
    client = null
    onState(false)
    lost.end().catch(() => undefined)
    if (!stopped) timer = setTimeout(() => void connect(), RETRY_MS)
  }
  void connect()
  return async () => {
    stopped = true
    clearTimeout(timer)
    const last = client
    client = null
    await last?.end().catch(() => undefined)
  }
}
