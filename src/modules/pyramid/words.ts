import type { RoomEntry } from '#modules/catalogue/index.ts'
import type { Message } from '#platform/i18n/messages.ts'
import { messages } from './messages.ts'
import { ownerGroups, type Government, type OwnerGroup, type PyramidRoom } from './rules.ts'

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

/** `Lovpålagt for kommunen`; null when law demands no service of anybody. */
export function dutyWords({ duty }: RoomEntry): Message | null {
  if (!duty.statutory) return null
  return duty.by ? statutoryFor[duty.by] : messages.statutory
}

/** What is wrong with a room in two or three words. Null: nothing is. */
export function gapWords({ state, entry }: PyramidRoom): Message | null {
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
      return notFrom[entry.duty.by!]
  }
}

/** The groups that own something in a room, with how many. */
export function ownersIn({ owners }: PyramidRoom): { group: OwnerGroup; services: number }[] {
  return ownerGroups.filter(group => owners[group] > 0).map(group => ({ group, services: owners[group] }))
}
