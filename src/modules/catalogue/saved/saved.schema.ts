import * as z from 'zod'
import { severalOf } from '#platform/http/input.ts'

const id = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)

/** A shared list: ids of services, in the order they were saved. */
export const SavedQuery = z.object({ tilbud: severalOf(id, 100) })
