import { adminUrl, withConnection } from './connection.ts'
import { EmbeddedDatabaseError } from './error.ts'
import type { Launch } from './server.ts'

/**
 * Does the database know upper and lower case of our letters, and will pg_trgm know what a letter is? One that was made by
 * other means may not.
 */
export async function checkLetters(launch: Launch, port: number): Promise<void> {
  const isRight = await withConnection(adminUrl(launch, port, 'nettungen'), async client => {
    const { rows } = await client.query<{ right: boolean }>(
      `select current_setting('server_encoding') = 'UTF8' and lower('ÅRNES') = 'årnes'
         and datctype not in ('C', 'POSIX') as "right"
       from pg_database where datname = current_database()`,
    )
    return rows[0]?.right
  })
  if (!isRight) {
    throw new EmbeddedDatabaseError(
      `The database in ${launch.places.data} does not know the letters of the language (it must be UTF8 with C.UTF-8): move ${launch.places.folder} away to begin anew.`,
    )
  }
}
