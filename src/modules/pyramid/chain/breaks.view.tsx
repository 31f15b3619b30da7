import { catalogueUrls, type Step } from '#modules/catalogue/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Table } from '#ui/table/table.tsx'
import type { PyramidRoom } from '../rules.ts'
import type { Breaks } from './chain.ts'
import { messages } from './messages.ts'

type BreakListProps = { breaks: Breaks; hrefOf: (room: PyramidRoom) => string }

/** Where there is nothing for those who were chosen. */
export function BreakList({ breaks, hrefOf }: BreakListProps) {
  const { t, localText } = useLocale()
  const missing = breaks.statutory.filter(room => !room.isElsewhere)
  const elsewhere = breaks.statutory.filter(room => room.isElsewhere)
  return (
    <section class="section stack" aria-labelledby="brudd">
      <h2 id="brudd">{t(messages.breaks)}</h2>
      {breaks.levels.length === 0 && breaks.statutory.length === 0 && <p>{t(messages.noBreaks)}</p>}
      {breaks.levels.length > 0 && (
        <ul class="plain-list chain-breaks">
          {breaks.levels.map(level => (
            <li key={level.code}>
              <strong>{t(messages.emptyLevel, { level: localText(level.name) })}</strong>
            </li>
          ))}
        </ul>
      )}
      {missing.length > 0 && (
        <div class="gap-kind">
          <h3>
            {t(messages.statutoryMissing)} <span class="quiet">({missing.length})</span>
          </h3>
          <RoomLinks rooms={missing} hrefOf={hrefOf} />
        </div>
      )}
      {elsewhere.length > 0 && (
        <div class="gap-kind">
          <h3>
            {t(messages.statutoryOthers)} <span class="quiet">({elsewhere.length})</span>
          </h3>
          <p>{t(messages.statutoryOthersText)}</p>
          <RoomLinks rooms={elsewhere} hrefOf={hrefOf} />
        </div>
      )}
    </section>
  )
}

function RoomLinks({
  rooms,
  hrefOf,
}: {
  rooms: readonly PyramidRoom[]
  hrefOf: (room: PyramidRoom) => string
}) {
  const { local } = useLocale()
  return (
    <ul class="plain-list link-list">
      {rooms.map(room => (
        <li key={room.code}>
          <a href={hrefOf(room)}>{local(room.name)}</a>
        </li>
      ))}
    </ul>
  )
}

/** Which of the services lead on to which, as they have said themselves. */
export function StepList({ steps }: { steps: { whole: Step[]; broken: Step[] } }) {
  const { t, text } = useLocale()
  const isEmpty = steps.whole.length === 0 && steps.broken.length === 0
  return (
    <section class="section stack">
      <h2 id="skritt">{t(messages.steps)}</h2>
      <p>{t(isEmpty ? messages.stepsNone : messages.stepsText)}</p>
      {steps.whole.length > 0 && <StepTable steps={steps.whole} caption={text(messages.steps)} />}
      {steps.broken.length > 0 && <StepTable steps={steps.broken} caption={text(messages.stepsBroken)} />}
    </section>
  )
}

function StepTable({ steps, caption }: { steps: readonly Step[]; caption: string }) {
  const { text } = useLocale()
  return (
    <Table
      caption={caption}
      stacks
      columns={[{ label: text(messages.easier) }, { label: text(messages.stronger) }]}
      rows={steps.map(({ easier, stronger }) => [
        <End key={easier.id} end={easier} />,
        <End key={stronger.id} end={stronger} />,
      ])}
    />
  )
}

function End({ end }: { end: Step['easier'] }) {
  const { t, local, link } = useLocale()
  return (
    <>
      <a href={link(catalogueUrls.service.href({ id: end.id, slug: end.slug }))}>{local(end.name)}</a>
      {!end.chosen && <span class="quiet"> ({t(messages.outside)})</span>}
    </>
  )
}
