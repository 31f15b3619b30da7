import { isDeepStrictEqual } from 'node:util'

/** Fields of a service document, as they stand in a draft: each may be missing, none is looked into here. */
export type Fields = Readonly<Record<string, unknown>>

/** A field (or one language of a text) that two persons have changed, each in her way. */
export type Clash = { field: string; language: string | null; theirs: unknown; mine: unknown }

/** What to write over the newest fields (null: take the field away), and what two have changed. */
export type Merged = { after: Record<string, unknown>; clashes: Clash[] }

/** Texts are changed language by language: two who write bokmål and nynorsk of the same text do not disturb each other. */
export const textFields: readonly string[] = [
  'name',
  'summary',
  'description',
  'how_to_get',
  'what_happens',
  'good_to_know',
]

/**
 * Puts what a person has sent together with what others have saved since she opened the form. What only one has changed is
 * taken from that one; where both have, and not alike, it is a clash: then `after` holds hers, to be saved when she wants so.
 * @param base the fields as they were when she opened the form
 * @param theirs the fields as they are now
 * @param mine the fields of her form; null or undefined: empty
 */
export function mergeFields(base: Fields, theirs: Fields, mine: Fields): Merged {
  const merged: Merged = { after: {}, clashes: [] }
  for (const field of Object.keys(mine)) {
    const given = orNull(mine[field])
    if (!textFields.includes(field)) {
      const next = choose(merged, field, null, base[field], theirs[field], given)
      if (!isSame(next, theirs[field])) merged.after[field] = next
      continue
    }
    const [before, now, sent] = [asText(base[field]), asText(theirs[field]), asText(given)]
    const text: Record<string, unknown> = { ...now }
    // A form shows some languages of a text: those it did not send are as they were.
    for (const [language, value] of Object.entries(sent)) {
      const next = choose(merged, field, language, before[language], now[language], value)
      if (next === null) delete text[language]
      else text[language] = next
    }
    const next = Object.keys(text).length > 0 ? text : null
    if (!isSame(next, theirs[field])) merged.after[field] = next
  }
  return merged
}

function choose(
  merged: Merged,
  field: string,
  language: string | null,
  base: unknown,
  theirs: unknown,
  mine: unknown,
): unknown {
  if (isSame(mine, base) || isSame(mine, theirs)) return orNull(theirs)
  if (!isSame(theirs, base)) merged.clashes.push({ field, language, theirs: orNull(theirs), mine })
  return orNull(mine)
}

/** A missing field, null and an empty text or list mean the same: nothing is there. */
function isSame(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(orNull(one), orNull(other))
}

function orNull(value: unknown): unknown {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return null
  return value
}

function asText(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
