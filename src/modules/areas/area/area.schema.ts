import * as z from 'zod'

export const areaKinds = ['country', 'region', 'county', 'municipality', 'district'] as const
export type AreaKind = (typeof areaKinds)[number]

/** Whose region it is: regional health authority, Statsforvalter, hospital, police district. */
export const regionKinds = ['health', 'governor', 'hospital', 'police'] as const
export type RegionKind = (typeof regionKinds)[number]

/** Any area of the graph. */
export const Area = z.object({
  code: z.string(),
  kind: z.enum(areaKinds),
  /** Only of regions. */
  regionKind: z.enum(regionKinds).nullable(),
  /** As people say it in Norwegian: 'Karasjok'. */
  name: z.string(),
  /** All official parts: 'Kárášjohka - Karasjok'. */
  officialName: z.string(),
  /** Tells apart those of the same name: 'Herøy (Nordland)'. */
  distinctName: z.string(),
  /** Nine digits, of the municipality or county authority. Null where it is not known. */
  organizationNumber: z.string().nullable(),
  adminCentre: z.string().nullable(),
  languageForm: z.enum(['bokmål', 'nynorsk', 'nøytral']).nullable(),
  /** Absolute address; not from an official source. */
  website: z.string().nullable(),
  /** Where the admin centre lies, in degrees. */
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  /** West, south, east, north in degrees. */
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  landAreaKm2: z.number().nullable(),
  /** Its borders are not confirmed by its owner. */
  toBeChecked: z.boolean(),
})
export type Area = z.output<typeof Area>

/** Inhabitants on 1 January of the year, whole and by age in years, both ends included. */
export const Population = z.object({
  year: z.number(),
  total: z.number(),
  age0To5: z.number(),
  age6To12: z.number(),
  age13To15: z.number(),
  age16To19: z.number(),
  age13To19: z.number(),
  age20To24: z.number(),
  age0To17: z.number(),
})
export type Population = z.output<typeof Population>
