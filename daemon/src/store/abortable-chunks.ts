/** Passes chunks on until `signal` aborts; a source that stalls does not keep the reader waiting. Throws the signal's reason. */
export async function* abortableChunks(
  source: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]()
  const aborted = Promise.withResolvers<never>()
  const abort = () => aborted.reject(signal.reason)
  // Handled here once for all: the race below may not be waiting when the abort comes.
  aborted.promise.catch(() => undefined)
  signal.throwIfAborted()
  signal.addEventListener('abort', abort, { once: true })
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), aborted.promise])
      if (next.done === true) return
      yield next.value
    }
  } finally {
    signal.removeEventListener('abort', abort)
    // Not awaited: a stalled source may never answer.
    iterator.return?.()?.catch(() => undefined)
  }
}
