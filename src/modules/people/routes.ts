import { route, type Route } from '#platform/http/route.ts'
import { listDemoPersons } from './demo-login/demo-persons.ts'
import { AnswerQuery, LoggedOutQuery, LoginQuery, WhoParams } from './login/login.schema.ts'
import { finishLogin, showLogin, startLogin, type LoginParts } from './login/login.tsx'
import { showMyPage } from './my-page/my-page.tsx'
import { logOut, showLoggedOut } from './session/logout.tsx'
import { endSession, showMySessions } from './session/my-sessions.tsx'
import { EndSessionForm, LogOutForm } from './session/session.schema.ts'
import { urls } from './urls.ts'

/** Logging in and out, and one's own sessions. */
export function peopleRoutes(parts: LoginParts): Route[] {
  return [
    route({
      method: 'GET',
      path: urls.logIn.template,
      permission: 'public',
      query: LoginQuery,
      // Where one was going may tell of what one was doing.
      personal: ['til'],
      handle: c => showLogin(c, parts),
    }),
    route({
      method: 'GET',
      path: urls.startLogin.template,
      permission: 'public',
      limit: 'login',
      params: WhoParams,
      query: LoginQuery,
      personal: ['til'],
      handle: c => startLogin(c, parts),
    }),
    route({
      method: 'GET',
      path: urls.answer.template,
      permission: 'public',
      inLanguages: false,
      limit: 'login',
      params: WhoParams,
      query: AnswerQuery,
      personal: ['state', 'code', 'iss', 'error'],
      handle: c => finishLogin(c, parts),
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
    route({
      method: 'GET',
      path: urls.loggedOut.template,
      permission: 'public',
      query: LoggedOutQuery,
      handle: showLoggedOut,
    }),
    route({ method: 'GET', path: urls.myPage.template, permission: 'person', handle: showMyPage }),
    route({
      method: 'GET',
      path: urls.sessions.template,
      permission: 'person',
      handle: showMySessions,
    }),
    route({
      method: 'POST',
      path: urls.endSession.template,
      permission: 'person',
      body: EndSessionForm,
      handle: endSession,
    }),
    ...(parts.demo ? [demoPersonsRoute] : []),
  ]
}

const demoPersonsRoute = route({
  method: 'GET',
  path: urls.demoPersons.template,
  permission: 'public',
  inLanguages: false,
  handle: listDemoPersons,
})
