import { url } from '#platform/http/url.ts'

/** Addresses of organisations. Without language prefix: see `link` of the locale. */
export const urls = {
  administration: url('/arbeid/admin'),
  organization: url('/arbeid/admin/organisasjon/:id'),
  details: url('/arbeid/admin/organisasjon/:id/opplysninger'),
  newRole: url('/arbeid/admin/organisasjon/:id/rolle'),
  newInvitation: url('/arbeid/admin/organisasjon/:id/invitasjon'),
  units: url('/arbeid/admin/organisasjon/:id/enheter'),
  role: url('/arbeid/admin/rolle/:id'),
  roleChange: url('/arbeid/admin/rolle/:id/endring'),
  roleEnd: url('/arbeid/admin/rolle/:id/avslutning'),
  deputy: url('/arbeid/admin/rolle/:id/stedfortreder'),
  withdrawal: url('/arbeid/admin/invitasjon/:id/tilbakekalling'),
  unit: url('/arbeid/admin/enhet/:id'),
  unitClosing: url('/arbeid/admin/enhet/:id/nedleggelse'),
  requests: url('/arbeid/admin/opptak'),
  request: url('/arbeid/admin/opptak/:id'),
  refusal: url('/arbeid/admin/opptak/:id/avslag'),
  agreements: url('/arbeid/admin/avtaler'),
  acceptance: url('/arbeid/admin/avtaler/:id/godkjenning'),
  agreementEnd: url('/arbeid/admin/avtaler/:id/avslutning'),
  invitation: url('/arbeid/invitasjon/:token'),
  join: url('/bli-med'),
  joined: url('/bli-med/takk'),
}

/** Where one comes to after logging in; its page is the site's, which uses this module. */
export const WORK_DESK = '/arbeid'
