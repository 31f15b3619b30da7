import type { LocalText } from '#platform/i18n/language.ts'
import type { ComponentChild } from 'preact'
import { useLocale, type Locale } from '#platform/i18n/locale.tsx'
import { Button } from '#ui/button/button.tsx'
import { Icon } from '#ui/icon/icon.tsx'
import { filled, Html } from '#platform/html/kept.tsx'
import { messages } from '#ui/messages.ts'

export type FilterOption = {
  value: string
  label: LocalText
  count?: number
  checked: boolean
  /** What it is made of beside its count, the same object on every page of its kind: by that it is kept as it was rendered. */
  of: object
}

export type FilterGroup = {
  legend: string
  name: string
  kind: 'checkbox' | 'radio'
  options: FilterOption[]
  /** Unset: open when it is among the first three or something in it is chosen. */
  open?: boolean
}

type FiltersProps = {
  action: string
  /** What the search keeps: the words, the place. */
  hidden: { name: string; value: string }[]
  groups: FilterGroup[]
  /** Text of the button that applies the choices. */
  apply: string
  /** What opens the sheet on a phone: "Filtrer". */
  summaryLabel: string
  /** The sheet is open on a phone too. */
  isOpen?: boolean
  /** Leads to the same page with more groups. */
  more?: { href: string; text: string } | undefined
}

/** Options in sight before the rest is folded. */
const inSight = 6

/** Choices that narrow a list: a column on a desk, a sheet that opens on a phone. A GET form, so it works without script. */
export function Filters({ action, hidden, groups, apply, summaryLabel, isOpen, more }: FiltersProps) {
  const { t } = useLocale()
  const chosen = groups.reduce((sum, group) => sum + chosenIn(group), 0)
  return (
    <form class="filters no-print" action={action} method="get" data-filters>
      {hidden.map(field => (
        <input key={field.name + field.value} type="hidden" name={field.name} value={field.value} />
      ))}
      <details class="filter-sheet" open={isOpen}>
        <summary class="ds-button opens" data-variant="secondary">
          <Icon name="filter" />
          {summaryLabel}
          {chosen > 0 && <span class="filter-chosen">{t(messages.chosen, { n: chosen })}</span>}
        </summary>
        <div class="filter-groups">
          {groups.map((group, index) => (
            <Group key={group.name} group={group} open={group.open ?? (index < 3 || chosenIn(group) > 0)} />
          ))}
          {more && (
            <a class="filter-more" href={more.href}>
              {more.text}
            </a>
          )}
          <Button>{apply}</Button>
        </div>
      </details>
    </form>
  )
}

function chosenIn(group: FilterGroup): number {
  return group.options.filter(option => option.checked && option.value !== '').length
}

/** What stands around the options is the same on most pages. */
function Group({ group, open }: { group: FilterGroup; open: boolean }) {
  const locale = useLocale()
  const chosen = chosenIn(group)
  // One more than the fold is shown outright: a fold that hides a single line only costs a press.
  const folded = group.options.length > inSight + 1 ? group.options.length - inSight : 0
  const first = folded > 0 ? group.options.slice(0, inSight) : group.options
  const rest = folded > 0 ? group.options.slice(inSight) : []
  const isRestOpen = rest.some(option => option.checked)
  const by = `filters ${group.name} ${group.legend} ${open} ${chosen} ${folded} ${isRestOpen}`
  const fillings = [{ html: options(locale, group, first) }, { html: options(locale, group, rest) }]
  return (
    <Html
      html={filled(locale, { by }, fillings, (inFirst, inRest) => (
        <Frame
          {...{ name: group.name, legend: group.legend, open, chosen, folded, isRestOpen }}
          first={inFirst}
          rest={inRest}
        />
      ))}
    />
  )
}

type FrameProps = {
  name: string
  legend: string
  open: boolean
  chosen: number
  /** Options in the fold, and whether it is open. */
  folded: number
  isRestOpen: boolean
  first: ComponentChild
  rest: ComponentChild
}

function Frame({ name, legend, open, chosen, folded, isRestOpen, first, rest }: FrameProps) {
  const { t } = useLocale()
  return (
    <details class="filter-group" id={`filter-${name}`} open={open}>
      <summary class="opens">
        {legend}
        {chosen > 0 && <span class="filter-chosen">{t(messages.chosen, { n: chosen })}</span>}
      </summary>
      <fieldset>
        <legend class="visually-hidden">{legend}</legend>
        <ul>{first}</ul>
        {folded > 0 && (
          <details class="filter-rest" open={isRestOpen}>
            <summary>{t(messages.showMore, { n: folded })}</summary>
            <ul>{rest}</ul>
          </details>
        )}
      </fieldset>
    </details>
  )
}

/** Of a search there are a hundred, which differ from page to page by their counts alone. */
function options(locale: Locale, group: FilterGroup, list: FilterOption[]): string {
  const plain = `filter ${group.kind} ${group.name}`
  const [checked, none] = [`${plain} checked`, `${plain} none`]
  let html = ''
  for (const option of list) {
    const count = option.count === undefined ? '' : locale.number(option.count)
    const kind = option.checked ? checked : option.count === 0 ? none : plain
    const by = count === '' ? `${kind} uncounted` : kind
    html += filled(locale, { by, of: option.of }, [count], hole => (
      <Option group={group} option={option} count={count && hole} />
    ))
  }
  return html
}

function Option({ group, option, count }: { group: FilterGroup; option: FilterOption; count: string }) {
  const { localText } = useLocale()
  const id = `filter-${group.name}-${option.value}`
  return (
    <li class={option.count === 0 && !option.checked ? 'filter-none' : undefined}>
      <input
        class="ds-input"
        type={group.kind}
        id={id}
        name={group.name}
        value={option.value}
        checked={option.checked}
      />
      <label for={id}>
        {localText(option.label)}
        {count && <span class="filter-count"> {count}</span>}
      </label>
    </li>
  )
}
