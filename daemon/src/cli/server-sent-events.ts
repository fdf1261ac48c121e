import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

export interface ServerSentEvent {
  readonly event: string
  readonly data: string
}

/** Reads server-sent events (WHATWG HTML, section 9.2.6) as this daemon writes them: one line of data each. */
export async function* readServerSentEvents(stream: Readable): AsyncGenerator<ServerSentEvent> {
  let event = 'message'
  let data: string | undefined
  try {
    for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line === '') {
        if (data !== undefined) yield { event, data }
        event = 'message'
        data = undefined
      } else if (line.startsWith('event: ')) event = line.slice('event: '.length)
      else if (line.startsWith('data: ')) data = line.slice('data: '.length)
    }
  } finally {
    stream.destroy()
  }
}
