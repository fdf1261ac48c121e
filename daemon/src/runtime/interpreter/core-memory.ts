import * as place from '../../../interpreter/assembly/layout.ts'
import { PlasmError } from '../../errors.ts'

/**
 * The core's memory, with a guest's memory at its end. Addresses are in bytes, as the core knows them.
 * Views are made anew when the guest's memory has grown, so none may be kept across a call of the core.
 */
export class CoreMemory {
  readonly memory: WebAssembly.Memory
  private readonly guestBase: number
  private allWords = new Uint32Array(0)
  private allDoubleWords = new BigInt64Array(0)
  private guestBytes = new Uint8Array(0)

  /**
   * `guestBase`: where the guest's memory begins, a multiple of the page size; then its pages now and at most.
   * Throws HOST_OUT_OF_MEMORY where the host has too little.
   */
  constructor(guestBase: number, pages: number, maximum: number) {
    const before = guestBase / place.pageBytes
    this.guestBase = guestBase
    this.memory = allocate(before + pages, before + Math.max(pages, maximum))
    this.words[place.stateMemoryBase / 4] = guestBase
    this.words[place.stateMemoryMaximum / 4] = maximum
    this.words[place.stateMemoryPages / 4] = pages
    // The views were made before the pages were known.
    this.allWords = new Uint32Array(0)
  }

  /** All of it, as u32: index by address / 4. */
  get words(): Uint32Array {
    this.refresh()
    return this.allWords
  }

  /** All of it, as i64: index by address / 8. */
  get doubleWords(): BigInt64Array {
    this.refresh()
    return this.allDoubleWords
  }

  /** The guest's memory. */
  get guest(): Uint8Array {
    this.refresh()
    return this.guestBytes
  }

  word(address: number): number {
    return this.words[address / 4]!
  }

  setWord(address: number, value: number): void {
    this.words[address / 4] = value
  }

  setBytes(address: number, bytes: Uint8Array): void {
    new Uint8Array(this.memory.buffer).set(bytes, address)
  }

  private refresh(): void {
    const { buffer } = this.memory
    if (this.allWords.buffer === buffer) return
    this.allWords = new Uint32Array(buffer)
    this.allDoubleWords = new BigInt64Array(buffer)
    const pages = this.allWords[place.stateMemoryPages / 4]!
    this.guestBytes = new Uint8Array(buffer, this.guestBase, pages * place.pageBytes)
  }
}

/** The node's failure, never a guest's outcome: the host ran out below every limit. */
export function outOfMemory(detail: string, cause?: unknown): PlasmError {
  return new PlasmError('HOST_OUT_OF_MEMORY', `the host has too little memory for the guest: ${detail}`, { cause })
}

function allocate(initial: number, maximum: number): WebAssembly.Memory {
  try {
    return new WebAssembly.Memory({ initial, maximum: Math.min(maximum, 65536) })
  } catch (cause) {
    throw outOfMemory(`${initial} pages of 64 KiB could not be had`, cause)
  }
}
