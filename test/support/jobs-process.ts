import { openDatabase } from '#platform/db/database.ts'
import { openJobs } from '#platform/jobs/runner.ts'
import { systemClock } from '#platform/clock.ts'
import { loadGeography } from '#modules/areas/index.ts'
import { importJobs } from '#modules/catalogue/index.ts'

// A process that runs the jobs of imports until somebody kills it.
const [app = '', publicUrl = '', worker = ''] = process.argv.slice(2)
const database = openDatabase({ app, public: publicUrl })
const geography = await loadGeography(database.publicReader)
openJobs({
  url: () => worker,
  jobs: importJobs({ actingAs: (person, work) => database.transaction(person, work), geography }),
  clock: systemClock,
  log: () => undefined,
  lookMs: 200,
}).start()
