import { useLocale } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import { FrozenDocument, FrozenTable } from '#ui/frozen/frozen.tsx'
import { reportWords } from './report-words.ts'
import type { YearSnapshot } from './year-report.schema.ts'

// The report of version 1 of a year. Reports that have been printed must come out the same, so this is not changed when others look
// otherwise: it uses no component of the site and no word but those of the snapshot. A new look is a new version beside it.

type Words = Record<keyof typeof reportWords, Message>
type Shown = { snapshot: YearSnapshot; words: Words }
type Goal = YearSnapshot['groups'][number]['goals'][number]

type FinishedReportProps = { snapshot: YearSnapshot; hash: string; back: string; style: string }

export function FinishedReport({ snapshot, hash, back, style }: FinishedReportProps) {
  const { t, text, link, localText, date } = useLocale()
  const words: Words = { ...reportWords, ...snapshot.words }
  const shown = { snapshot, words }
  const title = text(words.title, {
    year: String(snapshot.year),
    home: localText(snapshot.organization),
  })
  return (
    <FrozenDocument
      title={title}
      style={style}
      back={{ href: link(back), label: text(words.back), text: t(words.back) }}
    >
      <h1>{title}</h1>
      <p class="lead">{t(words.lead)}</p>
      <p>{t(words.frozen, { date: date(snapshot.finishedOn) })}</p>
      <Short {...shown} />
      <section>
        <h2>{t(words.goals)}</h2>
        {snapshot.groups.length === 0 && <p>{t(words.noGoals)}</p>}
        {snapshot.groups.map(({ master, goals }, index) => (
          <section key={index}>
            {(master !== null || snapshot.groups.length > 1) && <h3>{master ?? t(words.noParent)}</h3>}
            {goals.map(goal => (
              <GoalPart key={goal.id} goal={goal} words={words} />
            ))}
          </section>
        ))}
      </section>
      <section>
        <h2>{t(words.measures)}</h2>
        {snapshot.measures.length === 0 ? (
          <p>{t(words.noMeasures, { year: String(snapshot.year) })}</p>
        ) : (
          <Measures caption={words.measures} measures={snapshot.measures} words={words} />
        )}
      </section>
      <Late {...shown} />
      <Money {...shown} />
      <p class="quiet">{t(words.hash, { hash })}</p>
    </FrozenDocument>
  )
}

const lateIn = (snapshot: YearSnapshot) => snapshot.measures.filter(({ lateness }) => lateness !== null)

function Short({ snapshot, words }: Shown) {
  const { t, number } = useLocale()
  const { counts, measures, money, lacking } = snapshot
  const year = String(snapshot.year)
  return (
    <section>
      <h2>{t(words.short)}</h2>
      <ul>
        <li>
          {t(words.goalsOf, { n: Object.values(counts).reduce((sum, n) => sum + n, 0) })}
          {': '}
          {t(words.counts, {
            reached: counts.reached,
            way: counts['on-the-way'],
            behind: counts.behind,
            unknown: counts.unknown,
          })}
        </li>
        <li>
          {t(words.measuresOf, {
            done: measures.filter(({ state }) => state === 'done').length,
            n: measures.length,
            late: lateIn(snapshot).length,
          })}
        </li>
        <li>{t(words.moneyOf, { amount: number(money.sum), year })}</li>
        {lacking > 0 && <li>{t(words.missing, { n: lacking, year })}</li>}
      </ul>
    </section>
  )
}

function GoalPart({ goal, words }: { goal: Goal; words: Words }) {
  const { t, text, localText } = useLocale()
  const standings: Record<Goal['standing'], Message> = {
    reached: words.reached,
    'on-the-way': words.onTheWay,
    behind: words.behind,
    unknown: words.unknown,
  }
  const said = [
    goal.unit && localText(goal.unit),
    goal.indicator,
    goal.baseline && `${text(words.baseline)}: ${localText(goal.baseline)}`,
    goal.target && `${text(words.target)}: ${localText(goal.target)}`,
  ].filter(Boolean)
  return (
    <div class="finding">
      <h4>{goal.title}</h4>
      <p>
        <strong>{t(standings[goal.standing])}</strong>
        {said.length > 0 && `. ${said.join('. ')}`}
      </p>
      {goal.drawing && (
        <>
          <Drawing goal={goal} drawing={goal.drawing} words={words} />
          <p class="quiet">{t(words.legend)}</p>
        </>
      )}
      {goal.figures.length === 0 ? (
        <p class="quiet">{t(words.noFigures)}</p>
      ) : (
        <FrozenTable
          caption={`${text(words.figures)}: ${goal.title}`}
          columns={[words.year, words.figure, words.comment].map(word => text(word))}
          rows={goal.figures.map(({ year, value, comment }) => [
            String(year),
            value === null ? t(words.takenBack) : localText(value),
            <span key="comment" class="lines">
              {comment ?? ''}
            </span>,
          ])}
        />
      )}
    </div>
  )
}

