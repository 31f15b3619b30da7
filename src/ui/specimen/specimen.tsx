import { Bars } from '#ui/bars/bars.tsx'
import { Box } from '#ui/box/box.tsx'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { DangerFirst } from '#ui/danger/danger.tsx'
import { Disclosure } from '#ui/disclosure/disclosure.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Facts } from '#ui/facts/facts.tsx'
import { LevelMark, LevelSign } from '#ui/level/level.tsx'
import { AreaMap } from '#ui/map/map.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PhoneLink } from '#ui/phone/phone.tsx'
import { AsTable } from '#ui/table/as-table.tsx'
import { Table } from '#ui/table/table.tsx'
import { FormSpecimen } from './form-specimen.tsx'
import { ListSpecimen } from './list-specimen.tsx'
import { Section } from './section.tsx'

/** Every component in every state, to look at and to test. Shown at /demo/komponenter. Its texts are samples, only in bokmål. */
export function Specimen() {
  return (
    <>
      <div class="page-head">
        <h1 class="page-title">Komponenter</h1>
        <p class="lead">
          Alt sidene er bygget av, i alle tilstander: tomt, ett, få, mange, lange navn, feil.
        </p>
      </div>
      <Section title="Skrift">
        <div class="prose">
          <h2>Overskrift på andre nivå</h2>
          <p>
            Brødtekst med <a href="#lenke">en lenke i teksten</a> og <strong>noe viktig</strong>. Linjene er
            korte nok til å lese, og lange ord som samarbeidsavtaleforhandlinger og
            menneskerettighetsorganisasjonsmedlemskap deles.
          </p>
          <h3>Overskrift på tredje nivå</h3>
          <ul>
            <li>Et punkt</li>
            <li>Et punkt til, med litt mer tekst så det blir to linjer på en telefon</li>
          </ul>
          <p class="quiet small">Dempet og liten tekst.</p>
        </div>
      </Section>
      <Section title="Nivåer">
        <div class="row">
          <LevelSign level="all" label="For alle" />
          <LevelSign level="more" label="For dem som trenger mer" />
          <LevelSign level="help" label="Hjelpetilbud" />
          <LevelMark level="all" />
        </div>
      </Section>
      <Section title="Knapper">
        <div class="row">
          <Button>Vis tilbud i Nes</Button>
          <Button kind="quiet">Skriv ut</Button>
          <Button kind="danger">Slett tilbudet</Button>
          <Button disabled>Ikke nå</Button>
          <ButtonLink href="#lenke">En lenke som knapp</ButtonLink>
          <ButtonLink href="#lenke" kind="quiet">
            En stille lenke med et langt navn som tar mye plass på en telefon
          </ButtonLink>
        </div>
      </Section>
      <Section title="Telefon">
        <p>
          Barnevernet <PhoneLink number="66104500" />, mobil <PhoneLink number="90012345" />, nød{' '}
          <PhoneLink number="113" />, <PhoneLink number="116111" label="Alarmtelefonen" />,{' '}
          <PhoneLink number="02800" />
        </p>
        <PhoneLink number="66104000" kind="button" />
        <PhoneLink number="80033321" label="Foreldresupport" kind="button" />
      </Section>
      <Section title="Fare først">
        <DangerFirst
          title="Er noen i fare nå?"
          text="Ring med en gang. Du trenger ikke være sikker."
          numbers={[
            { label: 'Politi, når noen er i fare akkurat nå', number: '112', hours: 'Døgnet rundt' },
            { label: 'Alarmtelefonen for barn og unge', number: '116111', hours: 'Døgnet rundt' },
            { label: 'Barnevernvakten i Nes og Nannestad', number: '64993270', hours: 'Kveld, natt og helg' },
          ]}
          more={{ href: '#lenke', label: 'Flere nummer og råd' }}
        />
        <DangerFirst
          id="fare-ett-nummer"
          title="Tenker du på å ta livet ditt?"
          numbers={[{ label: 'Mental Helse', number: '116123' }]}
        />
      </Section>
      <Section title="Meldinger">
        <Notice kind="info">Bare en opplysning.</Notice>
        <Notice kind="success" title="Takk for hjelpen">
          Meldingen er sendt til den som eier tilbudet.
        </Notice>
        <Notice kind="warning" title="Ikke bekreftet siden mars">
          <p>
            Ring før du møter opp. <a href="#lenke">Meld fra hvis noe er feil</a>
          </p>
        </Notice>
        <Notice kind="danger" title="Tilbudet er lagt ned" />
      </Section>
      <Section title="Bokser og fakta">
        <div class="cols">
          <Facts
            items={[
              { label: 'Koster', value: 'Gratis' },
              { label: 'Slik får du det', value: 'Møt opp når det er åpent, eller ring og avtal en time' },
              {
                label: 'Samarbeidspartnere',
                value: <a href="#lenke">Barne- og ungdomspsykiatrisk poliklinikk</a>,
              },
              { label: 'Uten verdi', value: '' },
            ]}
          />
          <div class="stack">
            <Box title="Ta kontakt" kind="contact">
              <PhoneLink number="66104000" kind="button" />
              <ButtonLink href="#lenke" kind="quiet">
                Send melding
              </ButtonLink>
              <p>
                <a href="#lenke">Vis i kart</a>
              </p>
            </Box>
            <Box title="Lignende tilbud">
              <ul>
                <li>
                  <a href="#lenke">Skolehelsetjenesten</a>
                </li>
              </ul>
            </Box>
            <Box kind="quiet">
              <p>En boks som trer tilbake, uten tittel.</p>
            </Box>
          </div>
        </div>
        <Disclosure summary="Hva er taushetsplikt?">
          Den som jobber her, kan ikke fortelle videre det du sier.
        </Disclosure>
        <Disclosure summary="Hvem kan få vite det?" open>
          <p>Er du under 16, kan foreldrene dine i noen tilfeller få vite det. De forteller deg det først.</p>
        </Disclosure>
      </Section>
      <Section title="Tomt">
        <Empty title="Ingen treff på «hestesko» i Nes">
          <p>Prøv et videre ord, eller se det som ligger nærmest.</p>
          <ButtonLink href="#lenke" kind="quiet">
            Vis alt for ungdom i Nes
          </ButtonLink>
        </Empty>
      </Section>
      <ListSpecimen />
      <FormSpecimen />
      <Section title="Tall">
        <Table
          caption="Tilbud etter nivå og alder"
          rowHeader
          columns={[
            { label: 'Nivå' },
            ...['0–5 år', '6–12 år', '13–19 år', '20–24 år', 'Foreldre', 'Ansatte'].map(label => ({
              label,
              numeric: true,
            })),
          ]}
          rows={[
            ['For alle', 31, 38, 46, 27, 33, 14],
            ['For dem som trenger mer', 12, 15, 9, 4, 11, 8],
            ['Hjelpetilbud', 1204, 7, 12, 6, 3, 2],
          ]}
        />
        <AsTable
          caption="Tilbud i Nes"
          lines={() => [
            ['Tilbud', 'Hvem'],
            ['Helsestasjon', 'Nes kommune'],
          ]}
        />
        <Bars
          caption="Tilbud for hver tusende unge"
          items={[
            { label: 'Nes', value: 12.4, text: '12,4' },
            { label: 'Nannestad', value: 9.1, text: '9,1' },
            { label: 'Akershus', value: 10.2, text: '10,2' },
            { label: 'Ingen', value: 0, text: '0' },
          ]}
        />
      </Section>
      <Section title="Utskrift">
        <p class="print-only">Denne linjen står bare på papir.</p>
        <p class="no-print">Denne linjen står bare på skjerm. Meny, filtre og søk skrives ikke ut.</p>
      </Section>
      <Section title="Kart">
        <AreaMap
          title="Nes og naboene"
          viewBox="0 0 400 220"
          shapes={[
            {
              d: 'M10 60 120 20 150 110 60 190Z',
              kind: 'neighbour',
              href: '#ullensaker',
              label: 'Ullensaker',
            },
            { d: 'M120 20 270 40 290 150 150 110Z', kind: 'here', label: 'Nes' },
            { d: 'M270 40 390 70 380 200 290 150Z', kind: 'link', href: '#sor-odal', label: 'Sør-Odal' },
            { d: 'M60 190 150 110 290 150 380 200 200 215Z', kind: 'land' },
          ]}
          points={[{ x: 205, y: 80, label: 'Årnes' }]}
        />
      </Section>
    </>
  )
}
