/** Rows of a page of a list. */
const PAGE = 30

/** Which rows of a list are read. */
export type Rows = { limit: number; offset: number }

/** Those of a page, from 1. */
export const rowsOf = (page: number): Rows => ({ limit: PAGE, offset: (page - 1) * PAGE })

export const pagesOf = (rows: number): number => Math.ceil(rows / PAGE)
