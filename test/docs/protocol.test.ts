import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { errorCodes } from '../../daemon/src/errors.ts'
import {
  validateOfferParams,
  validateOfferResult,
  validateOrderName,
  validateOrderParams,
  validateOrderResult,
  validateWatchEvent,
  validateWatchParams,
} from '../../daemon/src/generated/validators.js'
import { kadProtocol, maxStreamWindowBytes } from '../../daemon/src/network/host.ts'
import { refusalCodes } from '../../daemon/src/protocol/job-protocol.ts'
import { defaultProtocolLimits, protocolNames } from '../../daemon/src/protocol/limits.ts'
import { decodeClientFrame, decodeServerFrame, rpcErrorCodes } from '../../daemon/src/protocol/rpc.ts'

const text = readFileSync(join(import.meta.dirname, '../../docs/protocol.md'), 'utf8')

describe('docs/protocol.md', () => {
  test('has every limit of the code with its value, and no other', () => {
    const documented = Object.fromEntries(
      [...text.matchAll(/^\| `([a-zA-Z.]+)` \| ([\d,]+) \|/gm)].map(([, name, value]) => [
        name,
        Number(value!.replaceAll(',', '')),
      ]),
    )
    expect(documented).toEqual(leaves(defaultProtocolLimits))
  })

  test('names the protocols, the refusals and the error codes that the code has', () => {
    for (const name of [...Object.values(protocolNames), kadProtocol]) expect(text).toContain(`\`${name}\``)
    for (const code of [...refusalCodes, ...rpcErrorCodes]) expect(text).toContain(`\`${code}\``)
    for (const [, code] of text.matchAll(/`([A-Z]+(?:_[A-Z]+)+)`/g)) expect(errorCodes).toContain(code)
    expect(text).toContain(`windows of at most ${maxStreamWindowBytes / 2 ** 20} MiB`)
  })

  test('shows frames that the code takes', () => {
    const frames = [...text.matchAll(/^([→←]) (\{.*\})$/gm)].map(([, direction, json]) => {
      const bytes = new TextEncoder().encode(json)
      return direction === '→' ? decodeClientFrame(bytes) : decodeServerFrame(bytes)
    })
    const methods = new Map<number, string>()
    const params = {
      offer: validateOfferParams,
      order: validateOrderParams,
      watch: validateWatchParams,
      cancel: validateOrderName,
    }
    const results = { offer: validateOfferResult, order: validateOrderResult }
    for (const frame of frames) {
      if (frame.type === 'request') {
        methods.set(frame.id, frame.method)
        expect(params[frame.method as keyof typeof params](frame.params)).toBe(true)
      }
      const method = methods.get(frame.id)
      if (frame.type === 'event') expect(validateWatchEvent(frame.event)).toBe(true)
      if (frame.type === 'result' && method !== undefined && method in results)
        expect(results[method as keyof typeof results](frame.result)).toBe(true)
    }
    expect([...methods.values()]).toEqual(['offer', 'order', 'watch', 'cancel'])
    expect(new Set(frames.map(({ type }) => type))).toEqual(
      new Set(['request', 'credit', 'stop', 'result', 'event', 'error']),
    )
  })
})

function leaves(value: object, path = ''): Record<string, number> {
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, item]) =>
      typeof item === 'number' ? { [path + key]: item } : leaves(item as object, `${path}${key}.`),
    ),
  )
}
