import type { LocalText } from '#platform/i18n/language.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import { FrozenDocument, FrozenTable } from '#ui/frozen/frozen.tsx'
import type { Snapshot } from '../snapshot/snapshot.schema.ts'
import { percent } from '../task/rules.ts'
import { urls } from '../urls.ts'
import { reportWords } from './report-words.ts'

// The report of version 1 of a snapshot. Reports that have been printed must come out the same, so this is not changed when others look
// otherwise: it uses no component of the site and no word but those of the snapshot. A new look is a new version beside it.

type Words = Record<keyof typeof reportWords, Message>
type Shown = { snapshot: Snapshot; words: Words }

type ReportProps = { snapshot: Snapshot; hash: string; roundId: string; style: string }

export function ReportDocument({ snapshot, hash, roundId, style }: ReportProps) {
  const { t, text, link, local, localText, date } = useLocale()
  const words: Words = { ...reportWords, ...snapshot.words }
  const shown = { snapshot, words }
  const title = text(words.title, { title: snapshot.title })
  return (
    <FrozenDocument
      title={title}
      style={style}
      back={{ href: link(urls.round.href({ id: roundId })), label: text(words.back), text: t(words.back) }}
    >
      <h1>{title}</h1>
      <p class="lead">
        {t(words.lead, {
          organization: localText(snapshot.organization),
          from: date(snapshot.openedOn),
          deadline: date(snapshot.lastDay),
          to: date(snapshot.closedOn),
        })}
      </p>
      <p>{t(words.frozen)}</p>
      {snapshot.message && <p class="lines">{snapshot.message}</p>}
      <Summary {...shown} />
      <Findings {...shown} />
      <Rooms {...shown} />
      <None {...shown} />
      <Answers {...shown} />
      <Progress {...shown} />
      <Resources {...shown} />
      <Services {...shown} />
      {snapshot.others.length > 0 && (
        <section>
          <h2>{t(words.others)}</h2>
          <ul>
            {snapshot.others.map((name, index) => (
              <li key={index}>{local(name)}</li>
            ))}
          </ul>
        </section>
      )}
      <p class="quiet">{t(words.hash, { hash })}</p>
    </FrozenDocument>
  )
}

function Summary({ snapshot, words }: Shown) {
  const { t, localText, number } = useLocale()
  const parts = snapshot.respondents.flatMap(({ services, rooms, questions }) => [services, rooms, questions])
  const sum = (field: 'done' | 'all') => parts.reduce((total, part) => total + part[field], 0)
  return (
    <section>
      <h2>{t(words.sum)}</h2>
      <p>
        {t(words.sumText, {
          services: number(snapshot.services.length),
          place: localText(snapshot.area.name),
          filled: snapshot.rooms.filter(room => room.services > 0).length,
          rooms: snapshot.rooms.length,
          done: number(sum('done')),
          all: number(sum('all')),
          units: snapshot.respondents.length,
          findings: snapshot.findings.length,
        })}
      </p>
    </section>
  )
}

function Findings({ snapshot, words }: Shown) {
  const { t } = useLocale()
  return (
    <section>
      <h2>{t(words.findings)}</h2>
      {snapshot.findings.length === 0 && <p>{t(words.noFindings)}</p>}
      {snapshot.findings.map(finding => (
        <div key={finding.id} class="finding">
          <h3>
            {t(words[finding.kind])}: {finding.title}
          </h3>
          {finding.room && (
            <p class="quiet">
              {t(words.room)}: <RoomName snapshot={snapshot} code={finding.room} />
            </p>
          )}
          {finding.text && <p class="lines">{finding.text}</p>}
        </div>
      ))}
    </section>
  )
}

function RoomName({ snapshot, code }: { snapshot: Snapshot; code: string }) {
  const { local } = useLocale()
  return <>{local(snapshot.rooms.find(room => room.code === code)?.name ?? { nb: code })}</>
}

const nameOf = (snapshot: Snapshot, respondent: string): LocalText =>
  snapshot.respondents.find(({ id }) => id === respondent)?.name ?? {}

function Rooms({ snapshot, words }: Shown) {
  const { t, text, local, localText, number } = useLocale()
  const states: Record<Snapshot['rooms'][number]['state'], Message> = {
    open: words.stateOpen,
    empty: words.stateEmpty,
    missing: words.stateMissing,
    voluntary: words.stateVoluntary,
    others: words.stateOthers,
  }
  return (
    <section>
      <h2>{t(words.rooms)}</h2>
      {snapshot.levels.map(level => (
        <FrozenTable
          key={level.code}
          caption={localText(level.name)}
          columns={[words.room, words.services, words.statutory, words.state].map(word => text(word))}
          rows={snapshot.rooms
            .filter(room => room.level === level.code)
            .map(room => [
              local(room.name),
              number(room.services),
              t(room.isStatutory ? words.yes : words.no),
              t(states[room.state]),
            ])}
        />
      ))}
    </section>
  )
}

