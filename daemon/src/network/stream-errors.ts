import { PlasmError } from '../errors.ts'

/** `thrown` as an Error: some of libp2p's waits reject with something that is not one. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error
    ? thrown
    : new PlasmError('NETWORK_FAILED', `the network layer failed: ${describe(thrown)}`)
}

/** `thrown` as a PlasmError: itself, or `code` with `message`, and the cause kept. */
export function asPlasmError(
  thrown: unknown,
  code: 'STREAM_ENDED' | 'PEER_UNREACHABLE' | 'NETWORK_FAILED',
  message: string,
): PlasmError {
  return thrown instanceof PlasmError ? thrown : new PlasmError(code, message, { cause: asError(thrown) })
}

function describe(thrown: unknown): string {
  return typeof thrown === 'object' && thrown !== null && 'type' in thrown
    ? `event ${String(thrown.type)}`
    : String(thrown)
}
