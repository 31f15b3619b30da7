import { diagnosisGroups, riskGroups, rooms, themes, themesOf } from './vocabulary.ts'

/** What of a service tells whether it is sensitive: see `ServiceDocument`. */
type Telling = {
  sensitive: boolean
  meant_for: 'residents' | 'services' | 'both'
  room: string
  themes: readonly string[]
  risk_groups: readonly string[]
  diagnosis_groups: readonly string[]
}

/**
 * True when somebody who opens the service's page may have reason to leave it quickly, and whom to call should stand first:
 * its owner says so, or its room, a theme, a risk or a diagnosis group is about violence, abuse, child protection or suicide.
 * What is for employees only is so when its owner says it: their work is no secret at home.
 */
export function isSensitive(service: Telling): boolean {
  if (service.sensitive) return true
  if (service.meant_for === 'services') return false
  const codes = [service.room, ...service.themes, ...service.risk_groups, ...service.diagnosis_groups]
  return codes.some(isSensitiveCode)
}

/** True for a room, theme, word of Los, risk or diagnosis group that is sensitive, or belongs to a theme that is. */
export function isSensitiveCode(code: string): boolean {
  return (
    themesOf([code]).some(theme => themes.get(theme)?.sensitive) ||
    [rooms, riskGroups, diagnosisGroups].some(list => list.get(code)?.sensitive)
  )
}
