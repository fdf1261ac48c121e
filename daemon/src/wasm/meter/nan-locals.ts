import { moduleLimits } from '../limits.ts'
import type { FunctionType, LocalRun, ValueType } from '../module.ts'
import { Kind } from './nan-roles.ts'

/** In some executions pending, in others exact: nobody may read it. */
const conflict = 6

/** Bytes of states that are joined at most in a pass; a body of more ways and locals is not followed. */
const roomForStates = 1 << 25

/**
 * What is known of a body's float locals at the point that is being looked at. It follows the control flow: where
 * ways meet, a local is what it is on all of them. Compilers use one local for many things, so that it may be exact
 * here and pending there; that matters only if it is read where it could be both. Then all that is written to it is
 * canonicalised at once, and the body looked at again, as it is when a loop's start turns out to be something else.
 */
export class LocalKinds {
  /** Whether the last pass over the body used what it found out later: it has to be repeated. */
  changed = false
  /** Position of each local among those of a float type; -1 for others. */
  private readonly slots = new Int32Array(moduleLimits.parameters + moduleLimits.locals)
  private count = 0
  private parameters: number[] = []
  /** Locals that may not pend. */
  private forced = new Uint8Array(0)
  private state = new Uint8Array(0)
  /** At the start of each loop of the body. */
  private readonly loops: Uint8Array[] = []
  private nextLoop = 0
  private followed = true

  /** Starts on a body. `ways`: how often its states meet at most. */
  begin(type: FunctionType, runs: readonly LocalRun[], ways: number): void {
    this.count = 0
    this.parameters = []
    let local = 0
    for (const parameter of type.parameters) {
      if (isFloat(parameter)) this.parameters.push(this.count)
      this.slots[local++] = isFloat(parameter) ? this.count++ : -1
    }
    for (const run of runs) {
      for (let left = run.count; left > 0; left--) this.slots[local++] = isFloat(run.type) ? this.count++ : -1
    }
    this.forced = new Uint8Array(this.count)
    this.state = new Uint8Array(this.count)
    this.loops.length = 0
    this.followed = this.count * (ways + 1) <= roomForStates
  }

  /** Starts a pass: parameters hold whatever bits the caller gave, other locals zero. */
  beginPass(): void {
    this.changed = false
    this.nextLoop = 0
    this.state.fill(Kind.settled)
    for (const slot of this.parameters) this.state[slot] = Kind.exact
  }

  /** Gives up: from now on every local is exact. */
  giveUp(): void {
    this.followed = false
  }

  read(local: number): number {
    const slot = this.slots[local]!
    if (slot < 0) return Kind.settled
    if (!this.followed) return Kind.exact
    const kind = this.state[slot]!
    if (kind !== conflict) return kind
    this.forced[slot] = 1
    this.changed = true
    return Kind.exact
  }

  /** Whether a pending value may be written to a local as it is. */
  mayPend(local: number): boolean {
    return this.followed && this.forced[this.slots[local]!] === 0
  }

  write(local: number, kind: number): void {
    const slot = this.slots[local]!
    if (slot >= 0) this.state[slot] = kind
  }

  // ---- Where ways part and meet; a state is undefined where no way leads to it. ----

  snapshot(): Uint8Array | undefined {
    return this.followed ? this.state.slice() : undefined
  }

  /** Goes on where `known` was taken or joined; anything will do where no way leads. */
  restore(known: Uint8Array | undefined): void {
    if (known === undefined) this.state.fill(Kind.settled)
    else this.state.set(known)
  }

  /** Adds the way that leads here; the state of all ways together. */
  join(known: Uint8Array | undefined, other: Uint8Array = this.state): Uint8Array | undefined {
    if (!this.followed) return undefined
    if (known === undefined) return other.slice()
    joinInto(known, other)
    return known
  }

  /** Enters a loop from above; its number. */
  enterLoop(): number {
    const loop = this.nextLoop++
    if (!this.followed) return loop
    const known = this.loops[loop]
    if (known === undefined) this.loops[loop] = this.state.slice()
    else {
      joinInto(known, this.state)
      this.state.set(known)
    }
    return loop
  }

  /** Goes back to the start of a loop. */
  repeatLoop(loop: number): void {
    if (this.followed && joinInto(this.loops[loop]!, this.state)) this.changed = true
  }
}

/** Whether the first state is another one now. */
function joinInto(known: Uint8Array, other: Uint8Array): boolean {
  let changed = false
  for (let slot = 0; slot < known.length; slot++) {
    const [a, b] = [known[slot]!, other[slot]!]
    if (a === b || b === Kind.settled || a === conflict) continue
    known[slot] = a === Kind.settled ? b : conflict
    changed = true
  }
  return changed
}

function isFloat(type: ValueType): boolean {
  return type === 'f32' || type === 'f64' || type === 'v128'
}
