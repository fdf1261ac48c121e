import type { ServerResponse } from 'node:http'

/** Made once: an abort without a reason makes one, with a stack that no one reads, at the end of every request. */
const over = new DOMException('the response is over', 'AbortError')

/**
 * Aborts when the response is over, its client gone, or `stopping` aborts; listens to `stopping` no longer than that.
 * (`AbortSignal.any` would keep every request on the list of a signal that lives as long as the daemon.)
 */
export function closed(response: ServerResponse, stopping?: AbortSignal): AbortSignal {
  const controller = new AbortController()
  const abort = () => controller.abort(over)
  if (response.closed || stopping?.aborted) abort()
  else {
    stopping?.addEventListener('abort', abort, { once: true })
    response.once('close', () => {
      stopping?.removeEventListener('abort', abort)
      abort()
    })
  }
  return controller.signal
}
