import type { LocalText } from '#platform/i18n/language.ts'
import type { Message } from '#platform/i18n/messages.ts'
import { messages } from '../messages.ts'
import {
  accessKinds,
  ageBands,
  audiences,
  diagnosisGroups,
  levels,
  riskGroups,
  rooms,
  targetGroups,
  themes,
} from '../vocabulary/vocabulary.ts'
import type { FilterName } from './search.schema.ts'

type Choices = {
  legend: Message
  list: { code: string; name: LocalText; short?: LocalText; parent?: string | undefined }[]
}

/** The choices of each filter with their names, and what the filter is called. */
export const filterChoices: Record<FilterName, Choices> = {
  alder: { legend: messages.filterAge, list: ageBands.list },
  hvem: { legend: messages.filterAudience, list: audiences.list },
  niva: { legend: messages.filterLevel, list: levels.list },
  tema: { legend: messages.filterTheme, list: themes.list },
  tilgang: { legend: messages.filterAccess, list: accessKinds.list },
  malgruppe: { legend: messages.filterTarget, list: targetGroups.list },
  risiko: { legend: messages.filterRisk, list: riskGroups.list },
  diagnose: { legend: messages.filterDiagnosis, list: diagnosisGroups.list },
  rom: { legend: messages.filterRoom, list: rooms.list },
}
