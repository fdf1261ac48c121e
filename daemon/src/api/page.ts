/** The query of every list. */
export const pageQuery = Object.freeze({
  limit: { type: 'integer', minimum: 1, maximum: 100, default: 50, description: 'Items a page' },
  before: { type: 'string', minLength: 1, maxLength: 128, description: 'The `next` of the page before' },
})

export interface PageQuery {
  readonly limit: number
  readonly before?: string
}

/** `items` may hold one more than `limit`: it shows that there is a next page. */
export function page<T>(
  items: readonly T[],
  limit: number,
  key: (item: T) => string,
): { readonly items: readonly T[]; readonly next?: string } {
  const shown = items.slice(0, limit)
  const last = shown.at(-1)
  return items.length > limit && last !== undefined ? { items: shown, next: key(last) } : { items: shown }
}
