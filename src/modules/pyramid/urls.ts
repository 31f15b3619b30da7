import { url } from '#platform/http/url.ts'

/** Addresses of the pyramid. Without language prefix: see `link` of the locale. */
export const urls = {
  pyramid: url('/pyramide/:code'),
  table: url('/pyramide/:code/csv'),
  room: url('/pyramide/:code/:room'),
}
