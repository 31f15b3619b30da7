import type { VNode } from 'preact'
import type { Actor } from '../auth/actor.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import type { Tx } from '../db/sql.ts'
import type { Language } from '../i18n/language.ts'
import type { Assets } from './assets.ts'
import type { Health } from './health.ts'
import type { Limit } from './limits.ts'
import type { PageCache } from './page-cache.ts'
import type { PageHead } from './result.ts'

/** Trouble that has a page of its own. */
export type Trouble =
  | 'bad-request'
  | 'logged-out'
  | 'not-found'
  | 'cross-site'
  | 'used-before'
  | 'too-many'
  | 'too-large'
  | 'failed'
  | 'unavailable'

export type ServerParts = {
  database: Database
  clock: Clock
  assets: Assets
  baseUrl: string
  trustedProxies: string[]
  logLevel: string
  /** False: as much as anybody likes, for measuring. */
  rateLimits: boolean
  /** Instead of ours, for tests. */
  limitsPerMinute?: Record<Limit, number>
  health: Health
  /** Rendered pages of routes that say `kept`. */
  pages: PageCache
  /** The same for programs: who reads the whole catalogue does not take the place of what people read. */
  answers: PageCache
  /** Who holds a session token; from then on the transaction acts as she. Null: nobody, or no longer. */
  findActor(tx: Tx, token: string): Promise<Actor | null>
  /** Where one logs in, to come back to a path of ours afterwards. */
  loginPath(returnTo: string): string
  /**
   * The whole page around a module's content: the only place that knows every module's links.
   * @param actor whose page it is; null: everybody's
   */
  layout(head: PageHead, body: VNode, language: Language, actor: Actor | null): VNode
  /**
   * The page for a kind of trouble.
   * @param requestId what a person can give when asking for help
   * @param loginPath where to log in again, when that is what is the matter
   */
  troublePage(
    trouble: Trouble,
    requestId: string,
    language: Language,
    loginPath: string | null,
  ): { head: PageHead; body: VNode }
}
