import { execFile, execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/**
 * The WebAssembly 2.0 core test suite, read from its own .wast scripts: Debian's `wast2json` (package wabt; its default
 * features are those of 2.0) turns each into a list of commands and the binaries that they name.
 */
const suiteDirectory = fileURLToPath(new URL('../../../shared/suites/webassembly-2.0', import.meta.url))

/** Why the suite cannot run here; undefined where it can. */
export const coreSuiteAbsence: string | undefined = findAbsence()

/** Names of all scripts, without `.wast`; empty where the suite is absent. */
export const coreSuiteScripts: readonly string[] =
  coreSuiteAbsence === undefined
    ? readdirSync(suiteDirectory)
        .filter((file) => file.endsWith('.wast'))
        .map((file) => basename(file, '.wast'))
        .sort()
    : []

/** A value as wast2json writes it: bits in decimal, a reference's number, or a NaN class. */
export type SuiteValue =
  | { readonly type: 'i32' | 'i64' | 'f32' | 'f64' | 'funcref' | 'externref'; readonly value: string }
  | { readonly type: 'v128'; readonly lane_type: string; readonly value: readonly string[] }

export type SuiteAction =
  | { readonly type: 'invoke'; readonly module?: string; readonly field: string; readonly args: readonly SuiteValue[] }
  | { readonly type: 'get'; readonly module?: string; readonly field: string }

/** `text` is the suite's own wording of the fault, for people. */
export type SuiteCommand = { readonly line: number } & (
  | { readonly type: 'module'; readonly name?: string; readonly filename: string }
  | { readonly type: 'register'; readonly name?: string; readonly as: string }
  | { readonly type: 'action'; readonly action: SuiteAction }
  | { readonly type: 'assert_return'; readonly action: SuiteAction; readonly expected: readonly SuiteValue[] }
  | { readonly type: 'assert_trap' | 'assert_exhaustion'; readonly action: SuiteAction; readonly text: string }
  | {
      readonly type: 'assert_invalid' | 'assert_malformed' | 'assert_unlinkable' | 'assert_uninstantiable'
      readonly filename: string
      readonly text: string
      readonly module_type: 'binary' | 'text'
    }
)

export interface SuiteScript {
  readonly name: string
  readonly commands: readonly SuiteCommand[]
  /** The binary that a command names. */
  binary(filename: string): Uint8Array
}

/** Converted scripts, in a temporary directory of their own that `close` removes. */
export class CoreSuite {
  private readonly directory: string

  private constructor(directory: string) {
    this.directory = directory
  }

  static async open(): Promise<CoreSuite> {
    return new CoreSuite(await mkdtemp(join(tmpdir(), 'plasm-core-suite-')))
  }

  /** Converts one script; rejects where wast2json cannot. */
  async script(name: string): Promise<SuiteScript> {
    const json = join(this.directory, `${name}.json`)
    await promisify(execFile)('wast2json', [join(suiteDirectory, `${name}.wast`), '-o', json], { timeout: 30_000 })
    const { commands } = JSON.parse(readFileSync(json, 'utf8')) as { commands: SuiteCommand[] }
    return { name, commands, binary: (filename) => new Uint8Array(readFileSync(join(this.directory, filename))) }
  }

  async close(): Promise<void> {
    await rm(this.directory, { recursive: true, force: true })
  }
}

/** Why a command of the suite is not run. */
export const skipRules = Object.freeze({
  text: 'a fault of the text format, which plasm does not read',
  linking: 'instances do not share tables, memories or functions: the module imports from another one',
  dependent: 'acts on a module that was skipped',
  shared: 'acts on a module that a skipped one would have written to',
})
export type SkipRule = keyof typeof skipRules

/** Where commands that fall under one rule stand: by script, their lines in order, one for each, with blanks between. */
export type SkippedLines = Readonly<Record<string, string>>

/** core-suite-skips.json, written by `node test/contract/write-core-suite-skips.ts`. */
export interface SuiteSkips {
  /** Commands that concern execution and are run. */
  readonly executed: number
  readonly skipped: readonly {
    readonly rule: SkipRule
    readonly reason: string
    readonly commands: number
    readonly lines: SkippedLines
  }[]
}

/** Gathers skipped commands, script after script. */
export class SkipList {
  readonly #lines: Record<SkipRule, Record<string, string>> = { text: {}, linking: {}, dependent: {}, shared: {} }

  add(rule: SkipRule, script: string, lines: readonly number[]): void {
    if (lines.length > 0) this.#lines[rule][script] = lines.join(' ')
  }

  addText({ name, commands }: SuiteScript): void {
    this.add(
      'text',
      name,
      commands.filter(isOfTextFormat).map(({ line }) => line),
    )
  }

  /** As the committed list has it. */
  entry(rule: SkipRule): SuiteSkips['skipped'][number] {
    const lines = this.#lines[rule]
    const commands = Object.values(lines).reduce((sum, text) => sum + text.split(' ').length, 0)
    return { rule, reason: skipRules[rule], commands, lines }
  }
}

export function isOfTextFormat(command: SuiteCommand): boolean {
  return command.type === 'assert_malformed' && command.module_type === 'text'
}

function findAbsence(): string | undefined {
  if (!existsSync(suiteDirectory)) return 'no ../shared/suites/webassembly-2.0'
  try {
    execFileSync('wast2json', ['--version'], { timeout: 10_000 })
    return undefined
  } catch {
    return 'no wast2json (Debian package wabt)'
  }
}
