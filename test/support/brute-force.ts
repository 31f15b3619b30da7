import type { RoomCount, RoomEntry } from '#modules/catalogue/index.ts'

/** A service as a pyramid sees it. */
export type DrawnService = {
  room: string
  owner: RoomCount['owner']
  deliveredBy: RoomCount['owner'][]
  byDecision: boolean
}

/** How a national room stands, said the long way round: by asking every service. */
export function bruteForce(
  room: RoomEntry,
  services: readonly DrawnService[],
  kind: 'municipality' | 'county',
): { state: 'open' | 'empty' | 'missing' | 'voluntary' | 'others'; isUnmet: boolean; here: number } {
  const here = services.filter(service => service.room === room.code)
  const must = room.duty.statutory && !(kind === 'county' && room.duty.by === 'municipality')
  const does = (level: RoomCount['owner']) =>
    level === room.duty.by || (level === 'region' && room.duty.by === 'state')
  let isFilled = false
  let isByGovernment = false
  for (const service of here) {
    for (const level of [service.owner, ...service.deliveredBy]) {
      if (does(level)) isFilled = true
      if (level !== 'voluntary' && level !== 'private') isByGovernment = true
    }
  }
  if (here.length === 0) return { state: must ? 'missing' : 'empty', isUnmet: must, here: 0 }
  if (!must || isFilled) return { state: 'open', isUnmet: false, here: here.length }
  return { state: isByGovernment ? 'others' : 'voluntary', isUnmet: true, here: here.length }
}
