import { exec, sql, type Tx } from './sql.ts'

/** Notes whether this database is a demonstration, whose mails anybody may read. As the owner. */
export async function noteDemonstration(tx: Tx, demo: boolean): Promise<void> {
  await exec(
    tx,
    demo
      ? sql`insert into platform.demonstration default values on conflict do nothing`
      : sql`delete from platform.demonstration`,
  )
}
