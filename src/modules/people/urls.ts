import { url } from '#platform/http/url.ts'

export const urls = {
  logIn: url('/logg-inn'),
  startLogin: url('/logg-inn/:hvem'),
  /** One for each provider, so that the answer of one cannot be taken for that of another (RFC 9700, 4.4). */
  answer: url('/logg-inn/svar/:hvem'),
  logOut: url('/logg-ut'),
  loggedOut: url('/logg-ut/ferdig'),
  myPage: url('/min-side'),
  sessions: url('/arbeid/okter'),
  endSession: url('/arbeid/okter/avslutt'),
  demoPersons: url('/demo/persons'),
}

/** Where one logs in. @param returnTo a path of ours to come back to, with its language prefix */
export function loginPath(returnTo: string | null): string {
  return urls.logIn.href({ til: returnTo })
}
