import pg from 'pg'

// How values of PostgreSQL are read, by every connection of the program. Dates are text: a date has no time zone, and
// `new Date('2026-11-22')` would give it one. Counts and sums are numbers: ours stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.DATE, text => text)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
