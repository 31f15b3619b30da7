import type { ComponentChild, ComponentChildren } from 'preact'
import { filled, Html } from '#platform/html/kept.tsx'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Button } from '#ui/button/button.tsx'
import { describedBy, FieldError } from '#ui/field/field-parts.tsx'
import { Icon } from '#ui/icon/icon.tsx'

type FindFormProps = {
  action: string
  place: { name: string; label: string; hint: string; value?: string; error?: string }
  need: { name: string; label: string; hint: string; placeholder?: string; value?: string }
  button: string
  /** What else the search keeps. */
  hidden?: { name: string; value: string }[]
  /** Where the hits are what one came for: on a phone the form is one line that says what was searched for, and opens it. */
  folded?: { searched: string; change: ComponentChild } | undefined
}

/**
 * Where and what, in one go. The fields carry `data-suggest="place"` and `data-suggest="need"` for a script that
 * suggests while typing; without it the form works the same.
 */
export function FindForm({ place, need, folded, ...around }: FindFormProps) {
  const locale = useLocale()
  // From search to search the words and the place differ, and nothing else.
  const { value: where = '', ...ofPlace } = place
  const { value: what = '', ...ofNeed } = need
  const by = `find ${JSON.stringify([around, ofPlace, ofNeed, folded?.change])}`
  const html = filled(locale, { by }, [where, what, folded?.searched ?? ''], (inPlace, inNeed, searched) => (
    <search>
      <Folded folded={folded && { searched, change: folded.change }}>
        <Form {...around} place={{ ...ofPlace, value: inPlace }} need={{ ...ofNeed, value: inNeed }} />
      </Folded>
    </search>
  ))
  return <Html html={html} />
}

function Folded({ folded, children }: Pick<FindFormProps, 'folded'> & { children: ComponentChildren }) {
  if (!folded) return <>{children}</>
  return (
    <details class="find-fold">
      <summary class="opens">
        <Icon name="search" />
        <span class="find-searched">{folded.searched}</span>
        <span class="find-change">{folded.change}</span>
      </summary>
      {children}
    </details>
  )
}

function Form({ action, place, need, button, hidden = [] }: Omit<FindFormProps, 'folded'>) {
  return (
    <form class="find" action={action} method="get">
      <FieldError id="find-place" error={place.error} />
      <div class="ds-field">
        <label class="ds-label" for="find-place">
          {place.label}
        </label>
        <p id="find-place-hint" data-field="description">
          {place.hint}
        </p>
        <input
          class="ds-input"
          id="find-place"
          name={place.name}
          value={place.value}
          autocomplete="off"
          type="text"
          autocapitalize="words"
          spellcheck={false}
          maxLength={100}
          aria-invalid={place.error ? 'true' : undefined}
          aria-describedby={describedBy('find-place', place.hint, place.error)}
          data-suggest="place"
        />
      </div>
      <div class="ds-field">
        <label class="ds-label" for="find-need">
          {need.label}
        </label>
        <p id="find-need-hint" data-field="description">
          {need.hint}
        </p>
        <input
          class="ds-input"
          id="find-need"
          name={need.name}
          value={need.value}
          placeholder={need.placeholder}
          type="search"
          autocomplete="off"
          maxLength={400}
          enterkeyhint="search"
          aria-describedby="find-need-hint"
          data-suggest="need"
        />
      </div>
      {hidden.map(field => (
        <input key={field.name + field.value} type="hidden" name={field.name} value={field.value} />
      ))}
      <Button>
        <Icon name="search" />
        {button}
      </Button>
    </form>
  )
}
