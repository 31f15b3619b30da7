import { url } from '#platform/http/url.ts'

/** Addresses of mapping rounds and resources, all behind the login. Without language prefix: see `link` of the locale. */
export const urls = {
  rounds: url('/arbeid/kartlegging'),
  roundsFile: url('/arbeid/kartlegging/csv'),
  newRound: url('/arbeid/kartlegging/ny'),
  round: url('/arbeid/kartlegging/:id'),
  progressFile: url('/arbeid/kartlegging/:id/csv'),
  deadline: url('/arbeid/kartlegging/:id/frist'),
  closing: url('/arbeid/kartlegging/:id/avslutning'),
  report: url('/arbeid/kartlegging/:id/rapport'),
  reportStyle: url('/arbeid/kartlegging/rapport.css'),
  tasks: url('/arbeid/kartlegging/svar/:respondent'),
  newFinding: url('/arbeid/kartlegging/:id/funn'),
  findingsFile: url('/arbeid/kartlegging/:id/funn/csv'),
  finding: url('/arbeid/kartlegging/funn/:finding'),
  findingRemoval: url('/arbeid/kartlegging/funn/:finding/fjerning'),
  findingOutcome: url('/arbeid/kartlegging/funn/:finding/utfall'),
  comparison: url('/arbeid/kartlegging/sammenligning'),
  comparisonFile: url('/arbeid/kartlegging/sammenligning/csv'),
  resources: url('/arbeid/ressurser'),
  resourcesFile: url('/arbeid/ressurser/csv'),
  serviceResources: url('/arbeid/ressurser/:service'),
}
