import type { GeoArea, Geography } from '#modules/areas/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Button } from '#ui/button/button.tsx'
import { Select } from '#ui/field/field.tsx'
import { levels, rooms, targetGroups } from '../vocabulary/vocabulary.ts'
import { messages } from './messages.ts'
import { confirmedNames, ownerLevelNames, reportKinds } from './report-words.ts'
import {
  choiceNames,
  confirmedStates,
  NO_GROUP,
  ownerLevels,
  reportBands,
  type Choice,
  type ReportName,
} from './report.schema.ts'

type ReportFilterProps = {
  report: ReportName
  area: GeoArea
  own: readonly GeoArea[]
  geography: Geography
  whole: Choice
  action: string
}

/** The area and what is chosen, as a form that asks for the same report again. What has no field here goes along. */
export function ReportFilter({ report, area, own, geography, whole, action }: ReportFilterProps) {
  const { t, text, localText } = useLocale()
  const fields = [
    {
      name: 'niva',
      label: messages.level,
      options: levels.list.map(({ code, name }) => ({ value: code, label: localText(name) })),
    },
    {
      name: 'rom',
      label: messages.room,
      options: rooms.list.map(({ code, name }) => ({ value: code, label: localText(name) })),
    },
    {
      name: 'eierniva',
      label: messages.ownerLevel,
      options: ownerLevels.map(value => ({ value, label: text(ownerLevelNames[value]) })),
    },
    {
      name: 'malgruppe',
      label: messages.group,
      options: [
        ...targetGroups.list.map(({ code, name }) => ({ value: code, label: localText(name) })),
        { value: NO_GROUP, label: text(messages.noGroup) },
      ],
    },
    {
      name: 'alder',
      label: messages.age,
      options: reportBands.map(({ code, name }) => ({ value: code, label: localText(name) })),
    },
    {
      name: 'bekreftet',
      label: messages.confirmation,
      options: confirmedStates.map(value => ({ value, label: text(confirmedNames[value]) })),
    },
  ] as const
  const shown = fields.filter(({ name }) => !reportKinds[report].rows.includes(name))
  const hidden = choiceNames.filter(name => !shown.some(field => field.name === name) && whole[name])
  return (
    <form method="get" action={action} class="draft-filter no-print">
      <AreaSelect area={area} own={own} geography={geography} />
      {shown.map(({ name, label, options }) => (
        <Select
          key={name}
          id={name}
          name={name}
          label={text(label)}
          value={whole[name] ?? ''}
          options={[{ value: '', label: text(messages.any) }, ...options]}
        />
      ))}
      {hidden.map(name => (
        <input key={name} type="hidden" name={name} value={whole[name]} />
      ))}
      <Button kind="quiet">{t(messages.show)}</Button>
    </form>
  )
}

/** One's own first, then all there are, from the widest. */
function AreaSelect({ area, own, geography }: Pick<ReportFilterProps, 'area' | 'own' | 'geography'>) {
  const { t, text, language } = useLocale()
  const regions = [
    ...new Map(
      geography
        .municipalities()
        .flatMap(({ code }) => Object.values(geography.regionKindsOf(code)))
        .map(region => [region.code, region]),
    ).values(),
  ].toSorted((a, b) => a.name.localeCompare(b.name, 'nb'))
  const groups = [
    { label: messages.ownAreas, areas: own },
    { label: messages.country, areas: [geography.country()] },
    { label: messages.regions, areas: regions },
    { label: messages.counties, areas: geography.counties() },
    { label: messages.municipalities, areas: geography.municipalities() },
  ].filter(({ areas }) => areas.length > 0)
  // Chosen where it first stands: an own area stands in two groups.
  const first = groups.findIndex(({ areas }) => areas.includes(area))
  return (
    <div class="ds-field field">
      <label class="ds-label" for="omrade">
        {t(messages.place)}
      </label>
      <select id="omrade" name="omrade" class="ds-input">
        {groups.map(({ label, areas }, index) => (
          <optgroup key={index} label={text(label)}>
            {areas.map(one => (
              <option key={one.code} value={one.code} selected={index === first && one === area}>
                {one.kind === 'municipality' ? one.distinctName : geography.localName(one, language)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  )
}
