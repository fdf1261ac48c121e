/**
 * What the build scripts use of `assemblyscript/asc`. The package's own declarations replace the global `console` for
 * every file that is checked with them; tsconfig.json points here instead.
 */
export interface CompileOptions {
  /** null: there is no such file. */
  readonly readFile: (name: string, baseDirectory: string) => string | null
  readonly writeFile: (name: string, content: Uint8Array | string, baseDirectory: string) => void
  readonly listFiles: (directory: string, baseDirectory: string) => readonly string[] | null
}

export interface CompileResult {
  readonly error: Error | null
  readonly stdout: { toString(): string }
  readonly stderr: { toString(): string }
}

export function main(args: readonly string[], options: CompileOptions): Promise<CompileResult>
