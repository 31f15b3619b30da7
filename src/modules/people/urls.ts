import { url } from '#platform/http/url.ts'

export const urls = {
  logIn: url('/logg-inn'),
  logOut: url('/logg-ut'),
}

/** Where one logs in. @param returnTo a path of ours to come back to, with its language prefix */
export function loginPath(returnTo: string | null): string {
  return urls.logIn.href({ til: returnTo })
}
