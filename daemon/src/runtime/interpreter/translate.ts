import type { Validated } from '../../wasm/validate.ts'
import { Code } from './code.ts'
import { type Image, ImageLayout } from './image.ts'
import { FunctionTranslator } from './translate-function.ts'

/** Translates a valid module into an image for the core. Pure. */
export function translate(validated: Validated): Image {
  const { module } = validated
  const layout = new ImageLayout(module, validated.frameBytes)
  const code = new Code(layout.codeBase)
  const translator = new FunctionTranslator(module, layout, code)
  const entries = new Uint32Array(module.functions.length)
  for (const [position, body] of module.bodies.entries()) {
    const index = module.importedFunctions + position
    entries[index] = code.here
    translator.translate(module.types[module.functions[index]!]!, body)
  }
  // Calls were made before all entries were known.
  for (const position of translator.calls) code.words[position] = entries[code.words[position]!]!
  return { layout, code: code.finish(), entries }
}
