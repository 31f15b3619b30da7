import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as z from 'zod'

/** A file as a form sent it. Of one that is larger than the route takes, only that it is. */
export type UploadedFile = { name: string; bytes: Uint8Array; isTooLarge: boolean }

/** A field with a file, in a route that takes one; without a choice it is a file without a name. */
export const uploadedFile = z.custom<UploadedFile>(
  value =>
    typeof value === 'object' && value !== null && 'bytes' in value && value.bytes instanceof Uint8Array,
)

const MOST_FIELDS = 50
const LONGEST_FIELD = 10_000

/** Teaches a part of the server to read forms with files; elsewhere they are refused. */
export async function openToUploads(scope: FastifyInstance): Promise<void> {
  await scope.register(multipart, { throwFileSizeLimit: false })
}

/**
 * The fields of a form with one file. The body is read here, and held in memory, so who sends it should be known.
 * @throws with a status of 4xx when the body is no such form, or is broken off
 */
export async function readUpload(
  request: FastifyRequest,
  limitBytes: number,
): Promise<Record<string, unknown>> {
  const fields = new Map<string, unknown>()
  try {
    const parts = request.parts({
      limits: { fileSize: limitBytes, files: 1, fields: MOST_FIELDS, fieldSize: LONGEST_FIELD },
    })
    for await (const part of parts) {
      if (part.type === 'field') {
        fields.set(part.fieldname, part.value)
        continue
      }
      const chunks: Buffer[] = []
      // The stream ends at the limit: what comes after is thrown away as it comes.
      for await (const chunk of part.file) chunks.push(chunk as Buffer)
      const isTooLarge = part.file.truncated
      const bytes = isTooLarge ? new Uint8Array() : Buffer.concat(chunks)
      fields.set(part.fieldname, { name: part.filename ?? '', bytes, isTooLarge } satisfies UploadedFile)
    }
  } catch (error) {
    const status: unknown = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined
    if (typeof status === 'number' && status < 500) throw error
    // A form that ends in the middle is the sender's trouble.
    throw Object.assign(new Error('The form could not be read', { cause: error }), { statusCode: 400 })
  }
  return Object.fromEntries(fields)
}
