import { createHash } from 'node:crypto'

/** Base64 of bytes, or of a text in UTF-8. */
export function base64(data: string | Uint8Array | readonly number[]): string {
  return Buffer.from(data as string).toString('base64')
}

export function hex(data: Uint8Array): string {
  return Buffer.from(data).toString('hex')
}

export function fromHex(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'hex'))
}

/** `sha256:<hex>` by Node's own hash, not by the code under test. */
export function sha256(data: string | Uint8Array): string {
  return `sha256:${createHash('sha256').update(data).digest('hex')}`
}

/** 32 bytes that a name stands for. */
export function seedOf(name: string): Uint8Array {
  return new Uint8Array(createHash('sha256').update(`plasm vectors: ${name}`).digest())
}
