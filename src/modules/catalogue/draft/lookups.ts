import type { Geography } from '#modules/areas/index.ts'
import { pickText, type Language } from '#platform/i18n/language.ts'
import type { PublicName } from './chain.store.ts'
import type { Party } from './parts.store.ts'
import { losNames, themes } from '../vocabulary/vocabulary.ts'

/** Things that a form names as people do, and a document by their codes. */
export type Lookup = {
  /** The code of what was written: its name in any language, or the code itself. Null: there is none, or several have the name. */
  find(typed: string): string | null
  /** Its name, by which `find` finds it again; null: there is no such. */
  nameOf(code: string): string | null
  /** Names to choose among while typing. */
  suggestions: readonly string[]
}

export const lookupNames = ['areas', 'municipalities', 'los', 'services', 'organizations'] as const
export type LookupName = (typeof lookupNames)[number]
export type Lookups = Readonly<Record<LookupName, Lookup>>

type Named = { code: string; name: string; others?: readonly string[] }

const folded = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ')

function lookupOf(list: readonly Named[]): Lookup {
  const codes = new Map<string, Set<string>>()
  const names = new Map<string, string>()
  for (const { code, name, others = [] } of list) {
    names.set(code, name)
    for (const one of [name, ...others]) {
      const same = codes.get(folded(one)) ?? new Set()
      codes.set(folded(one), same.add(code))
    }
  }
  return {
    find(typed) {
      if (names.has(typed.trim())) return typed.trim()
      const found = codes.get(folded(typed))
      return found?.size === 1 ? [...found][0]! : null
    },
    nameOf: code => names.get(code) ?? null,
    suggestions: list.map(({ name }) => name),
  }
}

/**
 * @param services public ones that a draft may name as easier or stronger help
 * @param parties organisations and units that it may name as delivering or paying
 */
export function makeLookups(
  geography: Geography,
  services: readonly PublicName[],
  language: Language,
  parties: readonly Party[] = [],
): Lookups {
  return {
    ...areaLookups(geography),
    los: losLookup(language),
    services: serviceLookup(services, language),
    organizations: partyLookup(parties, language),
  }
}

const areaLookupsOf = new WeakMap<Geography, Pick<Lookups, 'areas' | 'municipalities'>>()

/** Places by the names that tell them apart. Made once: areas are the same as long as the program runs. */
function areaLookups(geography: Geography): Pick<Lookups, 'areas' | 'municipalities'> {
  let made = areaLookupsOf.get(geography)
  if (made) return made
  const named = (areas: ReturnType<Geography['counties']>): Named[] =>
    areas.map(area => ({
      code: area.code,
      name: area.distinctName,
      others: [area.name, area.officialName, ...Object.values(area.names)],
    }))
  const municipalities = lookupOf(named(geography.municipalities()))
  const counties = lookupOf(named(geography.counties()))
  const country = /^(norge|noreg|norga|norway|hele landet|heile landet)$/
  const areas: Lookup = {
    // Oslo is both: the municipality is the one that people mean.
    find(typed) {
      if (geography.get(typed.trim())) return typed.trim()
      if (country.test(folded(typed))) return geography.country().code
      return municipalities.find(typed) ?? counties.find(typed)
    },
    nameOf: code => municipalities.nameOf(code) ?? counties.nameOf(code),
    suggestions: [...counties.suggestions, ...municipalities.suggestions],
  }
  made = { municipalities, areas }
  areaLookupsOf.set(geography, made)
  return made
}

/** Words of Los, beside the themes that are ticked. */
function losLookup(language: Language): Lookup {
  return lookupOf(
    [...losNames]
      .filter(([code]) => !themes.has(code))
      .map(([code, name]) => ({
        code,
        name: pickText(name, language)?.text ?? code,
        others: Object.values(name),
      })),
  )
}

function serviceLookup(services: readonly PublicName[], language: Language): Lookup {
  return lookupOf(
    services.map(({ key, name, owner }) => ({
      code: key,
      name: `${pickText(name, language)?.text ?? key} (${pickText(owner, language)?.text ?? ''})`,
    })),
  )
}

/** The code of an organisation, or of a unit of it. */
export const partyCode = (organization: string, unit: string | undefined): string =>
  unit === undefined ? organization : `${organization}/${unit}`

/** What a code stands for. */
export function partyOf(code: string): { organization: string; unit?: string } {
  const [organization = '', unit] = code.split('/')
  return { organization, ...(unit !== undefined && { unit }) }
}

function partyLookup(parties: readonly Party[], language: Language): Lookup {
  const nameOf = (text: Party['name']) => pickText(text, language)?.text ?? ''
  const counts = Map.groupBy(
    parties.filter(party => party.unit === null),
    party => folded(nameOf(party.name)),
  )
  return lookupOf(
    parties.map(({ organization, unit, name, unit_name, number }) => {
      const own = nameOf(name)
      const code = partyCode(organization, unit ?? undefined)
      if (unit_name) return { code, name: `${nameOf(unit_name)} (${own})` }
      const isAlone = counts.get(folded(own))?.length === 1
      return {
        code,
        name: isAlone ? own : `${own} (${number ?? organization})`,
        others: [
          ...(isAlone ? Object.values(name) : []),
          ...(number ? [number, number.replace(/(...)(...)(...)/, '$1 $2 $3')] : []),
        ],
      }
    }),
  )
}
