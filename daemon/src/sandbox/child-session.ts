import type { OutputFile } from '../runtime/host/file-system.ts'
import { inspectProgram, type ProgramInspection, packProgram, runProgram } from '../runtime/program.ts'
import type { Runtime } from '../runtime/runtime.ts'
import type { Inspection } from './sandbox.ts'
import { warmUp } from './warm-up.ts'
import {
  largestModulePiece,
  largestOutputPiece,
  longestPackedModule,
  longestText,
  type Reply,
  type Request,
  totalBytes,
  type WirePreparation,
} from './wire.ts'

/** How a child hears and answers its daemon; blocking, for a guest that runs is synchronous too. */
export interface Channel {
  /** The next request; undefined where the daemon hung up. */
  receive(): Request | undefined
  /** Returns when the daemon's pipe has taken it. */
  send(reply: Reply): void
  /** Says what went wrong, for the operator. */
  complain(text: string): void
}

/**
 * A child's life: it says that it is ready, then does what it is asked and answers, until its daemon hangs up. Nothing
 * is carried from one request to the next: each module is prepared or restored anew, each guest has a memory and a host of its own.
 */
export async function serve(runtime: Runtime, channel: Channel): Promise<void> {
  await warmUp(runtime)
  channel.send({ kind: 'ready', runtime: { name: runtime.name, version: runtime.version } })
  for (let request = channel.receive(); request !== undefined; request = channel.receive()) {
    await answer(request, runtime, channel)
  }
}

async function answer(request: Request, runtime: Runtime, channel: Channel): Promise<void> {
  switch (request.kind) {
    case 'inspect': {
      const inspection = await inspectProgram(runtime, request.module)
      channel.send({ kind: 'inspection', inspection: forWire(inspection) })
      return
    }
    case 'run': {
      const { job } = request
      const { detail, files, ...result } = await runProgram(runtime, {
        ...job,
        limits: { fuel: BigInt(job.limits.fuel), memoryBytes: job.limits.memoryBytes },
        outputBytes: job.limits.outputBytes,
        onOutput(stream, bytes) {
          // At once: what the guest has written must not be lost with it when it is killed.
          for (let at = 0; at < bytes.length; at += largestOutputPiece) {
            channel.send({ kind: stream, bytes: bytes.subarray(at, at + largestOutputPiece) })
          }
        },
      })
      if (detail !== undefined) channel.complain(detail)
      for (const file of files) sendFile(file, channel)
      channel.send({ kind: 'result', result })
      return
    }
    case 'prepare': {
      channel.send({ kind: 'preparation', preparation: await prepare(request.module, runtime, channel) })
      return
    }
    default:
      return request satisfies never
  }
}

async function prepare(module: Uint8Array, runtime: Runtime, channel: Channel): Promise<WirePreparation> {
  const program = await packProgram(runtime, module)
  switch (program.kind) {
    case 'packed': {
      if (totalBytes(program.pieces) > longestPackedModule) return { kind: 'large' }
      for (const piece of program.pieces) {
        for (let at = 0; at < piece.length; at += largestModulePiece) {
          channel.send({ kind: 'piece', bytes: piece.subarray(at, at + largestModulePiece) })
        }
      }
      return { kind: 'packed' }
    }
    case 'unsupported':
      return { kind: 'unsupported' }
    case 'rejected':
      return { kind: 'rejected', reason: program.reason, offset: program.offset }
    default:
      return program satisfies never
  }
}

function sendFile({ path, size, read }: OutputFile, channel: Channel): void {
  channel.send({ kind: 'file', path })
  for (let at = 0; at < size; at += largestOutputPiece) {
    channel.send({ kind: 'content', bytes: read(at, largestOutputPiece) })
  }
}

/** Member by member: what a runtime may add to its preparation does not belong on the wire. */
function forWire(inspection: ProgramInspection): Inspection {
  if (inspection.kind === 'runnable') return { kind: 'runnable', features: inspection.features }
  const { kind, reason, offset, detail } = inspection
  return { kind, reason, offset, detail: detail.slice(0, longestText) }
}
