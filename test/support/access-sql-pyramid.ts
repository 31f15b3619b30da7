import { ME, type Scene, type SqlRow } from './access-sql.ts'

/** Tables of the pyramid. */
export const pyramidRows = (s: Scene): Record<string, SqlRow> => ({
  'pyramid.arrangement': {
    others: `area_code = '3228'`,
    open: true,
    writes: [
      `(area_code, revision, rooms) values ('3228', 1, '[]')`,
      `(area_code, revision, rooms) values ('3238', 1, '[]')`,
    ],
  },
  'pyramid.room_change': {
    others: `area_code = '3228'`,
    writes: [
      `(area_code, revision, kind, about, submission, made_by) values ('3228', 2, 'hide', 'x', gen_random_uuid(), ${ME})`,
      `(area_code, revision, kind, about, submission, made_by) values ('3238', 1, 'hide', 'x', gen_random_uuid(), '${s.hers}')`,
      `(area_code, revision, kind, about, submission, made_by) values ('32', 1, 'hide', 'x', gen_random_uuid(), ${ME})`,
    ],
  },
})
