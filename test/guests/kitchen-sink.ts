import { flat, ModuleBuilder, op } from './builder.ts'

/** A valid module of a few hundred bytes with every kind of section, import, segment and structured instruction. */
export function kitchenSink(): Uint8Array<ArrayBuffer> {
  const module = new ModuleBuilder()
  module.importFunction('env', 'log', ['i32'], [])
  module.importGlobal('env', 'base', 'i32')
  const table = module.table('funcref', 4, 8)
  const externs = module.table('externref', 1)
  module.memory(1, 3)
  const counter = module.global('i64', true, op('i64.const', -5))
  module.global('i32', false, op('global.get', 0))
  module.global('funcref', false, op('ref.func', 1))
  module.global('f64', true, op('f64.const', 0x7ff8000000000000n))

  const sum = module.function(
    ['i32', 'i32'],
    ['i32', 'i64'],
    ['i64', 'f32', 'f32'],
    [
      op('block', 'i32'),
      op('local.get', 0),
      op('local.get', 1),
      op('br_if', 0),
      op('drop'),
      op('loop'),
      op('local.get', 0),
      op('i32.const', 1),
      op('i32.sub'),
      op('local.tee', 0),
      op('br_if', 0),
      op('end'),
      op('local.get', 1),
      op('i32.eqz'),
      op('if', 'i32'),
      op('i32.const', 300),
      op('else'),
      op('i32.const', -300),
      op('end'),
      op('end'),
      op('global.get', counter),
    ],
  )
  const types = module.type(['i32', 'i32'], ['i32', 'i64'])
  module.function(
    ['i32'],
    ['i32'],
    ['externref'],
    [
      op('block'),
      op('block'),
      op('local.get', 0),
      op('br_table', [0, 1, 0], 1),
      op('end'),
      op('i32.const', 7),
      op('return'),
      op('end'),
      op('i32.const', 1),
      op('i32.const', 2),
      op('local.get', 0),
      op('call_indirect', types, table),
      op('drop'),
      op('f32.const', 0x3f800000),
      op('f32.const', 0x40000000),
      op('local.get', 0),
      op('select'),
      op('i32.trunc_sat_f32_s'),
      op('i32.add'),
      op('local.get', 1),
      op('i32.const', 3),
      op('table.grow', externs),
      op('drop'),
      op('i32.const', 0),
      op('local.get', 1),
      op('table.set', externs),
    ],
  )
  module.function(
    [],
    [],
    ['v128'],
    [
      op('i32.const', 16),
      op('v128.load', 4, 32),
      op('v128.const', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]),
      op('i8x16.shuffle', [0, 17, 2, 19, 4, 21, 6, 23, 8, 25, 10, 27, 12, 29, 14, 31]),
      op('i32x4.extract_lane', 3),
      op('call', 0),
      op('i32.const', 0),
      op('i32.const', 1),
      op('i32.const', 2),
      op('memory.init', 1),
      op('data.drop', 1),
      op('i32.const', 0),
      op('i32.const', 8),
      op('memory.size'),
      op('memory.copy'),
      op('i32.const', 0),
      op('i32.const', 0),
      op('i32.const', 1),
      op('table.init', 1, table),
      op('elem.drop', 1),
      op('ref.null', 'externref'),
      op('ref.is_null'),
      op('drop'),
      op('unreachable'),
      op('i64.add'),
      op('drop'),
    ],
  )
  const nothing = module.function([], [], [], [op('nop')])
  module.elementFunctions([1, 2], 0)
  module.elementFunctions([3], 'passive')
  module.elementFunctions([2], 'declarative')
  // Passive, of expressions.
  module.rawElements(flat([[5, 0x70, 2], op('ref.func', 1), [0x0b], op('ref.null', 'funcref'), [0x0b]]))
  module.data([1, 2, 3], 8)
  module.data([4, 5, 6, 7])
  module.dataCount()
  module.custom('note', [1, 2, 3])
  return module.export('sum', 'function', sum).export('memory', 'memory', 0).start(nothing).build()
}
