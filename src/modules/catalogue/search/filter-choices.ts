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
  losNames,
  rooms,
  targetGroups,
  themes,
} from '../vocabulary/vocabulary.ts'
import type { FilterName } from './search.schema.ts'

type Choice = { code: string; name: LocalText; short?: LocalText; parent?: string | undefined }
type Choices = { legend: Message; list: Choice[] }

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

/** A choice by its code; also a word of Los, which a link may choose although no filter offers it. */
export function choiceOf(filter: FilterName, code: string): Choice | undefined {
  const offered = filterChoices[filter].list.find(choice => choice.code === code)
  const los = filter === 'tema' ? losNames.get(code) : undefined
  return offered ?? (los && { code, name: los })
}
