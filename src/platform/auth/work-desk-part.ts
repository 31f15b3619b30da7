import type { Tx } from '../db/sql.ts'
import type { LocalText } from '../i18n/language.ts'
import type { Message, Params } from '../i18n/messages.ts'
import type { Actor } from './actor.ts'
import type { Permission } from './permission.ts'

/** Something that waits for who acts. */
export type Waiting = {
  /** Unique in the part: of the thing it is about. */
  id: string
  /** What is to be done. */
  task: Message
  /** With what: a name, or words of ours for several things. */
  about: LocalText | { message: Message; params: Params }
  /** Where it is done. */
  path: string
  /** `YYYY-MM-DD`: the day by which, or the day since which somebody waits. */
  due: string | null
  since: string | null
  /** What is done by one press on the list itself. */
  press?: { path: string; fields: Record<string, string>; label: Message }
}

/** The rest of what waits, of one kind, where it is a list of its own. */
export type MoreWaiting = { label: Message; n: number; path: string }

/** What a module has on the work desk, beside its links in the menu. */
export type WorkDeskPart = {
  /** The first of what waits, and where the rest is. @param day today in Norway, `YYYY-MM-DD` */
  waiting(tx: Tx, actor: Actor, day: string): Promise<{ items: Waiting[]; more: MoreWaiting[] }>
  /** What is one's own, as a line under a heading, with the way to it. Null: nothing is. */
  own?(
    tx: Tx,
    actor: Actor,
    day: string,
  ): Promise<{ title: Message; lines: { label: Message; n: number; path: string }[] } | null>
  /** What one can do when nothing waits. */
  suggestions: { label: Message; path: string; permission: Permission }[]
}
