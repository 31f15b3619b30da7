import { z } from 'zod'
import { LocalTextSchema } from '#platform/content/local-text.ts'

const organizationLevels = ['state', 'region', 'county', 'municipality', 'voluntary', 'private'] as const

const key = z.string().regex(/^[a-z0-9-]{2,120}$/)
const website = z.url({ protocol: /^https?$/ })
const phone = z.string().regex(/^\+?[0-9]{3,15}$/)

/** An organisation with its units, as it is written down in a file. */
export const OrganizationEntry = z
  .object({
    key,
    name: LocalTextSchema,
    level: z.enum(organizationLevels),
    area: z.string().optional(),
    organization_number: z
      .string()
      .refine(isOrganizationNumber, 'is not a Norwegian organisation number')
      .optional(),
    website: website.optional(),
    phone: phone.optional(),
    description: LocalTextSchema.optional(),
    units: z
      .array(
        z
          .object({
            key,
            name: LocalTextSchema,
            parent: key.optional(),
            phone: phone.optional(),
            website: website.optional(),
          })
          .strict(),
      )
      .default([]),
  })
  .strict()
export type OrganizationEntry = z.output<typeof OrganizationEntry>

/** Nine digits, the last a check digit: weights 3 2 7 6 5 4 3 2, modulus 11 (Brønnøysundregistrene). */
function isOrganizationNumber(text: string): boolean {
  if (!/^[0-9]{9}$/.test(text)) return false
  const weights = [3, 2, 7, 6, 5, 4, 3, 2]
  const sum = weights.reduce((total, weight, i) => total + weight * Number(text[i]), 0)
  const check = (11 - (sum % 11)) % 11
  return check === Number(text[8])
}
