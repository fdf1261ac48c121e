import type { ConstantExpression, FunctionType, Limits } from '../../daemon/src/wasm/module.ts'
import type { Operand } from '../guests/builder.ts'
import { type Instruction, importedFunctions, takeApart } from './editable-module.ts'

/** A valid module as text, to be read. */
export function listModule(bytes: Uint8Array): string {
  const module = takeApart(bytes)
  const { types } = module
  const imported = importedFunctions(module)
  return [
    ...module.imports.map(({ module: from, name, type }) => {
      const kind = type.kind === 'function' ? `function ${signature(types[type.typeIndex]!)}` : JSON.stringify(type)
      return `import "${from}"."${name}" ${kind}`
    }),
    ...module.tables.map(({ element, limits }, index) => `table ${index} of ${element}, ${range(limits)}`),
    ...module.memories.map((limits) => `memory ${range(limits)}`),
    ...module.globals.map(
      ({ type, initial }) => `global ${type.mutable ? 'mutable ' : ''}${type.value} = ${constant(initial)}`,
    ),
    ...module.exports.map(({ name, kind, index }) => `export ${JSON.stringify(name)} = ${kind} ${index}`),
    ...(module.start === undefined ? [] : [`start ${module.start}`]),
    ...module.elements.map(
      ({ mode, type, table, start, entries }) =>
        `elements ${mode} ${type}${place(start, table)}: ${entries.map(constant).join(', ')}`,
    ),
    ...module.data.map(({ mode, start, bytes: content }) => `data ${mode}${place(start)}: ${content.length} bytes`),
    ...module.functions.flatMap(({ type, locals, code }, position) => [
      `function ${imported + position} ${signature(types[type]!)}` +
        locals.map((run) => ` local ${run.count} × ${run.type}`).join(''),
      ...indented(code),
    ]),
  ].join('\n')
}

function signature({ parameters, results }: FunctionType): string {
  return `(${shortened(parameters)}) -> (${shortened(results)})`
}

/** A thousand of a type are not listed one by one. */
function shortened(types: FunctionType['results']): string {
  return types.length > 20 ? `${types.slice(0, 3).join(' ')} … ${types.length} in all` : types.join(' ')
}

function range({ minimum, maximum }: Limits): string {
  return maximum === undefined ? `${minimum} and more` : `${minimum} to ${maximum}`
}

function place(start?: ConstantExpression, table?: number): string {
  return `${table === undefined ? '' : ` in table ${table}`}${start === undefined ? '' : ` at ${constant(start)}`}`
}

function constant(expression: ConstantExpression): string {
  switch (expression.kind) {
    case 'global':
      return `global ${expression.index}`
    case 'ref.null':
      return 'null'
    case 'ref.func':
      return `function ${expression.index}`
    default:
      return `${expression.kind} ${word(expression.bits)}`
  }
}

function indented(code: readonly Instruction[]): string[] {
  let depth = 1
  const lines = code.map(({ name, operands }) => {
    if (name === 'end' || name === 'else') depth--
    const line = `${'  '.repeat(depth)}${[name, ...operands.map(word)].join(' ')}`
    if (name === 'block' || name === 'loop' || name === 'if' || name === 'else') depth++
    return line
  })
  const counted: [line: string, times: number][] = []
  for (const line of lines) {
    const last = counted.at(-1)
    if (last?.[0] === line) last[1]++
    else counted.push([line, 1])
  }
  return counted.map(([line, times]) => (times === 1 ? line : `${line} × ${times}`))
}

function word(operand: Operand): string {
  if (typeof operand === 'bigint') return `0x${BigInt.asUintN(operand < 0n ? 64 : 128, operand).toString(16)}`
  return typeof operand === 'object' ? `[${operand.join(' ')}]` : String(operand)
}
