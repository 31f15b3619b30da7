import { languageNames, languages } from '#platform/i18n/language.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Field, Suggestions } from '#ui/field/field.tsx'
import type { Cell, ChoiceControl, Control, OwnControl } from './control.ts'
import { typedAt, useErrors, type ControlProps } from './control-parts.view.tsx'
import { keywordsName, MORE_LINES, moreName } from './controls.ts'
import type { LookupName, Lookups } from './lookups.ts'

/** What was added by its name, as a box to untick. */
export function addedOf(
  { more }: ChoiceControl,
  listed: readonly { value: string }[],
  values: readonly string[],
  lookups: Lookups,
): { value: string; label: string }[] {
  if (!more) return []
  return values
    .filter(value => listed.every(option => option.value !== value))
    .map(value => ({ value, label: lookups[more.from].nameOf(value) ?? value }))
}

/** Lines for the names of what is not in the list. */
export function MoreLines({
  control,
  more,
  ...props
}: ControlProps & { control: ChoiceControl; more: NonNullable<ChoiceControl['more']> }) {
  const { text } = useLocale()
  const { errorAt } = useErrors(props)
  return (
    <div class="draft-cells draft-more">
      {Array.from({ length: MORE_LINES }, (_, index) => {
        const name = moreName(control, index + 1)
        return (
          <Field
            key={name}
            id={name}
            name={name}
            label={`${text(more.label)}${index > 0 ? ` (${index + 1})` : ''}`}
            {...(index === 0 && { hint: text(more.hint) })}
            list={listId(more.from)}
            autocomplete="off"
            maxlength={300}
            {...typedAt(props, name)}
            {...errorAt(name)}
          />
        )
      })}
    </div>
  )
}

/** What a cell suggests while one writes in it. */
export function suggestedIn({ look }: Cell): LookupName | null {
  if (look === 'municipality') return 'municipalities'
  return look === 'organization' ? 'organizations' : null
}

/** Id of the list of suggestions. */
export const listId = (from: LookupName) => `forslag-${from}`

/** The lists of suggestions that the controls of a step name, each once. */
export function StepSuggestions({ controls, lookups }: { controls: readonly Control[]; lookups: Lookups }) {
  const named = new Set(
    controls.flatMap((control): LookupName[] => {
      if (control.kind === 'choice' && control.more) return [control.more.from]
      if (control.kind !== 'rows') return []
      return control.cells.flatMap(cell => suggestedIn(cell) ?? [])
    }),
  )
  return (
    <>
      {[...named].map(from => (
        <Suggestions key={from} id={listId(from)} values={lookups[from].suggestions} />
      ))}
    </>
  )
}

/** Words that only the search knows, in each language. */
export function KeywordsField({ control, ...props }: ControlProps & { control: OwnControl }) {
  const { t } = useLocale()
  const { errorAt } = useErrors(props)
  return (
    <fieldset class="ds-fieldset field draft-wide" id={control.name}>
      <legend class="ds-label">{t(control.label)}</legend>
      {control.hint && <p data-field="description">{t(control.hint)}</p>}
      <div class="draft-languages">
        {languages.map(language => (
          <div key={language} lang={language}>
            <Field
              id={keywordsName(language)}
              name={keywordsName(language)}
              label={languageNames[language]}
              maxlength={1100}
              {...typedAt(props, keywordsName(language))}
              {...errorAt(keywordsName(language))}
            />
          </div>
        ))}
      </div>
    </fieldset>
  )
}
