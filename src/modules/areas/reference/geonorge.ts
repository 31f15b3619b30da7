import { projectFile } from '#platform/content/content.ts'
import { parseCsv } from './csv.ts'

const COUNTRY = 'http://publications.europa.eu/resource/authority/country/NOR'

const uris = new Map(
  parseCsv(projectFile('data/kommuner-2026.csv')).flatMap(row =>
    row['geonorge_uri'] ? [[row['kommunenummer'] ?? '', row['geonorge_uri']]] : [],
  ),
)

/**
 * The official name of an area on the web: of municipalities at data.geonorge.no, of the country in the EU's list. Null
 * where there is none (counties of today, regions, districts) or it is not sure which one it is (municipalities of the same name).
 */
export function officialUri(code: string): string | null {
  return code === 'NO' ? COUNTRY : (uris.get(code) ?? null)
}
