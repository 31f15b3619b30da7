import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../auth/actor.ts'
import { isConnectionLost, isFormUsedBefore } from '../db/trouble.ts'
import { splitLanguage } from '../i18n/language.ts'
import { problemBody, problemType, troubleProblems, type Problem } from './problem.ts'
import { renderPage } from './render-page.tsx'
import { send } from './send.ts'
import type { ServerParts, Trouble } from './server-parts.ts'

export const statusOf: Record<Trouble, number> = {
  'bad-request': 400,
  'logged-out': 401,
  'not-found': 404,
  'cross-site': 403,
  'used-before': 409,
  'too-many': 429,
  'too-large': 413,
  failed: 500,
  unavailable: 503,
}

type TroubleOptions = { status?: number; actor?: Actor | null; loginPath?: string | null }

/** What kind of trouble an error is. */
export function troubleOf(error: { statusCode?: number; code?: string }): Trouble {
  if (isConnectionLost(error)) return 'unavailable'
  if (isFormUsedBefore(error)) return 'used-before'
  if (error.statusCode === 429) return 'too-many'
  if (error.statusCode === 413) return 'too-large'
  if (error.statusCode === 404) return 'not-found'
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500) return 'bad-request'
  return 'failed'
}

/** Tells of trouble, in words for people or for programs. */
export async function answerTrouble(
  parts: ServerParts,
  trouble: Trouble,
  request: FastifyRequest,
  reply: FastifyReply,
  { status = statusOf[trouble], actor = null, loginPath = null }: TroubleOptions = {},
): Promise<void> {
  const { language } = splitLanguage(request.originalUrl)
  if (isForPrograms(request)) {
    return answerProblem({ status, title: trouble, ...troubleProblems[trouble] }, request, reply)
  }
  const { head, body } = parts.troublePage(trouble, request.id, language, loginPath)
  const html = renderPage(parts, head, body, language, actor)
  await send(request, reply, status, 'text/html; charset=utf-8', html)
}

/** The address is there, and does not do what is asked. For people it is as if there were nothing: they come by their browser's own ways. */
export async function answerWrongMethod(
  parts: ServerParts,
  methods: string[],
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  void reply.header('allow', methods.join(', '))
  if (!isForPrograms(request)) return answerTrouble(parts, 'not-found', request, reply, { status: 405 })
  const detail = `${request.method} does nothing here. Use ${methods.join(' or ')}.`
  await answerProblem({ status: 405, title: 'The method is not allowed here', detail }, request, reply)
}

/** Tells a program what is wrong. */
export async function answerProblem(
  problem: Problem,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  await send(request, reply, problem.status, problemType, problemBody(problem, request.id))
}

/** Has the address a language before it? The router knows it without, and bokmål has none. */
export function isTranslated(request: FastifyRequest): boolean {
  return splitLanguage(request.originalUrl).language !== 'nb'
}

/** Is the answer for a program, and its trouble a problem in JSON? */
export function isForPrograms(request: FastifyRequest): boolean {
  const { url, config } = request.routeOptions
  if (isTranslated(request)) return false
  return url === undefined ? request.url.startsWith('/api/') : config?.anyOrigin === true
}
