import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

export type ZipEntry = { name: string; bytes: Buffer }

/** Why an archive was not unpacked. */
export type ZipTrouble = 'broken' | 'too-large'

const LOCAL_HEADER = 0x04034b50
const CENTRAL_HEADER = 0x02014b50
const END_OF_DIRECTORY = 0x06054b50
const STORED = 0
const DEFLATED = 8
/** Names are UTF-8. */
const UTF8_FLAG = 0x800
const ENCRYPTED_FLAG = 1
const MOST_ENTRIES = 2000

/**
 * The files of a zip archive that are wanted, whole in memory. How much they become is counted while they are unpacked, and not
 * believed from what the archive says of itself. Without encryption, and without archives over 4 GB.
 * @param limit bytes of all wanted files together, unpacked
 * @returns null when it is broken or locked; 'too-large' when it would become more than the limit
 */
export function readZip(
  bytes: Uint8Array,
  limit: number,
  wanted: (name: string) => boolean,
): ZipEntry[] | ZipTrouble {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries: ZipEntry[] = []
  let left = limit
  try {
    const end = endOfDirectory(archive)
    if (end === -1) return 'broken'
    const count = archive.readUInt16LE(end + 10)
    if (count > MOST_ENTRIES) return 'too-large'
    let at = archive.readUInt32LE(end + 16)
    for (let i = 0; i < count; i += 1) {
      if (archive.readUInt32LE(at) !== CENTRAL_HEADER) return 'broken'
      const nameLength = archive.readUInt16LE(at + 28)
      const name = archive.toString('utf8', at + 46, at + 46 + nameLength)
      if (!name.endsWith('/') && wanted(name)) {
        const content = contentOf(archive, at, left)
        if (typeof content === 'string') return content
        left -= content.length
        entries.push({ name, bytes: content })
      }
      at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
    }
  } catch {
    // Beyond the end of the archive, or bytes that are not packed as they say.
    return 'broken'
  }
  return entries
}

function endOfDirectory(archive: Buffer): number {
  // The directory's end is the last thing but for a comment of at most 64 kB.
  for (let at = archive.length - 22; at >= 0 && at >= archive.length - 22 - 0xffff; at -= 1)
    if (archive.readUInt32LE(at) === END_OF_DIRECTORY) return at
  return -1
}

function contentOf(archive: Buffer, header: number, limit: number): Buffer | ZipTrouble {
  if (archive.readUInt16LE(header + 8) & ENCRYPTED_FLAG) return 'broken'
  const method = archive.readUInt16LE(header + 10)
  const crc = archive.readUInt32LE(header + 16)
  const packedSize = archive.readUInt32LE(header + 20)
  const local = archive.readUInt32LE(header + 42)
  if (archive.readUInt32LE(local) !== LOCAL_HEADER) return 'broken'
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
  if (start + packedSize > archive.length) return 'broken'
  const packed = archive.subarray(start, start + packedSize)
  const content = unpacked(packed, method, limit)
  return typeof content !== 'string' && crc32(content) !== crc ? 'broken' : content
}

function unpacked(packed: Buffer, method: number, limit: number): Buffer | ZipTrouble {
  if (method === STORED) return packed.length > limit ? 'too-large' : packed
  if (method !== DEFLATED) return 'broken'
  if (limit < 1) return 'too-large'
  try {
    return inflateRawSync(packed, { maxOutputLength: limit })
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'broken'
  }
}

/** A zip archive of these files. The time of each is the beginning of 1980, so that the same files give the same archive. */
export function writeZip(entries: readonly ZipEntry[], how: 'packed' | 'as-they-are' = 'packed'): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of entries) {
    const nameBytes = Buffer.from(name, 'utf8')
    const packed = how === 'packed' ? deflateRawSync(bytes) : bytes
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(UTF8_FLAG, 2)
    common.writeUInt16LE(how === 'packed' ? DEFLATED : STORED, 4)
    common.writeUInt32LE(0x00210000, 6)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(bytes.length, 18)
    common.writeUInt16LE(nameBytes.length, 22)
    parts.push(uint32(LOCAL_HEADER), common, nameBytes, packed)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(uint32(CENTRAL_HEADER), Buffer.from([20, 0]), common, rest, nameBytes)
    offset += 30 + nameBytes.length + packed.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END_OF_DIRECTORY, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, listed, end])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
