import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Checkboxes, Field, Radios, Select, TextArea } from '#ui/field/field.tsx'
import { Filters, type FilterGroup } from '#ui/filters/filters.tsx'
import { FindForm } from '#ui/find-form/find-form.tsx'

const themes =
  'Angst,Depresjon,Ensomhet,Familie,Flukt og krig,Fritid,Kropp,Mobbing,Rus,Skilsmisse,Skolefravær,Sorg,Søvn'.split(
    ',',
  )

const groups: FilterGroup[] = [
  {
    legend: 'Nivå',
    name: 'niva',
    kind: 'checkbox',
    options: [
      { value: 'all', label: 'For alle', count: 54, checked: false },
      { value: 'more', label: 'For dem som trenger mer', count: 21, checked: true },
      { value: 'help', label: 'Hjelpetilbud', count: 0, checked: false },
    ],
  },
  {
    legend: 'Alder',
    name: 'alder',
    kind: 'radio',
    options: [
      { value: '', label: 'Alle', checked: true },
      { value: '0-5', label: '0–5 år', count: 31, checked: false },
      { value: '6-12', label: '6–12 år', count: 38, checked: false },
    ],
  },
  {
    legend: 'Tema',
    name: 'tema',
    kind: 'checkbox',
    options: themes.map((label, index) => ({
      value: `tema-${index + 1}`,
      label,
      count: 1300 - index * 101,
      checked: false,
    })),
  },
  {
    legend: 'Målgruppe',
    name: 'malgruppe',
    kind: 'checkbox',
    open: false,
    options: [{ value: 'parent', label: 'Foreldre', count: 33, checked: false }],
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
