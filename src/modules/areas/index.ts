export type { Area, AreaKind, Population, RegionKind } from './area/area.schema.ts'
export {
  findArea,
  findPopulation,
  findSuccessors,
  listAllMunicipalityCodes,
  listAncestors,
  listCounties,
  listDistricts,
  listMunicipalities,
  listNeighbours,
} from './area/area.store.ts'
export { covers, type AreaGraph, type Cover } from './covers.ts'
export { geography, loadGeography, type GeoArea, type Geography } from './geography/geography.ts'
export type { Place, ResolvedPlace } from './place/place.schema.ts'
export { resolvePlace, searchPlaces } from './place/place.ts'
export { areasHash, loadAreas } from './reference/reference.ts'
export { countryMap, type CountryMap } from './maps/country-map.ts'
export { countyMap, type CountyMap } from './maps/county-map.ts'
export { municipalityMap, type MunicipalityMap } from './maps/municipality-map.ts'
