import type { Code } from './code.ts'
import type { OperandStack } from './operand-stack.ts'
import { branchIf, branchUnless, lengthOf, operation } from './operations.ts'

const branchNonzero = operation('branch.nonzero')
const branchZero = operation('branch.zero')

/** What a branch depends on: a comparison, which becomes one operation with the branch, or a slot. */
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
    const { code, compare, a, b, c } = this
    if (compare === 0) return code.emit(wanted ? branchNonzero : branchZero, a) + 2
    const number = wanted ? branchIf[compare]! : branchUnless[compare]!
    const operands = lengthOf[number]! - 4
    code.emit(number, a, b, operands === 3 ? c : 0)
    return code.length - 3
  }
}
