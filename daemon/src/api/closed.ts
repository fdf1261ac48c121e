import type { ServerResponse } from 'node:http'

/** Aborts when the response is over, or its client gone. */
export function closed(response: ServerResponse): AbortSignal {
  const controller = new AbortController()
  if (response.closed) controller.abort()
  else response.once('close', () => controller.abort())
  return controller.signal
}
