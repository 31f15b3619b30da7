import type { Message } from '#platform/i18n/messages.ts'
import { messages } from './messages.ts'
import {
  ownerGroups,
  type Government,
  type NationalRoom,
  type OwnerGroup,
  type PyramidRoom,
} from './rules.ts'

export const ownerNames: Record<OwnerGroup, Message> = {
  municipality: messages.ownerMunicipality,
  county: messages.ownerCounty,
  state: messages.ownerState,
  voluntary: messages.ownerVoluntary,
}

/** Whose duty it is, in the middle of a sentence. */
export const whoNames: Record<Government, Message> = {
  municipality: messages.whoMunicipality,
  county: messages.whoCounty,
  state: messages.whoState,
}

const statutoryFor: Record<Government, Message> = {
  municipality: messages.statutoryMunicipality,
  county: messages.statutoryCounty,
  state: messages.statutoryState,
}

const notFrom: Record<Government, Message> = {
  municipality: messages.notMunicipality,
  county: messages.notCounty,
  state: messages.notState,
}

type WithDuties = Pick<PyramidRoom, 'parts'>

/** Those whom law gives a duty in the room, each once. */
export function dutyBearers({ parts }: WithDuties): Government[] {
  return [...new Set(parts.flatMap(({ entry: { duty } }) => (duty.statutory && duty.by ? [duty.by] : [])))]
}

/** `Lovpålagt for kommunen`; null when law demands no service of anybody. */
export function dutyWords(room: WithDuties): Message | null {
  if (!room.parts.some(part => part.entry.duty.statutory)) return null
  const [one, ...others] = dutyBearers(room)
  return one && others.length === 0 ? statutoryFor[one] : messages.statutory
}

/** What is wrong with a room in two or three words. Null: nothing is. */
export function gapWords({
  state,
  unmet,
  isElsewhere,
}: Pick<PyramidRoom, 'state' | 'unmet' | 'isElsewhere'>): Message | null {
  if (isElsewhere) return messages.noneChosen
  switch (state) {
    case 'open':
      return null
    case 'empty':
      return messages.noneYet
    case 'missing':
      return messages.missing
    case 'voluntary':
      return messages.onlyVoluntary
    case 'others':
      return notFrom[unmet!]
  }
}

/** The groups that own something in a room, with how many. */
export function ownersIn({ owners }: Pick<PyramidRoom, 'owners'>): { group: OwnerGroup; services: number }[] {
  return ownerGroups.filter(group => owners[group] > 0).map(group => ({ group, services: owners[group] }))
}

/** The same of a national room. */
export function gapWordsOfNational({ state, entry }: NationalRoom): Message | null {
  return gapWords({ state, unmet: entry.duty.by ?? null })
}
