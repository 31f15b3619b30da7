import assert from 'node:assert/strict'
import type { TestApp } from './app.ts'
import type { Fields, LoggedIn, Page } from './client.ts'
import { organizationId } from './staff.ts'

export const location = (page: Page) => String(page.headers['location'] ?? '')
export const idIn = (path: string) => /\/arbeid\/tilbud\/([0-9a-f-]{36})/.exec(path)?.[1] ?? assert.fail(path)

/** The values of the hidden fields of the form that is sent to a path. */
export function hiddenIn(page: Page, action: string): Record<string, string> {
  const form =
    page.html.split('<form').find(part => part.includes(`action="${action}"`)) ??
    assert.fail(`no form to ${action}`)
  const fields: Record<string, string> = {}
  for (const [input] of form.split('</form>')[0]!.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1]
    if (name) fields[name] = (/value="([^"]*)"/.exec(input)?.[1] ?? '').replaceAll('&quot;', '"')
  }
  return fields
}

/** Sends a form of a page with other words. @returns where it leads */
export async function send(who: LoggedIn, page: string, action: string, fields: Fields): Promise<string> {
  const sent = await who.post(action, { ...hiddenIn(await who.get(page), action), ...fields })
  assert.equal(sent.status, 303, sent.html.slice(0, 3000))
  return location(sent).split('?')[0]!
}

/** What stands in the fields of a page that one types or chooses in, by name. */
export function typedIn(html: string): Record<string, string> {
  const fields: Record<string, string> = {}
  const nameOf = (tag: string) => /name="([^"]*)"/.exec(tag)?.[1]
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const name = nameOf(tag)
    if (name && !/type="(hidden|checkbox|radio)"/.test(tag))
      fields[name] = /value="([^"]*)"/.exec(tag)?.[1] ?? ''
  }
  for (const [, tag, text] of html.matchAll(/(<textarea[^>]*>)([^<]*)</g)) {
    const name = nameOf(tag!)
    if (name) fields[name] = text!
  }
  for (const [, tag, options] of html.matchAll(/(<select[^>]*>)([\s\S]*?)<\/select>/g)) {
    const name = nameOf(tag!)
    if (name) fields[name] = /<option value="([^"]*)" selected/.exec(options!)?.[1] ?? ''
  }
  return fields
}

export async function saveStep(
  who: LoggedIn,
  id: string,
  step: string,
  fields: Record<string, string>,
): Promise<Page> {
  const path = `/arbeid/tilbud/${id}/steg/${step}`
  return who.post(path, { ...hiddenIn(await who.get(path), path), ...fields })
}

/** Begins a service in an organisation. @returns its id */
export async function begin(app: TestApp, who: LoggedIn, name: string, home: string): Promise<string> {
  const place = await app.db.asOwner(tx => organizationId(tx, home))
  const form = hiddenIn(await who.get('/arbeid/tilbud/nytt'), '/arbeid/tilbud/nytt')
  const begun = await who.post('/arbeid/tilbud/nytt', { ...form, sted: place, navn: name })
  assert.equal(begun.status, 303)
  return idIn(location(begun))
}

/** A service with all that is needed, as somebody writes it step by step. */
export async function writeService(
  app: TestApp,
  who: LoggedIn,
  name: string,
  home: string,
  coverage: string,
): Promise<string> {
  const id = await begin(app, who, name, home)
  const steps: [string, Record<string, string>][] = [
    ['hva', { 'navn-nb': name, 'setning-nb': `${name} er for deg som vil prøve.` }],
    ['hvem', { hvem: 'parents', lesere: 'residents', rom: 'foreldreveiledning' }],
    ['hvor', { dekker: '', 'flere-steder': coverage }],
    ['hvordan', { tilgang: 'drop-in', 'gjor-nb': 'Bare kom.', pris: 'free' }],
    ['kontakt', { 'telefon-1-nummer': '63 91 10 00', 'telefon-1-slag': 'voice' }],
    [
      'sprak',
      {
        'navn-nb': name,
        'navn-nn': name,
        'setning-nb': `${name} er for deg som vil prøve.`,
        'setning-nn': `${name} er for deg som vil prøve.`,
        'gjor-nb': 'Bare kom.',
      },
    ],
  ]
  for (const [step, fields] of steps) {
    const saved = await saveStep(who, id, step, fields)
    assert.equal(saved.status, 303, `${step}: ${/error-summary[\s\S]{0,400}/.exec(saved.html)?.[0]}`)
  }
  return id
}

export async function press(
  who: LoggedIn,
  page: string,
  action: string,
  fields: Record<string, string> = {},
): Promise<Page> {
  return who.post(action, { ...hiddenIn(await who.get(page), action), ...fields })
}

export const publish = (who: LoggedIn, id: string, fields: Record<string, string> = {}) =>
  press(who, `/arbeid/tilbud/${id}/publisering`, `/arbeid/tilbud/${id}/publisering`, fields)
