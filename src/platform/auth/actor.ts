/** A role as it is held now: for a whole organisation, or for one of its units and those below it. */
export type HeldRole = { role: string; organizationId: string; unitId: string | null }

/** Who acts: a person with a session. What she may do follows from her roles, which are granted in Nettungen. */
export type Actor = {
  personId: string
  sessionId: string
  name: string
  kind: 'citizen' | 'employee'
  roles: readonly HeldRole[]
}
