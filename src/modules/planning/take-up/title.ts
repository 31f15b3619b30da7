import type { Geography } from '#modules/areas/index.ts'
import { ageBands, rooms, targetGroups, type SearchKnowledge } from '#modules/catalogue/index.ts'
import { findFindingTitle } from '#modules/mapping/index.ts'
import { findGap } from '#modules/pyramid/index.ts'
import type { Tx } from '#platform/db/sql.ts'
import type { Locale } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import type { LinkKind } from '../paper/paper.schema.ts'
import { linkNames } from '../paper/words.ts'
import { messages } from './messages.ts'
import { findGuidelineTitle } from '../guidelines/guideline.store.ts'
import { findPaperTitle, findServiceName } from './taken.store.ts'

/** How a gap is said, by the first part of its key. */
const gapWords: Record<string, Message> = {
  missing: messages.missing,
  voluntary: messages.voluntary,
  others: messages.others,
  empty: messages.empty,
  age: messages.age,
  group: messages.group,
  'decision-only': messages.decisionOnly,
  'few-age': messages.few,
  few: messages.few,
  unmet: messages.unmet,
}

/** What is needed to know a gap by its name. */
export type TitleParts = { geography: Geography; search: SearchKnowledge }

type Taken = { slag: LinkKind; nokkel: string; omrade: string }

/** What is taken up, in words: as its own page says it. @param parts `today`: `YYYY-MM-DD` */
export async function titleOf(
  tx: Tx,
  { slag: kind, nokkel: key, omrade }: Taken,
  parts: TitleParts & { today: string },
  locale: Locale,
): Promise<string> {
  const { text, localText } = locale
  if (kind === 'room') return localText(rooms.get(key)?.name) || text(linkNames.room)
  if (kind === 'service') return localText(await findServiceName(tx, key)) || text(linkNames.service)
  if (kind === 'goal' || kind === 'scenario')
    return (await findPaperTitle(tx, kind, key)) || text(linkNames[kind])
  if (kind === 'guideline') return (await findGuidelineTitle(tx, key)) || text(linkNames.guideline)
  if (kind === 'finding') return (await findFindingTitle(tx, key)) || text(linkNames.finding)
  return (await findGap(tx, omrade, key, parts, locale))?.title ?? gapTitle(key, locale)
}

/** A gap that has been closed, or that who acts may not see, by its key: `missing:helsestasjon`, `age:13-19`, `unmet:searches`. */
export function gapTitle(key: string, { text, localText }: Locale): string {
  const [state = '', ...rest] = key.split(':')
  const of = rest.join(':')
  const words = gapWords[state]
  const name =
    localText((rooms.get(of) ?? ageBands.get(of) ?? targetGroups.get(of))?.name) ||
    (state === 'unmet' ? '' : of)
  if (!words) return name || text(linkNames.gap)
  return name ? text(messages.titleOf, { room: name, state: text(words) }) : text(words)
}
