import type { Tx } from '#platform/db/sql.ts'
import {
  agreement,
  all,
  arrangedRooms,
  coverageRequest,
  draft,
  draftOf,
  feedback,
  idsOf,
  invitation,
  joinRequest,
  made,
  order,
  organization,
  published,
  publishedOf,
  reading,
  reported,
  reviewOf,
  role,
  sessionOf,
  unit,
  unmetNeed,
  uuid,
  viewsOf,
  type Thing,
} from './access-makers.ts'
import { closedRound, resources, round } from './access-rounds.ts'
import { planningThings } from './access-planning.ts'
import { giveRole, makePerson } from './roles.ts'

/** Makes one anew. `personId`: who asks, for what is her own. */
type Maker = (tx: Tx, personId: string | null) => Promise<Thing>

export const things: Record<string, Maker> = {
  nothing: all,
  ...planningThings,
  'a draft of Nes': async (tx: Tx) => ({ ...(await all(tx)), ...(await draftOf(tx, 'nes')) }),
  'a draft of the clinic': async (tx: Tx) => ({ ...(await all(tx)), ...(await draftOf(tx, 'clinic')) }),
  'a draft of Nes that was never public': async (tx: Tx) => ({ id: await draft(tx, 'nes'), revision: '0' }),
  'a draft of Nes in review': (tx: Tx) => reviewOf(tx, 'nes'),
  'a draft of the clinic in review': (tx: Tx) => reviewOf(tx, 'clinic'),
  'a published service of Nes': (tx: Tx) => publishedOf(tx, 'nes'),
  'a published service of the clinic': (tx: Tx) => publishedOf(tx, 'clinic'),
  'a service of Nes past its date': async (tx: Tx) => {
    const service = await publishedOf(tx, 'nes')
    await tx.query({
      text: `update catalogue.service set confirm_by = '2026-10-01' where id = $1`,
      values: [service['id']],
    })
    return service
  },
  'a draft of Nes, and a publication of Nannestad': async (tx: Tx) => ({
    ...(await draftOf(tx, 'nes')),
    publisering: (await draftOf(tx, 'nannestad'))['publisering']!,
  }),
  'a draft of Nannestad, and a publication of Nes': async (tx: Tx) => ({
    ...(await draftOf(tx, 'nannestad')),
    publisering: (await draftOf(tx, 'nes'))['publisering']!,
  }),
  'a draft of Nes, and a review of Nannestad': async (tx: Tx) => ({
    ...(await reviewOf(tx, 'nes')),
    foresporsel: (await reviewOf(tx, 'nannestad'))['foresporsel']!,
  }),
  'a draft of Nannestad, and a review of Nes': async (tx: Tx) => ({
    ...(await reviewOf(tx, 'nannestad')),
    foresporsel: (await reviewOf(tx, 'nes'))['foresporsel']!,
  }),
  'views of a service of Nes': (tx: Tx) => viewsOf(tx, 'nes'),
  'views of a service of the clinic': (tx: Tx) => viewsOf(tx, 'clinic'),
  'a published service of Nes, in reports': async (tx: Tx) => reported(tx, await published(tx, 'nes')),
  'a draft of Nes, in reports': async (tx: Tx) => reported(tx, (await draftOf(tx, 'nes'))['id']!),
  'searches without a hit in Nes': (tx: Tx) => unmetNeed(tx, ''),
  'searches without a hit in Nes, asked for by its code': (tx: Tx) => unmetNeed(tx, '?omrade=3228'),
  'a question to Nes': async (tx: Tx) => ({ id: await coverageRequest(tx, 'redCross', '3228') }),
  'a question to the county': async (tx: Tx) => ({ id: await coverageRequest(tx, 'redCross', '32') }),
  'a service of the Red Cross in Nes': async (tx: Tx) => {
    const id = await published(tx, 'redCross')
    return { id }
  },
  'a message about a service of Nes': async (tx: Tx) => feedback(tx, await published(tx, 'nes'), null),
  'a message about a service of the clinic': async (tx: Tx) =>
    feedback(tx, await published(tx, 'clinic'), null),
  'a message about Nes and no service': (tx: Tx) => feedback(tx, null, '3228'),
  'two persons in Nes': async (tx: Tx) => {
    await tx.query({ text: 'delete from catalogue.publishing_rule' })
    return all(tx)
  },
  'an import of Nes': async (tx: Tx) => ({ id: await order(tx, 'nes') }),
  'an import of the clinic': async (tx: Tx) => ({ id: await order(tx, 'clinic') }),
  'a read import of Nes': async (tx: Tx) => {
    const id = await order(tx, 'nes')
    return { id, lesing: await reading(tx, id) }
  },
  'an import of Nes, and a reading of Nannestad': async (tx: Tx) => {
    const id = await order(tx, 'nes')
    await reading(tx, id)
    return { id, lesing: await reading(tx, await order(tx, 'nannestad')) }
  },
  'an import of Nannestad, and a reading of Nes': async (tx: Tx) => {
    const id = await order(tx, 'nannestad')
    await reading(tx, id)
    return { id, lesing: await reading(tx, await order(tx, 'nes')) }
  },
  'a webhook of Nes': async (tx: Tx) => {
    const [id] = await idsOf(tx, 'nes')
    await tx.query({ text: 'delete from catalogue.webhook' })
    const text = 'insert into catalogue.webhook (organization_id, url, secret) values ($1, $2, $3)'
    return { id: await made(tx, text, [id, 'https://merket-nes.example/', Buffer.from('sealed')]), nes: id }
  },
  'Nes itself': async (tx: Tx) => organization(tx, 'nes'),
  'the clinic in Nes': async (tx: Tx) => organization(tx, 'clinic'),
  'a role in Nes': async (tx: Tx) => ({ ...(await all(tx)), ...(await role(tx, 'nes')) }),
  'a role in the clinic': async (tx: Tx) => ({ ...(await all(tx)), ...(await role(tx, 'clinic')) }),
  'a role of her own': async (tx: Tx, personId: string | null) => {
    const person = personId ?? (await makePerson(tx, 'En annen'))
    // One that is over counts in no other cell.
    const given = {
      role: 'professional',
      organization: 'nes-rode-kors',
      from: '2020-01-01',
      to: '2020-01-02',
    }
    return { id: await giveRole(tx, person, given) }
  },
  'a role of her own that holds': async (tx: Tx, personId: string | null) => {
    const person = personId ?? (await makePerson(tx, 'En annen'))
    return { id: await giveRole(tx, person, { role: 'professional', organization: 'nes-rode-kors' }) }
  },
  'an invitation to Nes': (tx: Tx) => invitation(tx, 'nes', '{editor}'),
  'an invitation to the clinic': (tx: Tx) => invitation(tx, 'clinic', '{editor}'),
  'an invitation to the Red Cross': (tx: Tx) => invitation(tx, 'redCross', '{editor}'),
  'a unit of Nes': async (tx: Tx) => ({ id: await unit(tx, 'nes'), name: uuid() }),
  'a unit below the clinic': async (tx: Tx) => ({
    id: await unit(tx, 'clinic'),
    name: uuid(),
    under: (await idsOf(tx, 'clinic'))[1]!,
  }),
  'a request to join in Nes': async (tx: Tx) => ({ ...(await all(tx)), id: await joinRequest(tx) }),
  'a request to join, for the county': async (tx: Tx) => ({ ...(await all(tx)), id: await joinRequest(tx) }),
  'an agreement offered to Nes': async (tx: Tx) => ({ id: await agreement(tx, false), ...(await all(tx)) }),
  'an agreement of Nes': async (tx: Tx) => ({ id: await agreement(tx, true), ...(await all(tx)) }),
  'no agreement': async (tx: Tx) => {
    await tx.query({ text: 'delete from organizations.agreement' })
    return all(tx)
  },
  'a session of another': async (tx: Tx) => ({ okt: await sessionOf(tx, await makePerson(tx, 'En annen')) }),
  'a session of her own': async (tx: Tx, personId: string | null) => ({
    okt: await sessionOf(tx, personId ?? (await makePerson(tx, 'En annen'))),
  }),
  'a round of Nes': round,
  'a closed round of Nes': closedRound,
  'resources of a service of Nes': resources,
  'rooms of Nes': (tx: Tx) => arrangedRooms(tx, ''),
  'rooms of Nes, asked for by their code': (tx: Tx) => arrangedRooms(tx, '?omrade=3228'),
  'a job that failed': async (tx: Tx) => {
    const { rows } = await tx.query({
      text: `select id::text from graphile_worker.add_job('mail.send', json_build_object('id', gen_random_uuid()))`,
    })
    const id = rows[0]!['id'] as string
    await tx.query({
      text: `update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'smtp-550' where id = $1`,
      values: [id],
    })
    return { jobb: id }
  },
}
