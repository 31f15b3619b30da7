import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { sql, value, type Tx } from '#platform/db/sql.ts'
import type { TestApp } from './app.ts'
import { loginAs } from './client.ts'
import { giveRole, idOf } from './roles.ts'

const Text = z.string()

/** Those who take part in a mapping round of Nes, and ways to open one and to look at its rows. */
export async function roundScene(app: TestApp) {
  const ingrid = await loginAs(app, 'koordinator-nes')
  const nurse = await loginAs(app, 'helsesykepleier-nes')
  const places = await app.db.asOwner(async tx => {
    // The nurse leads the clinic and no other place.
    const unit = 'nes-helsestasjonen'
    await giveRole(tx, nurse.personId, { role: 'leader', organization: 'nes-kommune', unit })
    return {
      nes: await idOf(tx, 'organization', 'nes-kommune'),
      clinic: await idOf(tx, 'unit', unit),
      school: await idOf(tx, 'unit', 'nes-skolene'),
      kindergartens: await idOf(tx, 'unit', 'nes-barnehagene'),
    }
  })
  const form = {
    organisasjon: places.nes,
    tittel: 'Vinterens kartlegging',
    melding: 'Kjære alle.\nSi det som det er.',
    frist: '2026-12-15',
    standard: 'behov',
    egne: 'Hva ville dere gjort med en time til?',
  }
  const owner = <T>(work: (tx: Tx) => Promise<T>) => app.db.asOwner(work)

  /** As a browser sends a form with several ticks of one name. */
  async function open(asked: string[], fields: Record<string, string> = form, submission = randomUUID()) {
    const body = new URLSearchParams({ submission, ...fields })
    for (const one of asked) body.append('spurte', one)
    const answer = await app.server.inject({
      method: 'POST',
      url: '/arbeid/kartlegging/ny',
      headers: {
        ...ingrid.headers,
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
      },
      payload: body.toString(),
    })
    return { status: answer.statusCode, to: answer.headers.location ?? '', html: answer.body }
  }

  return {
    ...places,
    ingrid,
    nurse,
    form,
    open,
    owner,
    kari: await loginAs(app, 'redaktor-nes'),
    tove: await loginAs(app, 'leder-nes'),
    ola: await loginAs(app, 'redaktor-nannestad'),
    jonas: await loginAs(app, 'koordinator-nannestad'),
    respondentOf: (round: string, unit: string | null) =>
      owner(tx =>
        value(
          tx,
          Text,
          sql`select id from mapping.respondent where round_id = ${round} and unit_id is not distinct from ${unit}`,
        ),
      ),
    questionOf: (round: string, position: number) =>
      owner(tx =>
        value(
          tx,
          Text,
          sql`select id from mapping.question where round_id = ${round} and position = ${position}`,
        ),
      ),
    answers: (round: string) =>
      owner(tx =>
        value(
          tx,
          z.number(),
          sql`select count(*) from mapping.answer join mapping.respondent asked on asked.id = respondent_id where round_id = ${round}`,
        ),
      ),
  }
}

export const idIn = (path: string) => /kartlegging\/([0-9a-f-]{36})/.exec(path)![1]!

/** The value of a hidden field that comes after a piece of a page. */
export function hidden(html: string, name: string, after: string): string {
  const from = html.indexOf(after)
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(html.slice(from))![1]!
}
