import { BaseDatastore } from 'datastore-core/base'
import { Key, type Pair, type Query } from 'interface-datastore'
import type { Clock } from '../clock.ts'
import type { AddedRecord, ProviderRecords } from './provider-records.ts'

export interface DhtRecordsOptions {
  readonly records: ProviderRecords
  readonly clock: Clock
  /**
   * The network that a peer is connected from, or its own name where that says nothing (network-group.ts); undefined of
   * one that is connected no more.
   */
  groupOf(peer: string): string | undefined
  /** Whether libp2p still knows addresses of a peer: kad-dht answers nothing at all where it does not of one. */
  isKnown(peer: string): boolean
  onAdded?(how: AddedRecord): void
}

/** Where kad-dht keeps a provider record: `/dht/provider/<multihash in base32>/<peer ID>`. */
const providerKey = /^\/dht\/provider\/([a-z2-7]{1,128})\/([1-9A-HJ-NP-Za-km-z]{1,128})$/
const providerPrefix = /^\/dht\/provider\/([a-z2-7]{1,128})$/

/**
 * The datastore of the DHT: provider records only, within their bounds. kad-dht itself keeps every record that anyone
 * sends, for two days. Its values (`/dht/record/…`) are of no use to plasm and are not kept.
 */
export class DhtRecords extends BaseDatastore {
  readonly #options: DhtRecordsOptions

  constructor(options: DhtRecordsOptions) {
    super()
    this.#options = options
  }

  /** A record that finds no room is dropped without a word: its sender expects no answer. */
  override put(key: Key, _value: Uint8Array): Key {
    const [, name, peer] = providerKey.exec(key.toString()) ?? []
    if (name === undefined || peer === undefined) return key
    const { records, clock, groupOf, onAdded } = this.#options
    const group = groupOf(peer)
    // Whoever hangs up at once would count for no network, and so for no bound.
    const how = group === undefined ? 'refused' : records.add({ key: name, peer, group, at: clock.now() })
    onAdded?.(how)
    return key
  }

  override get(key: Key): Uint8Array {
    const [, name, peer] = providerKey.exec(key.toString()) ?? []
    const record = name === undefined ? undefined : this.#find(name).find((one) => one.peer === peer)
    if (record === undefined) throw Object.assign(new Error('no such record'), { name: 'NotFoundError' })
    return varint(record.at)
  }

  override has(key: Key): boolean {
    const [, name, peer] = providerKey.exec(key.toString()) ?? []
    return name !== undefined && this.#find(name).some((one) => one.peer === peer)
  }

  override delete(key: Key): void {
    const [, name, peer] = providerKey.exec(key.toString()) ?? []
    if (name !== undefined && peer !== undefined) this.#options.records.remove(name, peer)
  }

  /** The records of one key; nothing for wider questions, which only kad-dht's own re-providing asks (it is not used). */
  override *query({ prefix = '' }: Query): Generator<Pair> {
    const [, name] = providerPrefix.exec(prefix) ?? []
    if (name === undefined) return
    for (const { peer, at } of this.#find(name))
      if (this.#options.isKnown(peer)) yield { key: new Key(`${prefix}/${peer}`), value: varint(at) }
  }

  #find(name: string) {
    return this.#options.records.find(name, this.#options.clock.now())
  }
}

/** A whole number as kad-dht reads it: seven bits a byte, the lowest first, the high bit for "more". */
function varint(value: number): Uint8Array {
  const bytes: number[] = []
  let rest = value
  for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80)
  return Uint8Array.from([...bytes, rest])
}
