import { once } from 'node:events'
import { connect, type NetConnectOpts } from 'node:net'

export interface RawAnswer {
  /** 0 where the server hung up without a word. */
  readonly status: number
  readonly head: string
  readonly body: string
}

/** Sends these bytes as they are, without the corrections that a client makes, and reads until the server hangs up. */
export async function exchange(
  to: NetConnectOpts,
  bytes: string | Buffer | readonly (string | Buffer)[],
): Promise<RawAnswer> {
  const socket = connect(to)
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  socket.on('error', () => {}) // It may hang up while more is sent; what it answered before is here.
  const closed = once(socket, 'close')
  for (const part of [bytes].flat() as (string | Buffer)[])
    socket.write(typeof part === 'string' ? Buffer.from(part, 'latin1') : part)
  await closed
  const text = Buffer.concat(chunks).toString('latin1')
  const [head = '', ...rest] = text.split('\r\n\r\n')
  return { status: Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1] ?? 0), head, body: rest.join('\r\n\r\n') }
}

/** The code of a problem. */
export function codeOf({ body }: RawAnswer): string | undefined {
  try {
    return (JSON.parse(body) as { code?: string }).code
  } catch {
    return undefined
  }
}
