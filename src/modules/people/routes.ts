import { route, type Route } from '#platform/http/route.ts'
import { showLogin } from './login/login.tsx'
import { LoginQuery } from './login/login.schema.ts'
import { logOut } from './session/session.ts'
import { LogOutForm } from './session/session.schema.ts'
import { urls } from './urls.ts'

/** Logging in and out. */
export function peopleRoutes(): Route[] {
  return [
    route({
      method: 'GET',
      path: urls.logIn.template,
      permission: 'public',
      query: LoginQuery,
      // Where one was going may tell of what one was doing.
      personal: ['til'],
      handle: showLogin,
    }),
    route({
      method: 'POST',
      path: urls.logOut.template,
      permission: 'public',
      inLanguages: false,
      limit: 'login',
      body: LogOutForm,
      handle: logOut,
    }),
  ]
}
