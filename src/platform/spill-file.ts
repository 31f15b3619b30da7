import { createCipheriv, createSecretKey, randomBytes, randomUUID } from 'node:crypto'
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
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
   * @param slip of what was written, or of a part of it
   * @param into takes as many bytes as the slip is long, from its beginning
   * @returns false when they have been written over, or cannot be read
   */
  read(slip: Slip, into: Uint8Array): boolean
  /** False: it has been written over. */
  holds(slip: Slip): boolean
}

type Options = {
  /** Where the file is to lie; it is made when something is first written. */
  folder?: string
  /** Nobody else can read it, nor we when the process has ended: sealed with a key that lies in its memory alone. */
  isSealed?: boolean
}

/** @param limit bytes, at most */
export function openSpillFile(
  limit: number,
  { folder = tmpdir(), isSealed = false }: Options = {},
): SpillFile {
  const seal = isSealed ? makeSeal() : null
  let file: number | null = null
  /** A file cannot lose its name here: one that stays behind is enough. */
  let isRefused = false
  /** Where the next goes, never beginning anew. */
  let next = 0

  const holds = ({ at }: Slip) => next <= at + limit
  const writeAll = (into: number, bytes: Uint8Array, at: number) => {
    for (let written = 0; written < bytes.length;)
      written += writeSync(into, bytes, written, bytes.length - written, (at % limit) + written)
  }
  return {
    write(bytes) {
      const { length } = bytes
      if (length > limit || isRefused) return null
      const left = limit - (next % limit)
      const at = left < length ? next + left : next
      // Also when it fails halfway: what lay there may be gone.
      next = at + length
      try {
        file ??= openNameless(folder, () => (isRefused = true))
        if (!seal) writeAll(file, bytes, at)
        else
          for (let from = 0; from < length; from += AT_ONCE)
            writeAll(file, seal(bytes.subarray(from, from + AT_ONCE), at + from), at + from)
        return { at, length }
      } catch {
        return null
      }
    },
    read(slip, into) {
      const { at, length } = slip
      if (file === null || !holds(slip)) return false
      try {
        let read = 0
        while (read < length) {
          const now = readSync(file, into, read, length - read, (at % limit) + read)
          if (now === 0) return false
          read += now
        }
        if (seal) into.set(seal(into.subarray(0, length), at))
        return true
      } catch {
        return false
      }
    },
    holds,
  }
}

/** What is sealed in one step: a copy of half a megabyte would be room asked of the system each time. */
const AT_ONCE = 64 * 1024

/** Seals what is open, and opens what is sealed. */
type Seal = (bytes: Uint8Array, at: number) => Uint8Array

/**
 * AES-256 in counter mode: the place is the counter, so any part can be opened by itself. Places never come again, so neither do counters.
 * That nobody changes the file is for the system to see to: it has no name, and is ours alone.
 */
function makeSeal(): Seal {
  const key = createSecretKey(randomBytes(32))
  const counter = Buffer.alloc(BLOCK)
  return (bytes, at) => {
    counter.writeBigUInt64BE(BigInt(Math.floor(at / BLOCK)), BLOCK - 8)
    const cipher = createCipheriv('aes-256-ctr', key, counter)
    if (at % BLOCK > 0) cipher.update(EMPTY.subarray(0, at % BLOCK))
    return cipher.update(bytes)
  }
}

const BLOCK = 16
const EMPTY = Buffer.alloc(BLOCK)

/** @throws when no file can be made, or none without a name */
function openNameless(folder: string, refused: () => void): number {
  const path = join(folder, `nettungen-${randomUUID()}`)
  const file = openSync(path, 'wx+', 0o600)
  try {
    rmSync(path)
    return file
  } catch (error) {
    closeSync(file)
    refused()
    throw error
  }
}
