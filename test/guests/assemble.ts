import { BinaryWriter } from '../../daemon/src/wasm/meter/writer.ts'

/** A module of these sections, whatever they hold: for what is too large for ModuleBuilder. */
export function assemble(...sections: readonly BinaryWriter[]): Uint8Array<ArrayBuffer> {
  const out = new BinaryWriter()
  out.put(0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0)
  for (const one of sections) out.append(one.view)
  return out.view.slice()
}

/** A section of so many items. */
export function section(id: number, count: number, item: (out: BinaryWriter, index: number) => void): BinaryWriter {
  const content = new BinaryWriter()
  content.u32(count)
  for (let index = 0; index < count; index++) item(content, index)
  const out = new BinaryWriter()
  out.byte(id)
  out.sized(content)
  return out
}
