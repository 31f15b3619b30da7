import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Checkboxes, Field, Radios, Select, TextArea } from '#ui/field/field.tsx'
import { Filters, type FilterGroup, type FilterOption } from '#ui/filters/filters.tsx'
import { FindForm } from '#ui/find-form/find-form.tsx'

const themes =
  'Angst,Depresjon,Ensomhet,Familie,Flukt og krig,Fritid,Kropp,Mobbing,Rus,Skilsmisse,Skolefravær,Sorg,Søvn'.split(
    ',',
  )

const option = (value: string, label: string, checked: boolean, count?: number): FilterOption => ({
  value,
  label: { nb: label },
  checked,
  count,
  of: {},
})

const groups: FilterGroup[] = [
  {
    legend: 'Nivå',
    name: 'niva',
    kind: 'checkbox',
    options: [
      option('all', 'For alle', false, 54),
      option('more', 'For dem som trenger mer', true, 21),
      option('help', 'Hjelpetilbud', false, 0),
    ],
  },
  {
    legend: 'Alder',
    name: 'alder',
    kind: 'radio',
    options: [
      option('', 'Alle', true),
      option('0-5', '0–5 år', false, 31),
      option('6-12', '6–12 år', false, 38),
    ],
  },
  {
    legend: 'Tema',
    name: 'tema',
    kind: 'checkbox',
    options: themes.map((label, index) => option(`tema-${index + 1}`, label, false, 1300 - index * 101)),
  },
  {
    legend: 'Målgruppe',
    name: 'malgruppe',
    kind: 'checkbox',
    open: false,
    options: [option('parent', 'Foreldre', false, 33)],
  },
]

/** Fields without and with errors, the search form, filters. */
export function FormSpecimen() {
  return (
    <>
      <section class="section">
        <h2>Finn</h2>
        <FindForm
          action="/demo/komponenter"
          place={{
            name: 'sted',
            label: 'Hvor bor du?',
            hint: 'Kommune, sted eller postnummer',
            value: 'Årnnes',
            error: 'Vi fant ikke «Årnnes». Mente du Årnes?',
          }}
          need={{
            name: 'q',
            label: 'Hva trenger du?',
            hint: 'For eksempel «får ikke sove» eller «låne ski»',
            placeholder: 'Skriv med dine egne ord',
          }}
          button="Finn tilbud"
        />
      </section>
      <section class="section">
        <h2>Filtre</h2>
        <div class="cols cols-start">
          <Filters
            action="/demo/komponenter"
            hidden={[{ name: 'q', value: 'sove' }]}
            groups={groups}
            apply="Vis treff"
            summaryLabel="Filtrer"
          />
          <p class="quiet">Treffene står her.</p>
        </div>
      </section>
      <section class="section">
        <h2>Skjema</h2>
        <form class="stack" action="/demo/komponenter" method="get" noValidate>
          <ErrorSummary
            errors={[
              { href: '#epost', text: 'Skriv e-postadressen slik: navn@domene.no' },
              { href: '#kanal', text: 'Velg hvordan vi skal svare' },
            ]}
          />
          <Field
            id="navn"
            name="navn"
            label="Hva heter du?"
            hint="Bare fornavn holder"
            autocomplete="given-name"
          />
          <Field
            id="epost"
            name="epost"
            label="E-post"
            type="email"
            value="kari@"
            required
            error="Skriv e-postadressen slik: navn@domene.no"
          />
          <TextArea
            id="melding"
            name="melding"
            label="Hva er feil?"
            hint="Ikke skriv noe om deg selv eller andre"
            value="Åpningstiden"
          />
          <Select
            id="kommune"
            name="kommune"
            label="Kommune"
            options={[
              { value: '3228', label: 'Nes' },
              { value: '3238', label: 'Nannestad' },
            ]}
          />
          <Radios
            legend="Hvordan skal vi svare?"
            name="kanal"
            hint="Velg én"
            required
            error="Velg hvordan vi skal svare"
            options={[
              { value: 'epost', label: 'E-post' },
              { value: 'telefon', label: 'Telefon', hint: 'På dagtid' },
            ]}
          />
          <Checkboxes
            legend="Hva passer?"
            name="tid"
            values={['kveld']}
            options={[
              { value: 'dag', label: 'Dag' },
              { value: 'kveld', label: 'Kveld' },
            ]}
          />
          <Button>Send meldingen</Button>
        </form>
      </section>
    </>
  )
}
