import type { Code } from './code.ts'
import type { OperandStack } from './operand-stack.ts'
import { branchIf, branchUnless, displacedLoad, fusedAsFirst, lengthOf, operation } from './operations.ts'

const branchNonzero = operation('branch.nonzero')
const branchZero = operation('branch.zero')
const add = operation('i32.add')
const addConstant = operation('i32.add.i')

/**
 * What a branch depends on: a comparison, which becomes one operation with the branch, or a slot. Where what is compared
 * is loaded or added just before, that becomes one with it too.
 */
export class Condition {
  private readonly stack: OperandStack
  private readonly code: Code
  /** The comparing operation; 0 where `a` is the slot to test. */
  private compare = 0
  private a = 0
  private b = 0
  private c = 0

  constructor(stack: OperandStack, code: Code) {
    this.stack = stack
    this.code = code
  }

  /** Pops a condition; where the last operation compares for it, that is taken back and kept for `emitBranch`. */
  pop(): void {
    const { stack, code } = this
    const position = stack.pop()
    const slot = stack.slotOf(position)
    const { words, last } = code
    if (!stack.isConstant(position) && last >= 0 && words[last + 1] === slot && branchIf[words[last]!] !== 0) {
      this.compare = words[last]!
      this.a = words[last + 2]!
      this.b = words[last + 3]!
      this.c = words[last + 4]!
      code.takeBack()
    } else {
      this.compare = 0
      this.a = slot
    }
  }

  /** Emits a branch taken where the condition is `wanted`; position of its target, then come both charges. */
  emitBranch(wanted: boolean): number {
    const { code, a, b, c } = this
    const number = this.branch(wanted)
    const operands = lengthOf[number]! - 4
    if (!this.fuse(number)) code.emit(number, a, operands > 1 ? b : 0, operands > 2 ? c : 0)
    return code.length - 3
  }

  private branch(wanted: boolean): number {
    if (this.compare === 0) return wanted ? branchNonzero : branchZero
    return wanted ? branchIf[this.compare]! : branchUnless[this.compare]!
  }

  /** Emits a branch as one with the operation before it, where that adds or loads what is compared first. */
  private fuse(branch: number): boolean {
    const { code, stack, a, b } = this
    const { words, tail } = code
    if (tail < 0 || words[tail + 1] !== a) return false
    const first = words[tail]!
    const fused = fusedAsFirst(first, branch)
    const isSum = first === add || first === addConstant
    // A local must be written, and is by sums only, after what they are compared with is read.
    if (fused === 0 || (isSum ? this.compare !== 0 && b === a : a < stack.slotAt(0))) return false
    const [x, y, z] = [words[tail + 2]!, words[tail + 3]!, words[tail + 4]!]
    code.takeBack()
    if (isSum) code.emit(fused, a, x, y, b)
    else if (displacedLoad[first] !== 0) code.emit(fused, x, 0, y, b)
    else code.emit(fused, x, y, z, b)
    return true
  }
}
