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
figures were written: above 2, other work on the machine is in them, and only ratios tell). ${machine.connections} connections over HTTP on the loopback,
asking for compressed pages as browsers do; the median of three runs of ${machine.seconds} s by their 95th percentile, after two seconds of
warming. Mixes are those of [decisions](decisions.md), 17; words are drawn as often as they stand in the catalogue. "As visits are": the
n-th service is asked for in 1/n of the cases. "Each for the first time" is a single run in which no page is kept from before; with "each
as likely" what was asked for earlier in the runs is kept as far as there is room, which at 10,000 is nearly all. Generated services: \`bench/draw.ts\` tells how; \`--data FOLDER\` keeps them for the next time.

| what | data | p95 (or value) | must | p50 | p99 | a second |
|---|---|---|---|---|---|---|
${rows.join('\n')}

## What makes it so
- A service page reads one row by key (\`catalogue.page_document\`) and the first of its room in the areas around the reader; a
  municipality's page reads sums and lists that were written when something was published ([0018](adr/0018-lists-of-places.md)).
- Rendered public pages are kept, 8 MB in the process and 64 in a sealed file beside it, until the day ends or something published changes
  ([0016](adr/0016-pages-kept-rendered.md)). Pieces that many pages share are rendered once (\`platform/html/kept.tsx\`), and what differs
  is put into their holes: a page of hits is some hundred pieces put side by side.
- A search in a municipality goes through packs: what it needs of the services of an area in one value, searched as it lies
  ([0030](adr/0030-packs.md)). It ranks and counts in the program ([0017](adr/0017-own-analyser.md)), and puts in order only the hits that will be
  seen. Of the whole country it looks through a part of the services first.
- Pages of searches in plain, known words are kept like other public pages ([0043](adr/0043-pages-of-plain-searches.md)); "A first" and "B first" tell what
  it takes when none is kept: a page of 38 kB that one process finds, ranks, writes and sends in half a millisecond.
- Kept pages lie on shelves that are made once (\`platform/http/page-cache.ts\`), small packs in rooms of their own, and a page is compressed from a room that is
  used again: what came and went had left holes of as much as it took. A shelf that has long not been asked for goes into the file as a whole.
- Services as they stand in lists are kept with what was rendered of them: 2,500 in memory, some forty thousand in a file, from which one is back in
  some ten microseconds (\`search/kept-cards.ts\`).
- A page has one route for all its languages, patterns of words share what is alike in them: what is held from the start fell from 130 to 95 MB beside the program itself.
- What a text means is kept for the 1,500 texts asked last. Filters that few people use come when they are asked for: they were half of a page.
- Views read their language beside them, not from Preact's context, through which the parts of a page outlived it
  (\`platform/i18n/locale.tsx\`): clearing up after a search takes a quarter of the time it took.
- Statements are prepared by name; planning the larger ones costs more than running them.
- Pages are compressed by one engine of zstd that stays, in another thread (\`platform/http/keep-compressing.ts\`). An engine for each page is cleared up only with
  all that is old: 20 kB a search, and the server stood still for 12 to 50 ms each second. So did what V8 put among the old at once because it took it for
  lasting (\`--no-allocation-site-pretenuring\`). Without both, all that is old is cleared every five seconds under full load.
- Searches that begin together read a pack once. "Its statements alone" for A are those by which PostgreSQL finds the same services where nothing is packed
  (\`bench/bare-sql.ts\`): with packs a search asks the database nothing but cards it has not shown lately.

## What is still too slow
A rare word in the whole country, among more than 20,000 services, is asked of the text index of PostgreSQL. A service page that nobody has asked
for since something was published takes two milliseconds; "C first" tells so.

**A million services.** A municipality then has some three thousand, and its pack half a megabyte: 200 MB of packs in all. 16 MB are kept in memory, the
rest in a file beside the program, which gives one in a tenth of a millisecond. What remains is going through a thousand services that match, and
twenty cards that nobody has asked for lately, from a table that no longer lies in memory.

**Memory.** Of some 290 MB under full load, 60 are the program itself as it lies in its file, 100 are objects that are used (of those 60 from the start: code, words,
what is checked of inputs), 35 kept pages, answers, packs and rooms; the rest is what V8 and the C library hold for the next request.

**What is never kept.** A third of the searches of mix A is made anew each time, because their words may tell of somebody or found nothing (which is counted): "eller", "barnet",
"overgrep". A page of such a search takes half a millisecond of the processor in the demonstration and two with a million services; one that is kept a tenth. In the demonstration a search
asks PostgreSQL for so little that its statements alone take an eighth of a millisecond: a page is not six tenths as fast as that.
`
}

function judged({ unit, value, limit, atLeast }: Figure): string {
  if (limit !== undefined) return `under ${limit} ${unit} ${value <= limit ? '✓' : '✗'}`
  if (atLeast !== undefined) return `at least ${atLeast} ${value >= atLeast ? '✓' : '✗'}`
  return ''
}
