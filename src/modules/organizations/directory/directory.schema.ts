import * as z from 'zod'
import { LocalTextSchema } from '#platform/content/local-text.ts'
import { isOrganizationNumber } from '../rules.ts'

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
