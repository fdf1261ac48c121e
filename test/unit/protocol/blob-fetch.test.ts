import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { PlasmError } from '../../../daemon/src/errors.ts'
import { fetchBlob } from '../../../daemon/src/protocol/blob-fetch.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const right = 'the bytes that were asked for'

/** What a peer does when it is asked: the text that it has, and where it is cut, if it is. */
interface Behaviour {
  readonly has?: string
  readonly cutAt?: number
  readonly fault?: PlasmError
}

/** Fetches `right` from peers by these names. */
async function fetchFrom(peers: Readonly<Record<string, Behaviour>>, signal = new AbortController().signal) {
  const asked: string[] = []
  const liars: string[] = []
  let stored: string | undefined
  let looked = 0
  const origins = async function* () {
    for (const peer of Object.keys(peers)) {
      looked += 1
      yield { peer, order: 'order' }
    }
  }
  const done = fetchBlob(origins(), {
    async *pull({ peer }, offset) {
      asked.push(`${peer} from ${offset}`)
      const { has, cutAt, fault } = peers[peer]!
      if (fault !== undefined) throw fault
      if (has === undefined || offset > has.length) throw new PlasmError('BLOB_NOT_FOUND', `${peer} has it not`)
      const end = cutAt ?? has.length
      for (let at = offset; at < end; at += 10) yield Buffer.from(has.slice(at, Math.min(at + 10, end)))
      if (cutAt !== undefined) throw new PlasmError('STREAM_ENDED', `${peer} was cut`)
    },
    async store(chunks) {
      let text = ''
      for await (const chunk of chunks) text += Buffer.from(chunk).toString()
      if (sha256(text) !== sha256(right)) throw new PlasmError('BLOB_DIGEST_MISMATCH', 'other bytes')
      stored = text
    },
    onLie: (peer) => void liars.push(peer),
    signal,
  })
  const code = await done.then(
    () => 'fetched',
    (error: PlasmError) => error.code,
  )
  return { code, asked, liars, stored, looked }
}

describe('a blob of several origins', () => {
  test('is taken from the first that has it, and no other is looked for', async () => {
    const fetched = await fetchFrom({ submitter: { has: right }, other: { has: right } })
    expect(fetched).toMatchObject({ code: 'fetched', stored: right, looked: 1, liars: [] })
  })

  test('goes on with another where one is cut, and no byte comes twice', async () => {
    const fetched = await fetchFrom({ a: { has: right, cutAt: 20 }, b: {}, c: { has: right } })
    expect(fetched).toMatchObject({ code: 'fetched', asked: ['a from 0', 'b from 20', 'c from 20'], liars: [] })
  })

  test('bans who alone gave other bytes, and begins anew with the next', async () => {
    const fetched = await fetchFrom({ a: { has: 'other bytes' }, b: { has: right } })
    expect(fetched).toMatchObject({ code: 'fetched', asked: ['a from 0', 'b from 0'], liars: ['a'] })
  })

  test('that came wrong from several together is asked of each alone, and the liar of them is told', async () => {
    const fetched = await fetchFrom({ liar: { has: 'x'.repeat(29), cutAt: 10 }, honest: { has: right } })
    expect(fetched).toMatchObject({ code: 'fetched', liars: [], stored: right })
    expect(fetched.asked).toEqual(['liar from 0', 'honest from 10', 'liar from 0', 'honest from 0'])
    const both = await fetchFrom({ cut: { has: right, cutAt: 10 }, liar: { has: 'x'.repeat(29) } })
    expect(both).toMatchObject({ code: 'BLOB_DIGEST_MISMATCH', liars: ['liar'] })
  })

  test('that one claims to be longer, to have the others pass it by, is asked of them from the beginning', async () => {
    const fetched = await fetchFrom({ liar: { has: 'x'.repeat(90), cutAt: 60 }, honest: { has: right } })
    expect(fetched).toMatchObject({ code: 'fetched', stored: right })
  })

  test('says the last reason where none has it', async () => {
    const unreachable = { fault: new PlasmError('PEER_UNREACHABLE', 'no route') }
    expect(await fetchFrom({ a: {}, b: unreachable })).toMatchObject({ code: 'PEER_UNREACHABLE', liars: [] })
    expect(await fetchFrom({ a: { has: 'x' } })).toMatchObject({ code: 'BLOB_DIGEST_MISMATCH', liars: ['a'] })
    expect(await fetchFrom({ a: { has: right, cutAt: 10 } })).toMatchObject({
      code: 'STREAM_ENDED',
      asked: ['a from 0'],
    })
  })

  test("ends at once with a failure that is nobody's but our own", async () => {
    const full = { fault: new PlasmError('STORE_FULL', 'no room') }
    expect(await fetchFrom({ a: full, b: { has: right } })).toMatchObject({ code: 'STORE_FULL', looked: 1 })
    const stopped = AbortSignal.abort(new PlasmError('TIMEOUT', 'too long'))
    expect(await fetchFrom({ a: {}, b: { has: right } }, stopped)).toMatchObject({ looked: 1 })
  })
})
