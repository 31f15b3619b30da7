import type { Locale } from '#platform/i18n/locale.tsx'
import { levels, rooms, targetGroups } from '../vocabulary/vocabulary.ts'
import { messages } from './messages.ts'
import { answerNames, confirmedNames, ownerLevelNames, reachNames } from './report-words.ts'
import { NO_GROUP, reportBands, type Choice } from './report.schema.ts'
import type { Owner } from './reports.store.ts'

/** What is chosen, each in words, by the name of the choice. */
export function chosenInWords(
  choice: Choice,
  owners: readonly Owner[],
  { text, localText }: Locale,
): { name: keyof Choice; words: string }[] {
  const owner = owners.find(({ id }) => id === choice.eier)
  const words: Record<keyof Choice, string | undefined> = {
    niva: choice.niva && localText(levels.get(choice.niva)?.name),
    rom: choice.rom && localText(rooms.get(choice.rom)?.name),
    eierniva: choice.eierniva && text(ownerLevelNames[choice.eierniva]),
    eier: choice.eier && (owner ? localText(owner.name) : text(messages.owner)),
    malgruppe:
      choice.malgruppe === NO_GROUP
        ? text(messages.noGroup)
        : choice.malgruppe && localText(targetGroups.get(choice.malgruppe)?.name),
    alder: choice.alder && localText(reportBands.find(band => band.code === choice.alder)?.name),
    bekreftet: choice.bekreftet && text(confirmedNames[choice.bekreftet]),
    medvirkning:
      choice.medvirkning && `${text(messages.participation)}: ${text(answerNames[choice.medvirkning])}`,
    evaluert: choice.evaluert && `${text(messages.evaluated)}: ${text(answerNames[choice.evaluert])}`,
    rekkevidde:
      choice.rekkevidde && `${text(messages.reach)}: ${text(reachNames[choice.rekkevidde]).toLowerCase()}`,
  }
  // The keys are those of the table above.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return (Object.entries(words) as [keyof Choice, string | undefined][]).flatMap(([name, said]) =>
    said ? [{ name, words: said }] : [],
  )
}
