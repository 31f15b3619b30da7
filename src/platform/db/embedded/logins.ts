import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Client, QueryArrayResult } from 'pg'

import { adminUrl, withConnection } from './connection.ts'
import { scramVerifier } from './scram.ts'
import type { Passwords } from './secrets.ts'
import type { Launch } from './server.ts'

/** The one truth about the logins, which administrators of a PostgreSQL of their own run by psql. */
const rolesFile = fileURLToPath(new URL('../../../../db/roles.sql', import.meta.url))

/** Makes the logins and the database, or sees that they still are as they should be: runs db/roles.sql. */
export async function makeLogins(launch: Launch, passwords: Passwords, port: number): Promise<void> {
  const script = fillIn(readFileSync(rolesFile, 'utf8'), passwords)
  const [first = '', ...rest] = script.split(/^\\connect /m)
  await runPart(adminUrl(launch, port), first)
  for (const part of rest) {
    const database = part.split(/\s/, 1)[0] ?? ''
    await runPart(adminUrl(launch, port, database), part.slice(database.length))
  }
}

function fillIn(script: string, passwords: Passwords): string {
  return script
    .replace(/^\\(set|getenv) .*$/gm, '')
    .replace(
      /:'(owner|app|public|worker)_password'/g,
      (_, name: keyof Passwords) => `'${scramVerifier(passwords[name])}'`,
    )
}

async function runPart(url: string, part: string): Promise<void> {
  const pieces = part.split(/^\\gexec$/m)
  await withConnection(url, async client => {
    for (const [number, piece] of pieces.entries()) {
      const commands = await lastRows(client, piece)
      // what stands before a \gexec selects commands; after the last one nothing is selected
      if (number < pieces.length - 1) for (const [command] of commands) await client.query(String(command))
    }
  })
}

async function lastRows(client: Client, statements: string): Promise<unknown[][]> {
  // several statements at once answer with a list, which the types do not say
  const answer: QueryArrayResult<unknown[]> | QueryArrayResult<unknown[]>[] = await client.query<unknown[]>({
    text: statements,
    rowMode: 'array',
  })
  return [answer].flat().at(-1)?.rows ?? []
}
