import type { TestApp } from '#test/app.ts'

/** One page of every kind there is: the name of the kind and a path without language prefix. */
export async function pagesOfEveryKind(app: TestApp): Promise<[kind: string, path: string][]> {
  const services = await servicesOfEveryKind(app)
  const saved = services.slice(0, 4).map(service => `tilbud=${service.id}`)
  return [
    ['front page', '/'],
    ['help', '/hjelp'],
    ['help in a municipality', '/hjelp?kommune=3228'],
    ['help, which place', '/hjelp?sted=V%C3%A5ler'],
    ['help where no child protection is known', '/hjelp?kommune=1151'],
    ['help in a county', '/hjelp?sted=Akershus'],
    ['country', '/norge'],
    ['county', '/fylke/32'],
    ['municipality', '/kommune/3228'],
    ['another municipality', '/kommune/3238'],
    ['municipality with districts', '/kommune/0301'],
    ['municipality without services of its own', '/kommune/1151'],
    ['where there are pyramids', '/pyramide'],
    ['pyramid', '/pyramide/3228'],
    ['pyramid of a county', '/pyramide/32'],
    ['pyramid with few services', '/pyramide/1151'],
    ['chain of measures', '/pyramide/3228/kjede?malgruppe=youth'],
    ['two chains', '/pyramide/3228/kjede?malgruppe=youth&alder2=0-5&sammenlign=ja'],
    ['room of the pyramid', '/pyramide/3228/helsestasjon'],
    ['room about danger', '/pyramide/3228/barnevern'],
    ['empty room', '/pyramide/1151/slt'],
    ['value of early effort', '/verdi-av-tidlig-innsats'],
    ['value of early effort, wrong', '/verdi-av-tidlig-innsats?kostnad=masse'],
    ['method', '/metode'],
    ['step of the method', '/metode/koordineringsgruppe'],
    ['search', '/tilbud'],
    ['search in a municipality', '/tilbud?kommune=3228'],
    ['search with words', '/tilbud?q=hasj&kommune=3228'],
    ['search about danger', '/tilbud?q=pappa+sl%C3%A5r+meg&kommune=3228'],
    ['search by a word of Los', '/tilbud?tema=krisesenter&kommune=3228'],
    ['search without hits', '/tilbud?q=finnesikkeord&kommune=1151'],
    [
      'search with many filters',
      '/tilbud?kommune=3228&alder=13-15&alder=16-19&hvem=young-people&niva=all&niva=more&tilgang=contact',
    ],
    ['last page of a search', '/tilbud?side=9999'],
    ['choice between places', '/sted?sted=Her%C3%B8y'],
    ['cry for help as a place', '/sted?sted=pappa+sl%C3%A5r+meg+i+Nes'],
    ['place not found', '/sted?sted=qqqqqq&q=hjelp&alder=13-15'],
    ...services.map(({ kind, id, slug }): [string, string] => [`service ${kind}`, `/tilbud/${id}/${slug}`]),
    ['error report', `/tilbud/${services[0]!.id}/${services[0]!.slug}/meld-feil`],
    ['saved services, none', '/lagret'],
    ['saved services', `/lagret?${saved.join('&')}`],
    ['saved services, some gone', `/lagret?${saved.join('&')}&tilbud=00000000-0000-7000-8000-000000000000`],
    ['thanks', '/takk'],
    ['form to join', '/bli-med'],
    ['request to join sent', '/bli-med/takk'],
    ['about', '/om'],
    ['privacy', '/personvern'],
    ['accessibility', '/tilgjengelighet'],
    ['open data', '/apne-data'],
    ['components', '/demo/komponenter'],
    ['mails of the demonstration', '/demo/post'],
    ['not found', '/finnes-ikke'],
    ['bad request', '/tilbud?alder=tull'],
  ]
}

/** The kinds of services whose pages differ, by what tells them. */
const kinds: Record<string, string> = {
  'with a map': `exists (select from catalogue.service_at_location join catalogue.location l on l.id = location_id
    where service_id = s.id and l.latitude is not null) order by not s.sensitive`,
  'with opening hours': `true order by (select count(*) from catalogue.schedule where service_id = s.id) desc`,
  'with many phones': `true order by (select count(*) from catalogue.phone where service_id = s.id) desc`,
  'with a secret address': `s.sensitive and exists (select from catalogue.service_at_location
    join catalogue.location l on l.id = location_id where service_id = s.id and l.protected)`,
  'without contact': `not exists (select from catalogue.phone where service_id = s.id)
    and not exists (select from catalogue.link where service_id = s.id)`,
  'not confirmed': `s.confirm_by < '2026-11-22'`,
  'for employees': `s.meant_for = 'services'`,
  'by several organisations': `true order by (select count(*) from catalogue.service_organization where service_id = s.id) desc`,
  'with long words': `true order by (select max(length(word)) from catalogue.service_text,
    regexp_split_to_table(name, '\\s') word where service_id = s.id) desc`,
}

type ServiceOfKind = { kind: string; id: string; slug: string }

/** A service of each kind that has a page of its own look. @throws when the demo data lacks one */
export async function servicesOfEveryKind(app: TestApp): Promise<ServiceOfKind[]> {
  const found: ServiceOfKind[] = []
  for (const [kind, condition] of Object.entries(kinds)) {
    const text = `select s.id::text, s.slug from catalogue.service s where ${condition}${condition.includes('order by') ? ', s.slug' : ' order by s.slug'} limit 1`
    const { rows } = await app.db.publicReader.query({ text })
    if (!rows[0]) throw new Error(`The demo data has no service ${kind}`)
    found.push({ kind, id: String(rows[0]['id']), slug: String(rows[0]['slug']) })
  }
  return found
}
