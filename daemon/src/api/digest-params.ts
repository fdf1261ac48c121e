/** JSON Schema of a digest in a path. */
export const digestParam = Object.freeze({ type: 'string', description: 'sha256:<64 hex digits>' })

export const digestParams = Object.freeze({
  type: 'object',
  required: ['digest'],
  properties: { digest: digestParam },
})
export interface DigestParams {
  readonly digest: string
}
