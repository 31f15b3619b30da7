import { z } from 'zod'
import { readYaml } from '#platform/content/content.ts'
import { foldName } from './fold.ts'

const { landscapes } = readYaml(
  'content/landscapes.yaml',
  z
    .object({
      landscapes: z.array(
        z
          .object({ names: z.array(z.string()).min(1), counties: z.array(z.string().regex(/^\d\d$/)).min(1) })
          .strict(),
      ),
    })
    .strict(),
)

const countiesOf = new Map(
  landscapes.flatMap(({ names, counties }) => names.map(name => [foldName(name), counties] as const)),
)

/** Whether a landscape or an old county of this name ('romerike', folded) lies in a county. */
export function isLandscapeIn(name: string, countyCode: string | null): boolean {
  return countyCode !== null && (countiesOf.get(name)?.includes(countyCode) ?? false)
}

/** The counties of each landscape, by its folded name. */
export const landscapeCounties: ReadonlyMap<string, readonly string[]> = countiesOf
