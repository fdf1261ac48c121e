import { BinaryWriter } from './writer.ts'

/**
 * A section that tells V8 which branches are hardly ever taken (the branch hinting proposal: a custom section in front
 * of the code). It changes nothing but where V8 places the code: what is taken falls through.
 */
export class BranchHints {
  private readonly functions = new BinaryWriter()
  private count = 0

  /** Hints of a function, in order of functions: for each rare `if`, its place behind the start of the body. */
  add(functionIndex: number, bodyOffset: number, places: readonly number[]): void {
    if (places.length === 0) return
    this.count++
    this.functions.u32(functionIndex)
    this.functions.u32(places.length)
    for (const place of places) {
      this.functions.u32(bodyOffset + place)
      this.functions.put(1, unlikely)
    }
  }

  get isEmpty(): boolean {
    return this.count === 0
  }

  write(out: BinaryWriter): void {
    out.name('metadata.code.branch_hint')
    out.u32(this.count)
    out.append(this.functions.view)
  }
}

const unlikely = 0
