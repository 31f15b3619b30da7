import * as z from 'zod'

export const partNames = ['service.json', 'service_area.json'] as const

export const ProfilePartParams = z.object({ name: z.enum(partNames) })

export const Profile = z
  .strictObject({
    name: z.string(),
    version: z.string(),
    extends: z.string(),
    description: z.string(),
    parts: z.array(z.strictObject({ name: z.enum(partNames), patch: z.url(), schema: z.url() })),
  })
  .meta({ id: 'Profile', description: 'What we add to HSDS' })
