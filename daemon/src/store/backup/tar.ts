import { PlasmError } from '../../errors.ts'

/**
 * The part of POSIX tar (ustar) that a backup is written in: plain files, one after another, each behind a header of 512
 * bytes and filled up to 512 with zeros; two blocks of zeros end it. Reading takes exactly what writing gives, bit for
 * bit, so there is nothing in an archive that could be a link, a device or a way out of its directory.
 */
export const blockBytes = 512

export interface TarHeader {
  /** At most 100 bytes of ASCII. */
  readonly name: string
  readonly bytes: number
  /** Whole seconds since 1970 UTC. */
  readonly modifiedAt: number
}

/** Zeros after a member of so many bytes. */
export function paddingOf(bytes: number): number {
  return (blockBytes - (bytes % blockBytes)) % blockBytes
}

/** The blocks after the last member. */
export const tarEnd: Uint8Array = new Uint8Array(2 * blockBytes)

/** Where POSIX.1-2017 (pax, "ustar Interchange Format") puts the fields. */
export function encodeHeader({ name, bytes, modifiedAt }: TarHeader): Uint8Array {
  const block = new Uint8Array(blockBytes)
  const text = (at: number, value: string) => block.set(new TextEncoder().encode(value), at)
  const octal = (at: number, length: number, value: number) => text(at, value.toString(8).padStart(length - 1, '0'))
  text(0, name)
  octal(100, 8, 0o600)
  octal(108, 8, 0)
  octal(116, 8, 0)
  if (bytes < 8 ** 11) octal(124, 12, bytes)
  else base256(block, bytes)
  octal(136, 12, modifiedAt)
  text(148, '        ')
  text(156, '0')
  text(257, 'ustar\u000000')
  const sum = block.reduce((total, byte) => total + byte, 0)
  text(148, `${sum.toString(8).padStart(6, '0')}\0 `)
  return block
}

/** Undefined for a block of zeros: the end. Throws BACKUP_INVALID for what `encodeHeader` does not write. */
export function decodeHeader(block: Uint8Array): TarHeader | undefined {
  if (block.every((byte) => byte === 0)) return undefined
  const text = (at: number, length: number) => {
    const field = block.subarray(at, at + length)
    const end = field.indexOf(0)
    return Buffer.from(end < 0 ? field : field.subarray(0, end)).toString('latin1')
  }
  const octal = (at: number, length: number) => Number.parseInt(text(at, length), 8)
  const large = (block[124]! & 0x80) !== 0
  const bytes = large ? Number(Buffer.from(block).readBigUInt64BE(128)) : octal(124, 12)
  const header = { name: text(0, 100), bytes, modifiedAt: octal(136, 12) }
  if (!Number.isSafeInteger(bytes) || Buffer.compare(encodeHeader(header), block) !== 0)
    throw new PlasmError('BACKUP_INVALID', 'it holds a header that plasm backup does not write')
  return header
}

/** GNU's form, for what eleven octal digits (8 GiB) cannot say. */
function base256(block: Uint8Array, bytes: number): void {
  block[124] = 0x80
  new DataView(block.buffer).setBigUint64(128, BigInt(bytes))
}
