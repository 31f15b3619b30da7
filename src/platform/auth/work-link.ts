import type { Tx } from '../db/sql.ts'
import type { Message } from '../i18n/messages.ts'
import type { Actor } from './actor.ts'
import type { Permission } from './permission.ts'

/** A way into a part of the work desk, given by the module it belongs to; shown to those who may enter there. */
export type WorkLink = { label: Message; path: string; permission: Permission }

/** The menu of the work desk: ways in, and groups of them under a common name. */
export type WorkMenu = readonly (WorkLink | { label: Message; links: readonly WorkLink[] })[]

/** A way from the page of administration into what another module has there; shown to those for whom it is open. */
export type AdministrationDoor = {
  label: Message
  path: string
  isOpen(tx: Tx, actor: Actor): Promise<boolean> | boolean
}
