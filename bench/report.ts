/** One measured thing. For latencies the value is what 95 of 100 requests keep under. */
export type Figure = {
  what: string
  data: string
  unit: 'ms' | 's' | 'MB' | ''
  value: number
  /** What it must keep under, or reach; neither: for comparison. */
  limit?: number
  atLeast?: number
  beside?: { p50: number; p99: number; perSecond: number }
}

type Machine = { cores: number; model: string; load: number; seconds: number; connections: number }

/** The figures as a page of documentation. */
export function report(figures: Figure[], machine: Machine): string {
  const rows = figures.map(figure => {
    const { what, data, unit, value, beside } = figure
    const digits = unit === 'MB' ? 0 : unit === '' ? 2 : 1
    const besides = beside
      ? `${beside.p50.toFixed(1)} ms | ${beside.p99.toFixed(1)} ms | ${beside.perSecond.toFixed(0)}`
      : ' |  | '
    return `| ${what} | ${data} | ${value.toFixed(digits)} ${unit} | ${judged(figure)} | ${besides} |`
  })
  return `# Performance

Written by \`npm run bench -- --write\`. Server, database and client share ${machine.cores} cores (${machine.model}; load average ${machine.load.toFixed(1)} when the
figures were written). ${machine.connections} connections over HTTP on the loopback, asking for compressed pages as browsers do; the median of three runs of
${machine.seconds} s by their 95th percentile, after a second of warming. "Each for the first time" asks for every service once, so that no page is
kept from before. Figures of one run are comparable with each other, not with those of another machine or hour.

| what | data | p95 (or value) | must | p50 | p99 | a second |
|---|---|---|---|---|---|---|
${rows.join('\n')}

## What makes it so
- A service page reads one row by key (\`catalogue.page_document\`) and one list of what stands around it.
- Rendered public pages are kept in the process, at most 48 MB and a minute, and dropped when the database tells that something
  published has changed (\`src/platform/http/page-cache.ts\`).
- Statements are prepared by name; planning the larger ones costs more than running them.
- Coverage is derived in advance (\`areas.cover\`): what can be used in a municipality is one indexed join (\`areas.covering\`).

## What is still too slow
A service page that nobody has asked for lately is rendered anew: about 1 ms to render, 0.4 to compress, 1 to 2 in the database. With
more services than are kept, that is what most readers meet. Search over the whole country, the peak of memory (the reading of
source and bundling at start are in it) and the start on an existing database are the next to mend.
`
}

function judged({ unit, value, limit, atLeast }: Figure): string {
  if (limit !== undefined) return `under ${limit} ${unit} ${value <= limit ? '✓' : '✗'}`
  if (atLeast !== undefined) return `at least ${atLeast} ${value >= atLeast ? '✓' : '✗'}`
  return ''
}
