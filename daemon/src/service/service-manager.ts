/** What a service manager is told of this process. */
export type News =
  /** It serves, at its start or after a reload. */
  | { readonly kind: 'ready'; readonly status: string }
  | { readonly kind: 'status'; readonly status: string }
  /** It is well; told within every `watchdogMs`. */
  | { readonly kind: 'alive' }
  /** It reads its configuration again; `ready` follows, whatever came of it. */
  | { readonly kind: 'reloading' }
  /** It ends, within `limitMs`. */
  | { readonly kind: 'stopping'; readonly status: string; readonly limitMs: number }

/** Whoever started this process and wants to know how it is. */
export interface ServiceManager {
  /** Milliseconds within which it must hear `alive`, or it ends this process; absent: it does not ask. */
  readonly watchdogMs?: number
  /** Resolves once it was told; in the order of the calls. Rejects where it cannot be told, within some seconds. */
  tell(news: News): Promise<void>
}
