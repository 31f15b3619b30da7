import type { GeoArea } from '#modules/areas/index.ts'
import { levels, rooms as nationalRooms } from '#modules/catalogue/index.ts'
import type { Message } from '#platform/i18n/messages.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Select } from '#ui/field/field.tsx'
import { LevelMark } from '#ui/level/level.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { AsTable } from '#ui/table/as-table.tsx'
import { Table } from '#ui/table/table.tsx'
import type { PlaceRoom } from '../rules.ts'
import { urls } from '../urls.ts'
import type { Arrangement } from './arrangement.ts'
import { NEW } from './arrangement.schema.ts'
import { arrangedLines } from './arranged-lines.ts'
import type { MadeChange } from './arrangement.store.ts'
import { changeInWords } from './change-words.ts'
import { messages } from './messages.ts'

type Shown = {
  area: GeoArea
  /** Municipalities that may be chosen. */
  choices: readonly GeoArea[]
  /** By level from the bottom, in their order; also hidden ones. */
  rooms: readonly PlaceRoom[]
  arranged: Arrangement
  revision: number
  changes: readonly MadeChange[]
  done: 'ja' | 'endret' | 'ingenting' | null
  submission: string
  maySeeGaps: boolean
}

/** @param props.shown null: who acts coordinates no municipality */
export function ArrangementPage({ title, shown }: { title: string; shown: Shown | null }) {
  const { t, text, link } = useLocale()
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.lead)}</p>
      </div>
      {shown === null ? (
        <Empty title={text(messages.noPlace)}>{text(messages.noPlaceText)}</Empty>
      ) : (
        <div class="stack">
          <Done done={shown.done} />
          {shown.choices.length > 1 && <AreaChoice {...shown} />}
          <p>{t(messages.rules)}</p>
          <p class="row">
            <ButtonLink kind="quiet" href={link(urls.pyramid.href({ code: shown.area.code }))}>
              {t(messages.toPublic)}
            </ButtonLink>
            {shown.maySeeGaps && (
              <ButtonLink kind="quiet" href={link(urls.gaps.href({ omrade: shown.area.code }))}>
                {t(messages.toGaps)}
              </ButtonLink>
            )}
          </p>
          {levels.list.map(level => (
            <LevelPart key={level.code} level={level.code} {...shown} />
          ))}
          <AsTable caption={title} lines={locale => arrangedLines(shown.rooms, locale)} />
          <p class="no-print">
            <a class="more" href={link(urls.arrangementTable.href({ omrade: shown.area.code }))}>
              {t(messages.asCsv)}
            </a>
          </p>
          <History {...shown} />
        </div>
      )}
    </div>
  )
}

function Done({ done }: Pick<Shown, 'done'>) {
  const { text } = useLocale()
  if (done === 'ja') return <Notice kind="success">{text(messages.done)}</Notice>
  if (done === 'endret') return <Notice kind="warning">{text(messages.stale)}</Notice>
  if (done === 'ingenting') return <Notice kind="info">{text(messages.nothing)}</Notice>
  return null
}

function AreaChoice({ area, choices }: Shown) {
  const { t, text, link } = useLocale()
  return (
    <form method="get" action={link(urls.arrangement.href())} class="draft-filter no-print">
      <Select
        id="omrade"
        name="omrade"
        label={text(messages.place)}
        value={area.code}
        options={choices.map(one => ({ value: one.code, label: one.distinctName }))}
      />
      <Button kind="quiet">{t(messages.show)}</Button>
    </form>
  )
}

function LevelPart({ level, ...shown }: Shown & { level: PlaceRoom['level'] }) {
  const { t, local, link } = useLocale()
  const rooms = shown.rooms.filter(room => room.level === level)
  return (
    <section class={`band-${level}`} aria-labelledby={`niva-${level}`}>
      <h2 id={`niva-${level}`} class="level-title">
        <LevelMark level={level} />
        {local(levels.get(level)?.name)}
      </h2>
      <ol class="plain-list own-rooms">
        {rooms.map((room, index) => (
          <li key={room.code} class={room.hidden ? 'own-room own-room-hidden' : 'own-room'}>
            <Room room={room} isFirst={index === 0} isLast={index === rooms.length - 1} {...shown} />
          </li>
        ))}
      </ol>
      <p>
        <ButtonLink
          kind="quiet"
          href={link(urls.ownRoom.href({ code: shown.area.code, room: NEW }, { niva: level }))}
        >
          {t(messages.add)}
        </ButtonLink>
      </p>
    </section>
  )
}

