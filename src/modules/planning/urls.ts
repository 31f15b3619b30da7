import { url } from '#platform/http/url.ts'

/** Addresses of plans and what is in them. Without language prefix: see `link` of the locale. */
export const urls = {
  plans: url('/arbeid/planer'),
  newPlan: url('/arbeid/planer/ny'),
  takeUp: url('/arbeid/planer/ta-inn'),
  plan: url('/arbeid/planer/:id'),
  planForm: url('/arbeid/planer/:id/endre'),
  planState: url('/arbeid/planer/:id/tilstand'),
  planFile: url('/arbeid/planer/:id/csv'),
  newMeasure: url('/arbeid/planer/:id/tiltak'),
  newConsultation: url('/arbeid/planer/:id/horing'),
  measure: url('/arbeid/planer/tiltak/:id'),
  measureForm: url('/arbeid/planer/tiltak/:id/endre'),
  measureState: url('/arbeid/planer/tiltak/:id/status'),
  consultation: url('/arbeid/planer/horing/:id'),
  consultationForm: url('/arbeid/planer/horing/:id/endre'),
  statement: url('/arbeid/planer/horing/:id/uttalelse'),
  answer: url('/arbeid/planer/horing/:id/svar'),
  concretisations: url('/arbeid/planer/konkretisering'),
  newConcretisation: url('/arbeid/planer/konkretisering/ny'),
  concretisation: url('/arbeid/planer/konkretisering/:id'),
  concretisationStep: url('/arbeid/planer/konkretisering/:id/steg/:step'),
  wantedService: url('/arbeid/planer/konkretisering/:id/tilbud'),
  evaluation: url('/arbeid/planer/konkretisering/:id/evaluering'),
  concretisationEnd: url('/arbeid/planer/konkretisering/:id/avslutning'),
}
