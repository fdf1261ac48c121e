/** Where a value was given. */
export type Place =
  | { readonly kind: 'default' }
  | { readonly kind: 'file'; readonly file: string; readonly line: number; readonly column: number }
  /** The operator's choices: what `plasm share` set. */
  | { readonly kind: 'choices' }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'flag'; readonly name: string }

/** What one source says, and where in it. */
export interface Layer {
  readonly values: unknown
  /** The place of what a path leads to; where nothing stands there, of what stands above it. */
  placeOf(path: readonly string[]): Place
  /** As placeOf, but of the name itself where it leads to a member of an object. */
  placeOfName?(path: readonly string[]): Place
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
