import { countyMap, covers, type Geography } from '#modules/areas/index.ts'
import type { Language } from '#platform/i18n/language.ts'
import type { CoverageChoice } from './coverage.view.tsx'

/**
 * What to choose among: the owner's territory and what lies in it, neighbours, and what is chosen already.
 * @param territory the owner's areas; a voluntary or private organisation asks there too, and covers nothing freely
 * @param chosen codes that are ticked now
 */
export function coverageChoice(
  geography: Geography,
  { territory, isFree }: { territory: readonly string[]; isFree: boolean },
  chosen: readonly string[],
  language: Language,
): CoverageChoice {
  const own = territory.flatMap(code => [
    code,
    ...(geography.kindOf(code) === 'municipality' ? geography.districtsOf(code).map(area => area.code) : []),
    ...geography.municipalitiesOf(code).map(area => area.code),
  ])
  const neighbours = territory.flatMap(code =>
    geography.kindOf(code) === 'municipality' ? geography.neighboursOf(code).map(area => area.code) : [],
  )
  const all = [...new Set([...own, ...chosen.filter(code => geography.get(code)), ...neighbours])]
  const kindOf = (code: string) =>
    !isFree
      ? 'other'
      : own.includes(code) || territory.some(area => covers(geography, [area], code) === 'whole')
        ? 'own'
        : neighbours.includes(code)
          ? 'neighbour'
          : 'other'
  const nameOf = (code: string) => geography.localName(geography.need(code), language)
  return {
    areas: all.map(code => ({ code, name: nameOf(code), kind: kindOf(code) })),
    map: mapOf(geography, territory[0], chosen, nameOf),
  }
}

function mapOf(
  geography: Geography,
  home: string | undefined,
  chosen: readonly string[],
  nameOf: (code: string) => string,
): CoverageChoice['map'] {
  const county = home ? geography.countyOf(home)?.code : undefined
  const map = county ? countyMap(county) : null
  if (!county || !map) return null
  return {
    place: nameOf(county),
    beyond: chosen
      .filter(
        code =>
          geography.get(code) &&
          !covers(geography, [code], county) &&
          geography.countyOf(code)?.code !== county,
      )
      .map(nameOf),
    viewBox: map.viewBox,
    shapes: map.shapes.map(({ code, d }) => ({
      d,
      name: nameOf(code),
      isChosen: covers(geography, chosen, code) !== null,
    })),
  }
}
