import type { LocalText } from '#platform/i18n/language.ts'
import type { Locale } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import type { Snapshot } from '../snapshot/snapshot.schema.ts'
import { reportWords } from './report-words.ts'

/** The parts of a report that are tables of their own, by the names they have in addresses. */
export const reportParts = [
  'kort',
  'funn',
  'rom',
  'ingen',
  'ikke-vart',
  'svar',
  'fremdrift',
  'ressurser',
  'tilbud',
  'ikke-spurt',
] as const
export type ReportPart = (typeof reportParts)[number]

/** `lines` has the headings first. */
type PartTable = { caption: string; lines: string[][] }

/**
 * A part of a frozen report as a table: made of what was frozen and of nothing else, words included, so that it says the same each time.
 * Days as `YYYY-MM-DD`, decimals after a comma.
 */
export function reportTable(snapshot: Snapshot, part: ReportPart, locale: Locale): PartTable {
  const { text, localText } = locale
  const words: Record<keyof typeof reportWords, Message> = { ...reportWords, ...snapshot.words }
  const heads = (...of: Message[]) => of.map(word => text(word))
  const roomName = (code: string | null) =>
    code === null ? '' : localText(snapshot.rooms.find(room => room.code === code)?.name) || code
  const whose = (respondent: string) =>
    localText(snapshot.respondents.find(({ id }) => id === respondent)?.name)
  const level = (code: string) => localText(snapshot.levels.find(one => one.code === code)?.name)
  const names = (kind: string, codes: readonly string[]) =>
    codes.map(code => localText(snapshot.names[`${kind}:${code}`]) || code).join(', ')
  const yes = (is: boolean) => text(is ? words.yes : words.no)
  switch (part) {
    case 'kort':
      return { caption: text(words.sum), lines: [[text(words.sum)], [shortText(snapshot, words, locale)]] }
    case 'funn':
      return {
        caption: text(words.findings),
        lines: [
          heads(words.finding, words.kind, words.room, words.text),
          ...snapshot.findings.map(one => [
            one.title,
            text(words[one.kind]),
            roomName(one.room),
            one.text ?? '',
          ]),
        ],
      }
    case 'rom': {
      const states: Record<Snapshot['rooms'][number]['state'], Message> = {
        open: words.stateOpen,
        empty: words.stateEmpty,
        missing: words.stateMissing,
        voluntary: words.stateVoluntary,
        others: words.stateOthers,
      }
      return {
        caption: text(words.rooms),
        lines: [
          heads(words.room, words.level, words.services, words.statutory, words.state),
          ...snapshot.rooms.map(room => [
            localText(room.name),
            level(room.level),
            String(room.services),
            yes(room.isStatutory),
            text(states[room.state]),
          ]),
        ],
      }
    }
    case 'ingen':
      return { caption: text(words.none), lines: noneLines(snapshot, words, roomName, whose, locale) }
    case 'ikke-vart':
      return {
        caption: text(words.notOurs),
        lines: [
          heads(words.service, words.owner),
          ...snapshot.notOurs.map(one => [localText(one.service), whose(one.respondent)]),
        ],
      }
    case 'svar':
      return {
        caption: text(words.answers),
        lines: [
          heads(words.question, words.owner, words.answer),
          ...snapshot.questions.flatMap(({ wording, answers }) =>
            answers.length === 0
              ? [[localText(wording), '', text(words.noAnswers)]]
              : answers.map(one => [localText(wording), whose(one.respondent), one.text]),
          ),
        ],
      }
    case 'fremdrift':
      return {
        caption: text(words.progress),
        lines: [
          [
            text(words.owner),
            ...[words.services, words.rooms, words.questions].flatMap(word => [
              text(word),
              `${text(word)}: ${text(words.done)}`,
            ]),
            text(words.completed),
          ],
          ...snapshot.respondents.map(one => [
            localText(one.name),
            ...[one.services, one.rooms, one.questions].flatMap(({ all, done }) => [
              String(all),
              String(done),
            ]),
            one.completedOn ?? '',
          ]),
        ],
      }
    case 'ressurser':
      return {
        caption: text(words.resources),
        lines: [
          heads(words.year, words.level, words.services, words.fullTimeEquivalents, words.budget),
          ...snapshot.resources.map(one => [
            String(one.year),
            level(one.level),
            String(one.services),
            String(one.fullTimeEquivalents).replace('.', ','),
            String(one.budgetNok),
          ]),
        ],
      }
    case 'tilbud':
      return {
        caption: text(words.services),
        lines: [
          heads(
            words.service,
            words.room,
            words.owner,
            words.age,
            words.groups,
            words.access,
            words.confirmed,
          ),
          ...snapshot.services.map(one => [
            localText(one.name),
            roomName(one.room),
            [one.unit && localText(one.unit), localText(one.owner)].filter(Boolean).join(', '),
            localText(one.age),
            names('group', one.targetGroups),
            names('access', one.access),
            one.confirmedOn,
          ]),
        ],
      }
    case 'ikke-spurt':
      return {
        caption: text(words.others),
        lines: [heads(words.owner), ...snapshot.others.map((name: LocalText) => [localText(name)])],
      }
  }
}

/** The sentence that the report begins with. */
function shortText(
  { services, area, rooms, respondents, findings }: Snapshot,
  words: Record<keyof typeof reportWords, Message>,
  { text, localText, number }: Locale,
): string {
  const tasks = respondents.flatMap(one => [one.services, one.rooms, one.questions])
  return text(words.sumText, {
    services: number(services.length),
    place: localText(area.name),
    filled: rooms.filter(room => room.services > 0).length,
    rooms: rooms.length,
    done: number(tasks.reduce((sum, { done }) => sum + done, 0)),
    all: number(tasks.reduce((sum, { all }) => sum + all, 0)),
    units: respondents.length,
    findings: findings.length,
  })
}

/** That a room does not belong with somebody is counted in the progress, and says nothing more: as in the report. */
function noneLines(
  snapshot: Snapshot,
  words: Record<keyof typeof reportWords, Message>,
  roomName: (code: string) => string,
  whose: (respondent: string) => string,
  { text }: Locale,
): string[][] {
  const reasons: Record<Snapshot['none'][number]['reason'], Message> = {
    'not-ours': words.reasonNotOurs,
    others: words.reasonOthers,
    'no-need': words.reasonNoNeed,
    'no-means': words.reasonNoMeans,
    planned: words.reasonPlanned,
    other: words.reasonOther,
  }
  return [
    [words.room, words.owner, words.reason, words.text].map(word => text(word)),
    ...snapshot.none
      .filter(one => one.reason !== 'not-ours' || one.text !== null)
      .map(one => [roomName(one.room), whose(one.respondent), text(reasons[one.reason]), one.text ?? '']),
  ]
}