function None({ snapshot, words }: Shown) {
  const { t, text, local } = useLocale()
  const reasons: Record<Snapshot['none'][number]['reason'], Message> = {
    'not-ours': words.reasonNotOurs,
    others: words.reasonOthers,
    'no-need': words.reasonNoNeed,
    'no-means': words.reasonNoMeans,
    planned: words.reasonPlanned,
    other: words.reasonOther,
  }
  // That a room does not belong with somebody is counted in the progress, and says nothing more.
  const told = snapshot.none.filter(({ reason, text: why }) => reason !== 'not-ours' || why !== null)
  if (told.length + snapshot.notOurs.length === 0) return null
  return (
    <section>
      <h2>{t(words.none)}</h2>
      {told.length > 0 && (
        <FrozenTable
          caption={text(words.none)}
          columns={[words.room, words.owner, words.reason].map(word => text(word))}
          rows={told.map(one => [
            <RoomName key={one.room} snapshot={snapshot} code={one.room} />,
            local(nameOf(snapshot, one.respondent)),
            <span key="why" class="lines">
              {t(reasons[one.reason])}
              {one.text && `: ${one.text}`}
            </span>,
          ])}
        />
      )}
      {snapshot.notOurs.length > 0 && (
        <FrozenTable
          caption={text(words.notOurs)}
          columns={[words.service, words.owner].map(word => text(word))}
          rows={snapshot.notOurs.map(one => [local(one.service), local(nameOf(snapshot, one.respondent))])}
        />
      )}
    </section>
  )
}

function Answers({ snapshot, words }: Shown) {
  const { t, local } = useLocale()
  if (snapshot.questions.length === 0) return null
  return (
    <section>
      <h2>{t(words.answers)}</h2>
      {snapshot.questions.map((question, index) => (
        <div key={index}>
          <h3>{local(question.wording)}</h3>
          {question.answers.length === 0 && <p>{t(words.noAnswers)}</p>}
          {question.answers.map(answer => (
            <p key={answer.respondent} class="lines">
              <strong>{local(nameOf(snapshot, answer.respondent))}:</strong> {answer.text}
            </p>
          ))}
        </div>
      ))}
    </section>
  )
}

function Progress({ snapshot, words }: Shown) {
  const { t, text, local, date } = useLocale()
  const part = (one: { done: number; all: number }) => `${text(words.ofAll, one)} (${percent(one)} %)`
  return (
    <section>
      <h2>{t(words.progress)}</h2>
      <FrozenTable
        caption={text(words.progress)}
        columns={[words.owner, words.services, words.rooms, words.questions, words.completed].map(word =>
          text(word),
        )}
        rows={snapshot.respondents.map(one => [
          local(one.name),
          part(one.services),
          part(one.rooms),
          part(one.questions),
          one.completedOn ? date(one.completedOn) : t(words.no),
        ])}
      />
    </section>
  )
}

function Resources({ snapshot, words }: Shown) {
  const { t, text, local, number } = useLocale()
  if (snapshot.resources.length === 0) return null
  return (
    <section>
      <h2>{t(words.resources)}</h2>
      <FrozenTable
        caption={text(words.resources)}
        columns={[words.year, words.level, words.services, words.fullTimeEquivalents, words.budget].map(
          word => text(word),
        )}
        rows={snapshot.resources.map(one => [
          String(one.year),
          local(snapshot.levels.find(level => level.code === one.level)?.name),
          number(one.services),
          number(one.fullTimeEquivalents),
          number(one.budgetNok),
        ])}
      />
    </section>
  )
}

function Services({ snapshot, words }: Shown) {
  const { t, text, local, localText, list, date } = useLocale()
  const names = (kind: string, codes: readonly string[]) =>
    codes.length === 0 ? '' : list(codes.map(code => localText(snapshot.names[`${kind}:${code}`]) || code))
  const rooms = snapshot.rooms.filter(room => snapshot.services.some(service => service.room === room.code))
  return (
    <section>
      <h2>{t(words.services)}</h2>
      {rooms.map(room => (
        <FrozenTable
          key={room.code}
          caption={localText(room.name)}
          columns={[words.service, words.owner, words.age, words.groups, words.access, words.confirmed].map(
            word => text(word),
          )}
          rows={snapshot.services
            .filter(service => service.room === room.code)
            .map(service => [
              local(service.name),
              <>
                {service.unit && <>{local(service.unit)}, </>}
                {local(service.owner)}
              </>,
              local(service.age),
              names('group', service.targetGroups),
              names('access', service.access),
              date(service.confirmedOn),
            ])}
        />
      ))}
    </section>
  )
}