type RoomProps = Shown & { room: PlaceRoom; isFirst: boolean; isLast: boolean }

function Room({ room, isFirst, isLast, area, revision, submission }: RoomProps) {
  const { t, text, local, localText, link, list } = useLocale()
  const isOwn = room.kind === 'own'
  const national = isOwn ? undefined : nationalRooms.get(room.code)
  const isRenamed = national && room.name !== national.name
  const parts = room.parts.map(code => localText(nationalRooms.get(code)?.name))
  const said = [
    isOwn && text(messages.isOwn),
    isOwn && parts.length > 0 && text(messages.madeOf, { rooms: list(parts) }),
    isRenamed && text(messages.called, { name: localText(national.name) }),
    room.parts.some(code => nationalRooms.get(code)?.duty.statutory) && text(messages.isStatutory),
    room.hidden && text(messages.isHidden),
  ].filter(one => one !== false && one !== undefined)
  const act = (what: string, label: Message, kind: 'quiet' | 'danger' = 'quiet') => (
    <Button kind={kind} name="hva" value={what}>
      {t(label)}
      <span class="visually-hidden"> {local(room.name)}</span>
    </Button>
  )
  return (
    <>
      <p>
        <strong>{local(room.name)}</strong>
        {said.length > 0 && <span class="quiet"> {said.join(', ')}</span>}
      </p>
      <form
        method="post"
        action={link(urls.arrangementChange.href({ code: area.code }))}
        class="row no-print"
        aria-label={localText(room.name)}
      >
        <input type="hidden" name="rom" value={room.code} />
        <Sent revision={revision} submission={submission} />
        <a
          class="ds-button"
          data-variant="secondary"
          href={link(urls.ownRoom.href({ code: area.code, room: room.code }))}
        >
          {t(isOwn ? messages.edit : messages.rename)}
          <span class="visually-hidden"> {local(room.name)}</span>
        </a>
        {!isFirst && act('up', messages.up)}
        {!isLast && act('down', messages.down)}
        {room.hidden ? act('show', messages.showRoom) : act('hide', messages.hide)}
        {isOwn && act('remove', messages.remove)}
      </form>
    </>
  )
}

/** What tells two who change at once apart, and one form that is sent twice. */
export function Sent({ revision, submission }: Pick<Shown, 'revision' | 'submission'>) {
  return (
    <>
      <input type="hidden" name="utgave" value={revision} />
      <input type="hidden" name="innsending" value={submission} />
    </>
  )
}

/** Who did what and when, with ways back: to go back is a change too. */
function History({ area, changes, revision, submission }: Shown) {
  const locale = useLocale()
  const { t, text, date, link } = locale
  const back = (to: number, label: Message) => (
    <form method="post" action={link(urls.arrangementChange.href({ code: area.code }))}>
      <input type="hidden" name="hva" value="restore" />
      <input type="hidden" name="til" value={to} />
      <Sent revision={revision} submission={submission} />
      <Button kind="quiet">
        {t(label)}
        <span class="visually-hidden"> {to + 1}</span>
      </Button>
    </form>
  )
  return (
    <section class="stack titled-table">
      <h2 id="historikk">{t(messages.history)}</h2>
      {changes.length === 0 ? (
        <p>{t(messages.historyNone)}</p>
      ) : (
        <Table
          caption={text(messages.history)}
          stacks
          columns={[
            { label: text(messages.number), numeric: true },
            { label: text(messages.when) },
            { label: text(messages.who) },
            { label: text(messages.what) },
            { label: text(messages.act), acts: true },
          ]}
          rows={changes.map(change => [
            change.revision,
            date(change.made_on),
            change.made_by ?? t(messages.somebody),
            changeInWords(change, locale),
            change.revision === revision
              ? back(revision - 1, messages.undo)
              : back(change.revision, messages.undoTo),
          ])}
        />
      )}
      {changes.length > 0 && (
        <p class="no-print">
          <a class="more" href={link(urls.arrangementTable.href({ omrade: area.code, del: 'historikk' }))}>
            {t(messages.historyAsCsv)}
          </a>
        </p>
      )}
    </section>
  )
}
