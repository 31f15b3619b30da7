import { exec, sql, type Tx } from '#platform/db/sql.ts'

export type DemoFigure = {
  paper_id: string
  year: number
  value: number
  comment: string
  submission: string
}

/** Writes the figures that the files say, in one statement. As the owner. What is there stays. */
export async function writeDemoFigures(tx: Tx, figures: readonly DemoFigure[]): Promise<void> {
  await exec(
    tx,
    sql`insert into planning.goal_figure (paper_id, year, value, comment, submission)
        select given.paper_id, given.year, given.value, given.comment, given.submission
        from jsonb_to_recordset(${JSON.stringify(figures)}::jsonb)
          as given (paper_id uuid, year smallint, value numeric, comment text, submission uuid)
        on conflict (submission) do nothing`,
  )
}
