import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One case of a vector file; test/vectors/README.md says what its members mean. */
export type Vector = { readonly name: string; readonly code?: string } & { readonly [member: string]: never }

/** The cases of a file of this folder, as [name, case] for `test.each`. */
export function loadVectors<T = Vector>(file: string): readonly (readonly [name: string, vector: T & { name: string; code?: string }])[] {
  const { cases } = JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8')) as { cases: (T & { name: string; code?: string })[] }
  return cases.map((vector) => [vector.name, vector] as const)
}

export function bytesOf(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, 'base64'))
}

/** What `run` answers, or the code that it throws. */
export function codeOf(run: () => unknown): string {
  try {
    run()
    return 'accepted'
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
}
