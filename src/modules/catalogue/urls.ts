import { url } from '#platform/http/url.ts'

/** Addresses of the catalogue. Without language prefix: see `link` of the locale. */
export const urls = {
  search: url('/tilbud'),
  suggestions: url('/tilbud/forslag'),
  service: url('/tilbud/:id/:slug?'),
  report: url('/tilbud/:id/:slug/meld-feil'),
  municipality: url('/kommune/:code/:slug?'),
  county: url('/fylke/:code/:slug?'),
  country: url('/norge'),
  place: url('/sted'),
  placeSuggestions: url('/sted/forslag'),
  feedback: url('/tilbakemelding'),
  thanks: url('/takk'),
  saved: url('/lagret'),
  help: url('/hjelp'),
  imports: url('/arbeid/import'),
  import: url('/arbeid/import/:id'),
  importReading: url('/arbeid/import/:id/lesing'),
  importStart: url('/arbeid/import/:id/start'),
  importEnd: url('/arbeid/import/:id/avbrudd'),
  exports: url('/arbeid/eksport'),
  exportFile: url('/arbeid/eksport/:key/:format'),
}
