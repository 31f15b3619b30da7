import assert from 'node:assert/strict'
import { testApp } from './app.ts'
import type { Browser, Visited } from './client.ts'
import { handMadeProvider, type HandMadeProvider, type TokenFault } from './hand-made-provider.ts'

/** Two providers made by hand, and the house that logs in there: for the test file that imports it. */
const TENANT = '11111111-2222-4333-8444-555555555555'
/** A synthetic number, as ID-porten tells it; nothing of ours may keep it. */
export const PID = '13890199999'

export const citizens = await handMadeProvider({ claims: { acr: 'idporten-loa-substantial', pid: PID } })
// One that does not say who it is in its answers, as Entra ID does not.
citizens.saysWho = false
export const employees = await handMadeProvider({
  isPushed: true,
  claims: { name: 'Ada Berg', email: 'ada@example.no', tid: TENANT },
})
const settingsOf = ({ issuer, clientId, clientSecret }: HandMadeProvider) => ({
  issuer,
  clientId,
  credential: { kind: 'secret' as const, secret: clientSecret },
})
export const app = await testApp({
  demo: false,
  identity: {
    citizen: {
      ...settingsOf(citizens),
      acceptedLevels: ['idporten-loa-substantial', 'idporten-loa-high'],
      tenant: null,
      scope: 'openid',
    },
    employee: {
      ...settingsOf(employees),
      acceptedLevels: [],
      tenant: TENANT,
      scope: 'openid profile email',
    },
  },
})

export type Hvem = 'ansatt' | 'innbygger'
export const providerOf = { ansatt: employees, innbygger: citizens }

/** Begins to log in. @returns what the provider was asked */
export async function begin(browser: Browser, hvem: Hvem, til = ''): Promise<URLSearchParams> {
  const sent = await browser.ask(`/logg-inn/${hvem}${til && `?til=${encodeURIComponent(til)}`}`)
  assert.equal(sent.status, 303, sent.html)
  const url = new URL(String(sent.headers['location']))
  assert.equal(url.origin + url.pathname, `${providerOf[hvem].issuer}/authorize`)
  return providerOf[hvem].asked(url)
}

/** Comes back with an answer. @param change parameters in the place of the right ones; null: left out */
export function comeBack(
  browser: Browser,
  hvem: Hvem,
  asked: URLSearchParams,
  code: string,
  change: Record<string, string | null> = {},
): Promise<Visited> {
  const { issuer, saysWho } = providerOf[hvem]
  const query = { state: asked.get('state'), code, iss: saysWho ? issuer : null, ...change }
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== null)
  return browser.get(`/logg-inn/svar/${hvem}?${new URLSearchParams(given).toString()}`)
}

export async function logIn(
  browser: Browser,
  hvem: Hvem,
  fault?: TokenFault,
  til?: string,
): Promise<Visited> {
  const asked = await begin(browser, hvem, til)
  return comeBack(browser, hvem, asked, providerOf[hvem].giveCode(asked, fault))
}
