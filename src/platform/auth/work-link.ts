import type { Message } from '../i18n/messages.ts'
import type { Permission } from './permission.ts'

/** A way into a part of the work desk, given by the module it belongs to; shown to those who may enter there. */
export type WorkLink = { label: Message; path: string; permission: Permission }
