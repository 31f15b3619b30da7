import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

/** Cells as the library gives them: text, number, boolean, date or null. */
export type SheetRows = (readonly unknown[])[]

/** Longer than any sheet within our limits takes. */
const PATIENCE_MS = 60_000
const MOST_MEMORY_MB = 512

/**
 * In a thread of its own: the library takes seconds for ten thousand rows, and nobody would be answered meanwhile. Plain JavaScript, and
 * the rows in parts, so that neither starting it nor taking its answer holds the server up. Letters are counted there: many cells may
 * share one long text, which becomes many when it is sent.
 */
const WORK = `
  const { parentPort, workerData } = require('node:worker_threads')
  const work = async () => {
    const { readSheet } = require(workerData.library)
    const rows = await readSheet(Buffer.from(workerData.bytes), workerData.sheet, { trim: false })
    let characters = 0
    for (const row of rows) for (const cell of row) if (typeof cell === 'string') characters += cell.length
    if (characters > workerData.mostCharacters) return parentPort.postMessage({ failed: 'SheetTooLargeError' })
    for (let at = 0; at < rows.length; at += 500) parentPort.postMessage({ rows: rows.slice(at, at + 500) })
    parentPort.postMessage({ done: true })
  }
  work().catch(error => parentPort.postMessage({ failed: String(error && error.name) }))
`

type Message = { rows: SheetRows } | { done: true } | { failed: string }

/**
 * The rows of a sheet of an Excel file that has been measured before.
 * @param sheet its number from 1, or its name
 * @param mostCharacters in all its cells together
 * @throws `SheetNotFoundError` or `SheetTooLargeError` by its name, or another error when it cannot be read
 */
export async function readSheetApart(
  bytes: Uint8Array,
  sheet: number | string,
  mostCharacters: number,
): Promise<SheetRows> {
  const worker = new Worker(WORK, {
    eval: true,
    workerData: {
      bytes,
      sheet,
      mostCharacters,
      library: fileURLToPath(import.meta.resolve('read-excel-file/node')),
    },
    // Nothing of the server's own: neither its loaders nor its environment.
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  })
  const rows: SheetRows = []
  let timer: NodeJS.Timeout | undefined
  try {
    await new Promise<void>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error('The sheet takes too long')), PATIENCE_MS)
      worker.on('message', (message: Message) => {
        if ('rows' in message) for (const row of message.rows) rows.push(row)
        else if ('done' in message) resolve()
        else reject(Object.assign(new Error('The sheet cannot be read'), { name: message.failed }))
      })
      worker.on('error', reject)
      worker.on('exit', () => reject(new Error('The sheet was not read to its end')))
    })
    return rows
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
