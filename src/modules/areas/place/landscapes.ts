import * as z from 'zod'
import { readYaml } from '#platform/content/content.ts'
import { foldName } from './fold.ts'

const { landscapes } = readYaml(
  'content/landscapes.yaml',
  z
    .object({
      landscapes: z.array(
        z
          .object({
            names: z.array(z.string()).min(1),
            counties: z.array(z.string().regex(/^\d\d$/)).min(1),
            /** Only these of the counties' municipalities lie in it. */
            municipalities: z.array(z.string().regex(/^\d{4}$/)).optional(),
          })
          .strict(),
      ),
    })
    .strict(),
)

const countiesOf = new Map(
  landscapes.flatMap(({ names, counties }) => names.map(name => [foldName(name), counties] as const)),
)

const municipalitiesOf = new Map(
  landscapes.flatMap(({ names, municipalities }) =>
    names.map(name => [foldName(name), municipalities] as const),
  ),
)

/** Whether a place lies in a landscape or an old county of this name ('romerike', folded): by its municipality where these are known. */
export function isLandscapeIn(
  name: string,
  { countyCode, municipality }: { countyCode: string | null; municipality: { code: string } | null },
): boolean {
  const municipalities = municipalitiesOf.get(name)
  if (municipalities && municipality) return municipalities.includes(municipality.code)
  return countyCode !== null && (countiesOf.get(name)?.includes(countyCode) ?? false)
}

/** The counties of each landscape, by its folded name. */
export const landscapeCounties: ReadonlyMap<string, readonly string[]> = countiesOf
