/**
 * A process that compares the runtimes over one specimen after the other, started by fuzz-process.ts with V8's flags
 * for the engine, and a stack that no guest can fill. Says each seed before it begins with it, so that whoever waits knows
 * what it was that hung or died; ends itself at the end of its time, or at a difference, which it shrinks first.
 */
import { InterpreterRuntime } from '../../daemon/src/runtime/interpreter/interpreter-runtime.ts'
import { V8Runtime } from '../../daemon/src/runtime/v8/v8-runtime.ts'
import { type Kind, specimenOf } from './campaign.ts'
import { findMisjudgement } from './judgement.ts'
import { findDifference, type Specimen } from './observe.ts'
import { shrink } from './shrink.ts'

export interface FuzzTask {
  readonly kind: Kind
  readonly firstSeed: number
  readonly milliseconds: number
  /** How long a difference may be shrunk. */
  readonly shrinkMilliseconds: number
}

export type FuzzMessage =
  | { readonly kind: 'seed'; readonly seed: number }
  /** `module`: the smallest one found, in base64, and `lines` what it shows; at the specimen's fuel and seed. */
  | { readonly kind: 'difference'; readonly lines: string; readonly module: string; readonly fuel: string }
  | { readonly kind: 'done' }

/** There because fuzz-process.ts has opened a channel. */
const parent = process as Required<Pick<NodeJS.Process, 'send' | 'disconnect'>>

const runtimes = [new InterpreterRuntime('0.0.0'), new V8Runtime('0.0.0')] as const

async function fuzz({ kind, firstSeed, milliseconds, shrinkMilliseconds }: FuzzTask): Promise<FuzzMessage> {
  const end = performance.now() + milliseconds
  for (let seed = firstSeed; performance.now() < end; seed++) {
    await say({ kind: 'seed', seed })
    const specimen = await specimenOf(kind, seed)
    const lines = await judge(specimen)
    if (lines === undefined) continue
    const shrinkEnd = performance.now() + shrinkMilliseconds
    const bytes = await shrunk(specimen, () => performance.now() > shrinkEnd)
    const now = (await judge({ ...specimen, bytes })) ?? lines
    return {
      kind: 'difference',
      lines: now,
      module: Buffer.from(bytes).toString('base64'),
      fuel: String(specimen.fuel),
    }
  }
  return { kind: 'done' }
}

/** What is wrong with a specimen, if anything is. */
async function judge(specimen: Specimen): Promise<string | undefined> {
  return findMisjudgement(specimen.bytes) ?? (await findDifference(runtimes, specimen))
}

/** A module that is not valid, or misjudged, cannot be taken apart and stays as it is. */
async function shrunk(specimen: Specimen, until: () => boolean): Promise<Uint8Array> {
  const { bytes } = specimen
  if (findMisjudgement(bytes) !== undefined) return bytes
  return await shrink(
    bytes,
    async (smaller) => {
      await say({ kind: 'seed', seed: specimen.seed })
      return (await findDifference(runtimes, { ...specimen, bytes: smaller })) !== undefined
    },
    until,
  )
}

/** Resolves once it was sent: a process that dies right after has said it. */
function say(message: FuzzMessage): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  parent.send(message, (error: Error | null) => (error === null ? resolve() : reject(error)))
  return promise
}

await say(await fuzz(JSON.parse(process.argv[2]!)))
parent.disconnect()
