import { url } from '#platform/http/url.ts'

/** Addresses of the pyramid. Without language prefix: see `link` of the locale. */
export const urls = {
  places: url('/pyramide'),
  pyramid: url('/pyramide/:code'),
  table: url('/pyramide/:code/csv'),
  chain: url('/pyramide/:code/kjede'),
  chainTable: url('/pyramide/:code/kjede/csv'),
  room: url('/pyramide/:code/:room'),
  roomTable: url('/pyramide/:code/:room/csv'),
  // Behind the login: a municipality's own rooms, and what lacks.
  arrangement: url('/arbeid/pyramide'),
  arrangementTable: url('/arbeid/pyramide/csv'),
  arrangementChange: url('/arbeid/pyramide/:code/endring'),
  ownRoom: url('/arbeid/pyramide/:code/rom/:room'),
  gaps: url('/arbeid/pyramide/hull'),
  gapsTable: url('/arbeid/pyramide/hull/csv'),
}
