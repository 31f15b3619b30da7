import { Chips } from '#ui/chips/chips.tsx'
import { Choices } from '#ui/choices/choices.tsx'
import { Doors } from '#ui/doors/doors.tsx'
import { Hits, type Hit } from '#ui/hits/hits.tsx'
import { Pagination } from '#ui/pagination/pagination.tsx'
import { Section } from './section.tsx'

const ages = ['0–5 år', '6–12 år', '13–19 år', '20–24 år', 'Gravid', 'Foreldre', 'Familie', 'For ansatte']

const hits: Hit[] = [
  {
    href: '#helsestasjon',
    name: 'Helsestasjon for ungdom',
    summary: 'Gratis samtale og hjelp for deg mellom 13 og 20 år. Du trenger ikke time.',
    level: 'all',
    levelLabel: 'For alle',
    facts: ['13–20 år', 'Møt opp', 'Nes kommune'],
    why: 'Treff på «seksuell helse» for «prevensjon»',
  },
  {
    href: '#langt',
    name: 'Tverrfaglig koordineringsgruppe for minoritetsspråklige familier og enslige mindreårige flyktninger',
    summary: 'Et navn og en setning som er lange, slik noen tilbud faktisk heter.',
    level: 'more',
    levelLabel: 'For dem som trenger mer',
    facts: [
      '0–18 år',
      'Ta kontakt selv eller bli henvist av skolehelsetjenesten',
      'Nes og Nannestad kommuner',
    ],
    notice: 'Ikke bekreftet siden mars 2026. Ring før du møter opp.',
  },
  {
    href: '#alarm',
    name: 'Alarmtelefonen for barn og unge',
    summary: 'Ring, chat eller send melding når du er redd eller har det vondt hjemme.',
    level: 'help',
    levelLabel: 'Hjelpetilbud',
    facts: ['0–18 år', 'Ring 116 111', 'Hele landet'],
  },
]

/** Choices, doors, hits and how to narrow and walk through them. */
export function ListSpecimen() {
  return (
    <>
      <Section title="Valg">
        <Choices
          label="Alder"
          size="large"
          items={ages.map((label, index) => ({
            href: `#alder-${index}`,
            label,
            detail: `${index * 7 + 3} tilbud`,
            current: index === 2,
          }))}
        />
        <Choices
          label="Tema"
          items={[
            'Kropp og helse',
            'Psykisk helse',
            'Rus',
            'Skole og skolefravær',
            'Vold og overgrep',
            'Økonomi',
          ].map((label, index) => ({
            href: `#tema-${index}`,
            label,
          }))}
        />
        <Choices label="Bare ett" items={[{ href: '#ett', label: 'Bibliotek', detail: '1 tilbud' }]} />
      </Section>
      <Section title="Dører">
        <Doors
          items={[
            {
              href: '#barn',
              title: 'Jeg er barn eller ungdom',
              text: 'Noen å snakke med, steder å være, og hva du har rett til.',
            },
            {
              href: '#forelder',
              title: 'Jeg er forelder eller foresatt',
              text: 'Råd, kurs, møteplasser og hjelp, for deg og for barnet ditt.',
            },
            {
              href: '#ansatt',
              title: 'Jeg jobber med barn',
              text: 'Veileder fra uro til handling, skjemaer og hele oversikten.',
            },
          ]}
        />
      </Section>
      <Section title="Treff">
        <Chips
          label="Valgte filtre"
          items={[
            { label: '13–19 år', removeHref: '#uten-alder' },
            { label: 'Angst', removeHref: '#uten-tema' },
            { label: 'Barn og unge som har foreldre med alvorlig sykdom', removeHref: '#uten-gruppe' },
          ]}
          clearHref="#nullstill"
        />
        <Chips label="Ett valgt filter" items={[{ label: 'Gratis', removeHref: '#uten-pris' }]} />
        <Hits items={hits} headingLevel={3} />
        <Hits items={hits.slice(0, 1).map(hit => ({ ...hit, href: '#alene' }))} headingLevel={3} />
      </Section>
      <Section title="Bla">
        {[
          [1, 3],
          [7, 42],
          [42, 42],
        ].map(([page, pages]) => (
          <Pagination
            key={`${page}-${pages}`}
            page={page!}
            pages={pages!}
            href={n => `#side-${n}`}
            label={`Side ${page} av ${pages}`}
          />
        ))}
      </Section>
    </>
  )
}
