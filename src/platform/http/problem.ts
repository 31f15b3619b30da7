import type * as z from 'zod'

/** A fault told to a program (RFC 9457): what is wrong and what would be right. */
export type Problem = {
  status: number
  /** The kind of fault, the same each time. */
  title: string
  /** This fault, in words that help. */
  detail?: string
  /** Each parameter that does not fit, and what is allowed. */
  errors?: { parameter: string; detail: string }[]
}

/** Faults that come from the server itself, in the same words as their pages. */
export const troubleProblems: Record<string, Omit<Problem, 'status'>> = {
  'bad-request': {
    title: 'The request cannot be read',
    detail: 'Its address or its body is not well formed. A query is sent as JSON or as form fields.',
  },
  'not-found': { title: 'There is nothing here', detail: 'What there is, and how to ask: /api/docs' },
  'too-many': { title: 'Too many requests', detail: 'Wait as long as Retry-After says.' },
  'too-large': { title: 'The body is too large', detail: 'At most 64 kB.' },
  failed: { title: 'Something went wrong here', detail: 'It is our fault. Try again later.' },
  unavailable: { title: 'The database cannot be reached', detail: 'Try again in a while.' },
}

export const problemType = 'application/problem+json'

/** The body of an answer that tells of a problem. @param instance id of the request, to name when asking for help */
export function problemBody(problem: Problem, instance: string): string {
  return JSON.stringify({ type: 'about:blank', ...problem, instance })
}

/** What does not fit in a query, by parameter. */
export function misfits(error: z.ZodError): Problem {
  const errors = error.issues.slice(0, 20).map(issue => ({
    parameter: String(issue.path[0] ?? ''),
    detail: issue.message,
  }))
  const [first] = errors
  return {
    status: 400,
    title: 'A parameter has a value that cannot be used',
    ...(first && { detail: `${first.parameter}: ${first.detail}` }),
    errors,
  }
}
