import { url } from '#platform/http/url.ts'

/** Addresses of the value of early effort. Without language prefix: see `link` of the locale. */
export const valueUrls = {
  value: url('/verdi-av-tidlig-innsats'),
  valueFile: url('/verdi-av-tidlig-innsats/csv'),
  scenarios: url('/arbeid/verdi'),
  scenariosFile: url('/arbeid/verdi/csv'),
  newScenario: url('/arbeid/verdi/ny'),
  scenario: url('/arbeid/verdi/:id'),
  scenarioFile: url('/arbeid/verdi/:id/csv'),
  scenarioForm: url('/arbeid/verdi/:id/endre'),
}
