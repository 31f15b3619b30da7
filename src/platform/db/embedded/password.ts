import { runAs } from './account.ts'
import { startFailed } from './launch.ts'
import { scramVerifier } from './scram.ts'
import type { Launch } from './server.ts'
import { asArguments } from './settings.ts'

/**
 * Gives the superuser of a cluster that does not run the password that we know: who owns the files may do so, and a lost
 * password is then no lost database.
 */
export async function resetAdminPassword(launch: Launch): Promise<void> {
  const { places, binaries, account, settings } = launch
  const { code, output } = await runAs(
    account,
    binaries,
    binaries.postgres,
    ['--single', '-D', places.data, ...asArguments(settings), 'postgres'],
    `alter role postgres password '${scramVerifier(launch.adminPassword)}'\n`,
  )
  if (code !== 0 || output.includes('ERROR')) throw startFailed(places, output)
}
