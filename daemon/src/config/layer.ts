import type { Violation } from '../errors.ts'

/** Where a value was given. */
export type Place =
  | { readonly kind: 'default' }
  | { readonly kind: 'file'; readonly file: string; readonly line: number; readonly column: number }
  /** The operator's choices: what `plasm share` set. */
  | { readonly kind: 'choices' }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'flag'; readonly name: string }

/** A broken rule of the configuration, with the place that breaks it. */
export interface ConfigProblem extends Violation {
  readonly place: Place
}

/** What one source says, and where in it. */
export interface Layer {
  readonly values: unknown
  /** What is wrong in it whatever the schema says. */
  readonly problems?: readonly ConfigProblem[]
  /** The place of what a path leads to; where nothing stands there, of what stands above it. */
  placeOf(path: readonly string[]): Place
  /** The place of the name by which a path leads there; undefined where it has none. */
  placeOfName?(path: readonly string[]): Place | undefined
}

/** A place in a few words: `/etc/plasm/plasm.yaml:3:5`, `PLASM_SLOTS`, `--slots`. */
export function wordPlace(place: Place): string {
  switch (place.kind) {
    case 'default':
      return 'default'
    case 'file':
      return `${place.file}:${place.line}:${place.column}`
    case 'choices':
      return 'plasm share'
    case 'variable':
    case 'flag':
      return place.name
    default:
      return place satisfies never
  }
}
