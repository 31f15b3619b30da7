import type { FastifyInstance } from 'fastify'
import { metricsText, metricsType } from './metrics.ts'

export type Health = {
  /** Null when the database is reached and has the right shape, else why not, in one sentence. */
  notReady(): Promise<string | null>
}

/** `/healthz`: the process lives. `/readyz`: it can serve. `/metrics`: figures for Prometheus, about no person. */
export function addHealth(server: FastifyInstance, health: Health): void {
  server.get('/healthz', async (_request, reply) => reply.type('text/plain').send('ok'))
  server.get('/readyz', async (_request, reply) => {
    const reason = await health.notReady()
    return reply
      .code(reason ? 503 : 200)
      .type('text/plain')
      .send(reason ?? 'ready')
  })
  server.get('/metrics', async (_request, reply) => reply.type(metricsType).send(await metricsText()))
}
