import { loadAreas, areasHash } from '#modules/areas/index.ts'
import { loadDemo, loadVocabularies } from '#modules/catalogue/index.ts'
import { loadOnce } from '#platform/db/loading.ts'
import { migrate } from '#platform/db/migrate.ts'
import { asOwner } from '#platform/db/owner.ts'

/**
 * Brings a database to what this version needs: its shape, reference data, vocabularies and, in demo mode, the demo.
 * Does nothing that has been done; may be run by several servers at once.
 * @param say takes one line for each step that takes time
 */
export async function prepareDatabase(
  ownerUrl: string,
  options: { demo: boolean; say: (line: string) => void },
): Promise<void> {
  const migrated = await migrate(ownerUrl)
  if (migrated.length > 0) options.say(`Database brought to ${migrated.at(-1)}`)
  await asOwner(ownerUrl, async tx => {
    const hash = await areasHash()
    if (await loadOnce(tx, 'areas', hash, () => loadAreas(tx)))
      options.say('Areas, postcodes and population loaded')
  })
  await asOwner(ownerUrl, async tx => {
    if (await loadVocabularies(tx)) options.say('Vocabularies loaded')
  })
  if (!options.demo) return
  await asOwner(ownerUrl, async tx => {
    if (await loadDemo(tx)) options.say('Demo data for Nes and Nannestad loaded')
  })
}
