import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client'

const registry = new Registry()
collectDefaultMetrics({ register: registry, prefix: 'nettungen_' })

const requests = new Histogram({
  name: 'nettungen_http_request_seconds',
  help: 'Time to answer a request, by route and status. Routes are patterns: no address, no search word.',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.015, 0.05, 0.15, 0.5, 1.5, 5],
  registers: [registry],
})

export const metricsType = registry.contentType

export function metricsText(): Promise<string> {
  return registry.metrics()
}

/** Something else that is counted. @param help without a word of what people asked for */
export function counter(name: string, help: string): (times: number) => void {
  const counted = new Counter({ name, help, registers: [registry] })
  return times => counted.inc(times)
}

/** Counts one answered request. @param milliseconds time from its arrival */
export function measure(method: string, route: string, status: number, milliseconds: number): void {
  requests.observe({ method, route, status }, milliseconds / 1000)
}