type DrawingProps = { goal: Goal; drawing: NonNullable<Goal['drawing']>; words: Words }

function Drawing({ goal, drawing, words }: DrawingProps) {
  const { text, number } = useLocale()
  const { width, height, left, right, levels, places, lines } = drawing
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width="450"
      role="img"
      aria-label={text(words.drawing, { title: goal.title })}
      fill="currentColor"
      font-size="15"
    >
      {levels.map(({ y, value }) => (
        <g key={value}>
          <line x1={left} x2={right} y1={y} y2={y} stroke="currentColor" stroke-opacity="0.25" />
          <text x={left - 8} y={y + 5} text-anchor="end">
            {number(value)}
          </text>
        </g>
      ))}
      {places.map(({ x, value }) => (
        <text key={value} x={x} y={height - 10} text-anchor="middle">
          {value}
        </text>
      ))}
      {lines.map(({ look, path, marks }, index) => (
        <g key={index}>
          <path
            d={path}
            fill="none"
            stroke="currentColor"
            stroke-width={look === 'plain' ? 3 : 2}
            stroke-dasharray={look === 'dashed' ? '7 6' : undefined}
          />
          {marks.map(({ x, y }) => (
            <circle key={x} cx={x} cy={y} r="4.5" />
          ))}
        </g>
      ))}
    </svg>
  )
}

type MeasuresProps = { caption: Message; measures: YearSnapshot['measures']; words: Words }

function Measures({ caption, measures, words }: MeasuresProps) {
  const { text, localText } = useLocale()
  const states: Record<YearSnapshot['measures'][number]['state'], Message> = {
    'not-started': words.notStarted,
    started: words.started,
    done: words.done,
    stopped: words.stopped,
  }
  return (
    <FrozenTable
      caption={text(caption)}
      columns={[words.measure, words.plan, words.who, words.when, words.status].map(word => text(word))}
      rows={measures.map(({ title, plan, responsible, time, state, lateness }) => [
        title,
        plan,
        responsible,
        localText(time),
        [states[state], lateness && (lateness === 'start' ? words.lateStart : words.lateEnd)]
          .flatMap(word => (word ? [text(word)] : []))
          .join('. '),
      ])}
    />
  )
}

function Late({ snapshot, words }: Shown) {
  const { t } = useLocale()
  const late = lateIn(snapshot)
  const behind = snapshot.groups.flatMap(({ goals }) => goals).filter(({ standing }) => standing === 'behind')
  return (
    <section>
      <h2>{t(words.late)}</h2>
      {late.length === 0 && behind.length === 0 && <p>{t(words.nothingLate)}</p>}
      {late.length > 0 && <Measures caption={words.late} measures={late} words={words} />}
      {behind.length > 0 && (
        <ul>
          {behind.map(({ id, title }) => (
            <li key={id}>
              {title}: <strong>{t(words.behind)}</strong>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Money({ snapshot, words }: Shown) {
  const { t, text, localText, number } = useLocale()
  const { rows, sum, without } = snapshot.money
  const year = String(snapshot.year)
  return (
    <section>
      <h2>{t(words.economy, { year })}</h2>
      {rows.length === 0 ? (
        <p>{t(words.noMoney, { year })}</p>
      ) : (
        <FrozenTable
          caption={text(words.economy, { year })}
          columns={[words.moneyKind, words.kroner].map(word => text(word))}
          rows={[...rows.map(row => [localText(row.kind), number(row.sum)]), [t(words.sum), number(sum)]]}
        />
      )}
      {without > 0 && <p class="quiet">{t(words.without, { n: without })}</p>}
    </section>
  )
}
