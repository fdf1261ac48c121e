import { declaredLocals } from '../../wasm/fuel.ts'
import { moduleLimits } from '../../wasm/limits.ts'
import type { FunctionBody, FunctionType } from '../../wasm/module.ts'
import { slotsOf, slotsOfAll } from '../../wasm/value-types.ts'

/** Where the locals of a function are, parameters first, counted in slots: without vectors that is their index. */
export class LocalSlots {
  /** Slots of the parameters, and of what the body declares. */
  parameters = 0
  declared = 0
  private hasVectors = false
  private slots = new Uint32Array(0)
  private vectors = new Uint8Array(0)

  begin(type: FunctionType, body: FunctionBody): void {
    this.parameters = type.parameters.length
    this.declared = declaredLocals(body)
    this.hasVectors = type.parameters.includes('v128') || body.locals.some((run) => run.type === 'v128')
    if (!this.hasVectors) return
    this.parameters = slotsOfAll(type.parameters)
    this.declared = body.locals.reduce((sum, run) => sum + run.count * slotsOf(run.type), 0)
    this.place(type, body)
  }

  slotOf(local: number): number {
    return this.hasVectors ? this.slots[local]! : local
  }

  isVector(local: number): boolean {
    return this.hasVectors && this.vectors[local] === 1
  }

  private place(type: FunctionType, body: FunctionBody): void {
    if (this.slots.length === 0) {
      this.slots = new Uint32Array(moduleLimits.parameters + moduleLimits.locals)
      this.vectors = new Uint8Array(this.slots.length)
    }
    let local = 0
    let slot = 0
    const add = (size: 1 | 2) => {
      this.slots[local] = slot
      this.vectors[local++] = size - 1
      slot += size
    }
    for (const parameter of type.parameters) add(slotsOf(parameter))
    for (const run of body.locals) for (let i = 0; i < run.count; i++) add(slotsOf(run.type))
  }
}
