import { useLocale } from '#platform/i18n/locale.tsx'
import { Checkboxes, Field } from '#ui/field/field.tsx'
import { AreaMap } from '#ui/map/map.tsx'
import type { FieldError, OwnControl } from './control.ts'
import type { Form } from './form.ts'
import { messages } from './messages.ts'

/** Areas offered in the list, with how they stand to the owner; `own` needs nobody's answer. */
export type CoverageChoice = {
  areas: { code: string; name: string; kind: 'own' | 'neighbour' | 'other' }[]
  /** The county around, with the chosen municipalities; null: none is drawn. */
  map: {
    place: string
    viewBox: string
    shapes: { d: string; name: string; isChosen: boolean }[]
    /** Names of what is chosen and lies outside it. */
    beyond: string[]
  } | null
}

type CoverageFieldProps = {
  control: OwnControl
  form: Form
  errors: readonly FieldError[]
  choice: CoverageChoice
}

/** Where a service is for: own areas first, neighbours suggested, any other by its name. */
export function CoverageField({ control, form, errors, choice }: CoverageFieldProps) {
  const { text } = useLocale()
  const label = {
    own: (area: string) => area,
    neighbour: (area: string) => text(messages.coverageNeighbour, { area }),
    other: (area: string) => text(messages.coverageAsk, { area }),
  }
  const error = errors.find(one => one.id === 'flere-steder')
  return (
    <div class="draft-where">
      <div class="stack">
        <Checkboxes
          name={control.name}
          legend={text(control.label)}
          {...(control.hint && { hint: text(control.hint) })}
          options={choice.areas.map(area => ({ value: area.code, label: label[area.kind](area.name) }))}
          values={[form['dekker'] ?? []].flat()}
        />
        <Field
          id="flere-steder"
          name="flere-steder"
          label={text(messages.morePlaces)}
          hint={text(messages.morePlacesHint)}
          value={[form['flere-steder'] ?? ''].flat()[0] ?? ''}
          maxlength={1000}
          {...(error && { error: text(error.message) })}
        />
      </div>
      {choice.map && (
        <div class="draft-map">
          <AreaMap
            title={text(messages.mapOf, { place: choice.map.place })}
            viewBox={choice.map.viewBox}
            shapes={choice.map.shapes.map(({ d, name, isChosen }) => ({
              d,
              kind: isChosen ? ('here' as const) : ('neighbour' as const),
              label: name,
            }))}
          />
          <p class="small">{text(messages.mapShows)}</p>
          {choice.map.beyond.length > 0 && (
            <p class="small">{text(messages.mapBeyond, { areas: choice.map.beyond.join(', ') })}</p>
          )}
        </div>
      )}
    </div>
  )
}
