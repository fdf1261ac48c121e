import { readSync, writeSync } from 'node:fs'
import type { Channel } from './child-session.ts'
import { decodeRequest, encodeReply, headerBytes, type Reply, type Request } from './wire.ts'

/** The child's end of the wire: its own stdin and stdout, read and written without an event loop. */
export class StdioChannel implements Channel {
  readonly #input: number
  readonly #output: number
  readonly #errors: number
  /** Of the request that was heard last; 0 before the first. */
  #number = 0

  constructor(input = 0, output = 1, errors = 2) {
    this.#input = input
    this.#output = output
    this.#errors = errors
  }

  receive(): Request | undefined {
    const header = this.#read(headerBytes)
    if (header === undefined) return undefined
    const view = new DataView(header.buffer)
    const payload = this.#read(view.getUint32(0, true))
    this.#number = view.getUint32(5, true)
    return payload === undefined ? undefined : decodeRequest(view.getUint8(4), payload)
  }

  send(reply: Reply): void {
    const frame = encodeReply(reply, this.#number)
    for (let at = 0; at < frame.length; ) at += writeSync(this.#output, frame, at)
  }

  complain(text: string): void {
    writeSync(this.#errors, `${text.slice(0, 4096)}\n`)
  }

  /** Exactly `length` bytes; undefined where the pipe ends before. */
  #read(length: number): Uint8Array | undefined {
    const bytes = new Uint8Array(length)
    for (let at = 0; at < length; ) {
      const got = readSync(this.#input, bytes, at, length - at, null)
      if (got === 0) return undefined
      at += got
    }
    return bytes
  }
}
