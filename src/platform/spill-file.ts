import { randomUUID } from 'node:crypto'
import { openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where bytes lie in the file, counted as if nothing were ever written over. */
export type Slip = { at: number; length: number }

/**
 * Bytes that can be had again from elsewhere, in a file of a fixed size: they take no memory of the process, and the system keeps in its
 * own what is read often for as long as nobody needs the room. What is newest is written over what is oldest. No name leads to the
 * file, so it goes with the process, however that ends.
 *
 * Both wait for the system: half a megabyte that lies in its memory takes a tenth of a millisecond, and a thread to wait in as much.
 */
export type SpillFile = {
  /** @returns null where there is no room, or no disk to write on */
  write(bytes: Uint8Array): Slip | null
  /**
   * @param into takes as many bytes as were written, from its beginning
   * @returns false when they have been written over, or cannot be read
   */
  read(slip: Slip, into: Uint8Array): boolean
}

/**
 * @param limit bytes, at most
 * @param folder where the file is to lie; it is made when something is first written
 */
export function openSpillFile(limit: number, folder = tmpdir()): SpillFile {
  let file: number | null = null
  /** Where the next goes, never beginning anew. */
  let next = 0

  return {
    write(bytes) {
      const { length } = bytes
      if (length > limit) return null
      const left = limit - (next % limit)
      const at = left < length ? next + left : next
      // Also when it fails halfway: what lay there may be gone.
      next = at + length
      try {
        file ??= openNameless(folder)
        for (let written = 0; written < length;)
          written += writeSync(file, bytes, written, length - written, (at % limit) + written)
        return { at, length }
      } catch {
        return null
      }
    },
    read({ at, length }, into) {
      if (file === null || next > at + limit) return false
      try {
        let read = 0
        while (read < length) {
          const now = readSync(file, into, read, length - read, (at % limit) + read)
          if (now === 0) return false
          read += now
        }
        return true
      } catch {
        return false
      }
    },
  }
}

function openNameless(folder: string): number {
  const path = join(folder, `nettungen-${randomUUID()}`)
  const file = openSync(path, 'wx+', 0o600)
  rmSync(path, { force: true })
  return file
}
